package org.vcdsl.analysis.address;

import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.SourceRange;

/**
 * An address that somebody gave a workload on a network.
 *
 * @param workload name of one that may not be there
 * @param network name of one that may not be there
 * @param source where that is written
 */
public record AssignedAddress(String workload, String network, IpAddress address, SourceRange source) {
}
