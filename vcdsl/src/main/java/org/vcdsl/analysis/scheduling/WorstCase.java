package org.vcdsl.analysis.scheduling;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.vcdsl.analysis.placement.FailureDomains;
import org.vcdsl.topology.FailureDomain;

/**
 * How many pods of a group a scheduler may put into one failure domain, wherever it puts them. Pods that publish the same ports stand on nodes of
 * their own; that they ask for memory, so that not all fit on one node, is not counted on.
 *
 * <p>With a skew of s, the fullest of d domains holds at most s more than each other, so that of n pods it holds at most (n + (d - 1) s) / d.
 */
final class WorstCase {

	private final PodGroup group;
	private final FailureDomains domains;
	private final Map<FailureDomain, Map<String, Set<String>>> nodes = new EnumMap<>(FailureDomain.class);

	WorstCase(PodGroup group, FailureDomains domains) {
		this.group = group;
		this.domains = domains;
	}

	/** The most that any failure domain of a kind may hold; 0 when none of its nodes stands in one. Takes time in nodes times terms. */
	int most(FailureDomain kind) {
		if (kind == FailureDomain.KERNEL && group.pods().getFirst().bringsKernel()) {
			return 1;
		}
		return nodesOf(kind).values().stream().mapToInt(this::most).max().orElse(0);
	}

	/** The most that some nodes of the group may hold together. */
	int most(Set<String> some) {
		var pods = group.isOnePerNode() ? Math.min(some.size(), group.pods().size()) : group.pods().size();
		return group.terms().stream().filter(SchedulingTerm::isHard).mapToInt(term -> bound(term, some)).reduce(pods, Math::min);
	}

	/** The nodes of the group by the failure domain of a kind that they stand in, in their order. */
	Map<String, Set<String>> nodesOf(FailureDomain kind) {
		return nodes.computeIfAbsent(kind, any -> {
			var byDomain = new LinkedHashMap<String, Set<String>>();
			group.nodes().forEach(node -> domains.ofPlatform(node, kind)
					.forEach(domain -> byDomain.computeIfAbsent(domain, name -> new LinkedHashSet<>()).add(node)));
			return byDomain;
		});
	}

	private int bound(SchedulingTerm term, Set<String> some) {
		return switch (term) {
			case SchedulingTerm.Spread spread when !lasts(spread) -> Integer.MAX_VALUE;
			case SchedulingTerm.Spread spread -> Math.multiplyExact(held(spread), count(some, spread.domain()));
			case SchedulingTerm.Apart apart when apart.declarations().contains(group.declaration()) -> count(some, apart.domain());
			case SchedulingTerm.Apart apart -> Integer.MAX_VALUE;
			case SchedulingTerm.Together together -> Integer.MAX_VALUE;
			case SchedulingTerm.Preferred preferred -> Integer.MAX_VALUE;
		};
	}

	/** Whether it holds after a rollout: of several declarations, revisions cannot be told apart. */
	private boolean lasts(SchedulingTerm.Spread spread) {
		return spread.declarations().size() == 1 && group.canSpreadRevisions();
	}

	/** The most that one domain holds. */
	private int held(SchedulingTerm.Spread spread) {
		var all = count(group.nodes(), spread.domain());
		return all == 0 ? 0 : (int) ((spread.pods() + (all - 1L) * spread.skew()) / all);
	}

	private int count(Collection<String> some, FailureDomain kind) {
		return domains.ofPlatforms(some, kind).size();
	}
}
