/**
 * Which kernel a workload really gets, and whether its image runs on it.
 *
 * <p>Verdicts with reasons only; what deserves a finding is a rule's business.
 */
package org.vcdsl.analysis.kernel;
