/**
 * What hosts have and what their guests ask for.
 *
 * <p>Sums only; what deserves a finding is a rule's business.
 */
package org.vcdsl.analysis.capacity;
