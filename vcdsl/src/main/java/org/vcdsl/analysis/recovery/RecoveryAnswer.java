package org.vcdsl.analysis.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * What of a declaration that says {@code recover auto} does not come back after the loss of the host it stands on: N+1, for what the architect
 * counts on.
 *
 * @param members all of the declaration, at least one
 * @param refuted those that do not come back, or not all
 * @param open those of which that is unknown
 */
public record RecoveryAnswer(List<Workload> members, List<Case> refuted, List<Case> open) {

	public RecoveryAnswer {
		members = List.copyOf(members);
		refuted = List.copyOf(refuted);
		open = List.copyOf(open);
	}

	/** A workload, the loss of its host, and what becomes of it. */
	public record Case(Workload workload, Loss loss, Outcome outcome) {
	}

	/**
	 * Of all declarations of which something does not come back or may not, in the order of the topology. Only hosts are looked at that
	 * carry something of the kind, each once.
	 */
	public static List<RecoveryAnswer> of(Topology topology, Aftermaths aftermaths) {
		var hosts = new LinkedHashSet<String>();
		topology.workloads().values().stream().filter(AftermathSearch::isToRecover).forEach(workload -> hosts.add(topology.hostOf(workload).name()));
		if (hosts.isEmpty()) {
			return List.of();
		}
		var cases = new LinkedHashMap<String, List<Case>>();
		hosts.stream().map(host -> aftermaths.of(new Loss(FailureDomain.HOST, host))).forEach(aftermath -> aftermath.outcomes().forEach(
				(name, outcome) -> cases.computeIfAbsent(topology.workloads().get(name).declaration(), any -> new ArrayList<>())
						.add(new Case(topology.workloads().get(name), aftermath.loss(), outcome))));
		return topology.declarations().entrySet().stream().filter(declaration -> cases.containsKey(declaration.getKey()))
				.map(declaration -> answer(declaration.getValue(), cases.get(declaration.getKey())))
				.filter(answer -> !answer.refuted.isEmpty() || !answer.open.isEmpty()).toList();
	}

	private static RecoveryAnswer answer(List<Workload> members, List<Case> cases) {
		return new RecoveryAnswer(members,
				cases.stream().filter(one -> one.outcome instanceof Outcome.StaysDown || one.outcome instanceof Outcome.NotAll).toList(),
				cases.stream().filter(one -> one.outcome instanceof Outcome.Unknown).toList());
	}
}
