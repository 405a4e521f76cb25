/**
 * Whether workloads can move as they are meant to.
 *
 * <p>What deserves a finding about it is a rule's business.
 */
package org.vcdsl.analysis.migration;
