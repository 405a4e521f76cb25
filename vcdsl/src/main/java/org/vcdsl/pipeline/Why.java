package org.vcdsl.pipeline;

import java.util.Optional;

import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.analysis.placement.Explainer;
import org.vcdsl.report.WhyText;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Why a workload runs, or does not.
 *
 * @param text for a terminal
 * @param fails whether the verdict is that it does not
 */
public record Why(String text, boolean fails) {

	/**
	 * Of a workload where it stands, and everywhere else; or on one host or virtual machine that is asked about.
	 *
	 * @throws IllegalArgumentException if what was judged has no topology
	 */
	public static Why of(Checked checked, Workload workload, Optional<ContainerHost> asked) {
		var topology = checked.topology().orElseThrow(() -> new IllegalArgumentException("There is no topology"));
		var explainer = new Explainer(topology, checked.catalogue());
		var explanation = explainer.explain(workload, asked.orElseGet(() -> topology.platformOf(workload)));
		return new Why(WhyText.of(explanation) + (asked.isPresent() ? "" : WhyText.elsewhere(explainer.elsewhere(workload))),
				explanation.verdict() == Verdict.FAILS);
	}

	/** A host or virtual machine by its name. */
	public static Optional<ContainerHost> platform(Topology topology, String name) {
		Optional<Host> host = Optional.ofNullable(topology.hosts().get(name));
		return host.<ContainerHost>map(found -> found).or(() -> Optional.ofNullable(topology.workloads().get(name))
				.flatMap(workload -> workload instanceof VirtualMachine vm ? Optional.of(vm) : Optional.empty()));
	}
}
