/**
 * What fails when something fails: the failure model of a topology and its single points of failure.
 *
 * <p>Sets and numbers only; what deserves a finding is a rule's business.
 */
package org.vcdsl.analysis.failure;
