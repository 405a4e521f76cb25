package org.vcdsl.analysis.placement;

import java.util.Optional;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Workload;

/**
 * A recorded place that a workload had to leave.
 *
 * @param platform name of the host or virtual machine
 * @param constraint what it would break; absent when the workload may not stand there at all
 */
public record UnkeptPlace(Workload workload, String platform, Optional<Constraint> constraint) {
}
