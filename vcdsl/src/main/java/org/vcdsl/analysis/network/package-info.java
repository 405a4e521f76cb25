/**
 * What meets on networks and in storage: addresses, VLANs, ports, volumes, and who is joined with whom.
 *
 * <p>Sets and numbers only; what deserves a finding is a rule's business. Which failure takes a connection away belongs to
 * {@link org.vcdsl.analysis.failure}.
 */
package org.vcdsl.analysis.network;
