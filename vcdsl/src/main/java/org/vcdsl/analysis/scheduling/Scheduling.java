package org.vcdsl.analysis.scheduling;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.vcdsl.analysis.failure.SurvivalAnswer;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.placement.FailureDomains;
import org.vcdsl.analysis.placement.SuitingPlatforms;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;

/**
 * What a topology leaves to the schedulers of its Kubernetes clusters, and what of a placement holds wherever these put pods: only what they
 * are told as hard terms.
 */
public final class Scheduling {

	private final Topology topology;
	private final FailureDomains domains;
	private final Map<String, PodGroup> groups = new LinkedHashMap<>();

	private Scheduling(Topology topology, SuitingPlatforms platforms) {
		this.topology = topology;
		this.domains = new FailureDomains(topology);
		new PodGroups(topology, platforms).groups().forEach(group -> groups.put(group.declaration(), group));
	}

	/**
	 * Of a topology whose workloads are placed. Takes time in pods, in the nodes of each declaration, and in the members of constraints.
	 *
	 * @param compatibility of the same topology
	 */
	public static Scheduling of(Topology topology, KernelCompatibility compatibility) {
		return new Scheduling(topology, new SuitingPlatforms(topology, compatibility));
	}

	/** All pods that schedulers place, by declaration, in the order of clusters and declarations. */
	public List<PodGroup> groups() {
		return List.copyOf(groups.values());
	}

	/** Names of the declarations whose pods schedulers place. */
	public Set<String> declarations() {
		return groups.keySet();
	}

	/** Those of them of which no host can come to hold all, because of what the schedulers are told. */
	public Set<String> keptApart() {
		var kept = new LinkedHashSet<String>();
		groups.values().stream().filter(group -> new WorstCase(group, domains).most(FailureDomain.HOST) < group.pods().size())
				.map(PodGroup::declaration).forEach(kept::add);
		return kept;
	}

	/**
	 * Answers about survival with those that are proven of the placement there is but would not be of another one that schedulers may choose as
	 * {@link SurvivalAnswer.Verdict#LEFT_TO_SCHEDULER}. Takes time in what services rest on.
	 */
	public List<SurvivalAnswer> reconsidered(List<SurvivalAnswer> answers) {
		return groups.isEmpty() ? answers : answers.stream().map(this::reconsidered).toList();
	}

	private SurvivalAnswer reconsidered(SurvivalAnswer answer) {
		if (answer.verdict() != SurvivalAnswer.Verdict.PROVEN) {
			return answer;
		}
		var doubtful = new Survival(topology, groups, domains).doubtful(answer.service(), answer.goal().losses().getFirst().domain());
		return doubtful.isEmpty() ? answer
				: new SurvivalAnswer(answer.service(), answer.goal(), SurvivalAnswer.Verdict.LEFT_TO_SCHEDULER, doubtful);
	}

	/**
	 * Constraints with which what is left to schedulers would be proven, one for each declaration that is named; none when that cannot be had.
	 *
	 * @param answer one that is {@link SurvivalAnswer.Verdict#LEFT_TO_SCHEDULER}
	 */
	public List<Constraint> missing(SurvivalAnswer answer) {
		var domain = answer.goal().losses().getFirst().domain();
		if (!PodGroups.isKnownOfNodes(domain)) {
			return List.of();
		}
		var told = new LinkedHashMap<>(groups);
		answer.elements().forEach(name -> told.computeIfPresent(name, (same, group) -> group.told(
				new SchedulingTerm.Spread(List.of(name), group.pods().size(), domain, 1, true))));
		return new Survival(topology, told, domains).doubtful(answer.service(), domain).isEmpty()
				? answer.elements().stream().map(name -> spread(groups.get(name), domain)).toList()
				: List.of();
	}

	private static Constraint spread(PodGroup group, FailureDomain domain) {
		var all = new Selection(group.declaration(), group.pods().stream().map(Pod::name).toList());
		return new Constraint(Strength.MUST, new Constraint.Spread(List.of(all), domain, OptionalInt.of(1)), group.pods().getFirst().source());
	}
}
