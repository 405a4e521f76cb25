/**
 * Tests of the build's own consistency.
 *
 * <p>What tests the language or anything made with it does not belong here.
 */
package org.vcdsl.releng;
