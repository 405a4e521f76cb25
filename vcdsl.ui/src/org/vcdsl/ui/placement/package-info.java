/**
 * The command that keeps where workloads stand.
 *
 * <p>What is kept, and how, is the language's affair.
 */
package org.vcdsl.ui.placement;
