package org.vcdsl.analysis.placement;

import java.util.List;
import java.util.Optional;

import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Workload;

/**
 * Why a workload runs on a platform, or does not: the kernel it gets, from where, and everything that was compared.
 *
 * @param platform it stands on, or is asked about
 * @param standsThere whether it is placed there
 * @param kernelFrom what brings the kernel it runs on
 * @param system the operating system that the kernel belongs to, as far as stated
 * @param starter what starts it: {@code engine docker 27.3}, {@code hypervisor kvm}; absent when there is none
 * @param compared every question that arises there, with its answer
 * @param obstacle what keeps it from standing there, beside what was compared; as a clause without its subject
 */
public record Explanation(Workload workload, ContainerHost platform, boolean standsThere, Element kernelFrom,
		Optional<OperatingSystem> system, Optional<String> starter, List<Compatibility> compared, Optional<String> obstacle) {

	public Explanation {
		compared = List.copyOf(compared);
	}

	/** The worst of all answers; it runs as far as stated when nothing was compared. */
	public Verdict verdict() {
		return obstacle.isPresent() ? Verdict.FAILS
				: compared.stream().map(Compatibility::answer).max(Answer.BY_WEIGHT).map(Answer::verdict).orElse(Verdict.RUNS);
	}

	/** The kernel it runs on, as far as stated. */
	public Optional<Kernel> kernel() {
		return system.map(OperatingSystem::kernel);
	}
}
