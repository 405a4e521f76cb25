/**
 * Where workloads stand that have a choice.
 *
 * <p>What deserves a finding about it is a rule's business.
 */
package org.vcdsl.analysis.placement;
