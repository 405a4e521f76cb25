package org.vcdsl.analysis.placement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many workloads can have a failure domain of their own at once.
 *
 * <p>A system of distinct representatives (P. Hall, On representatives of subsets, 1935), found by augmenting paths (C. Berge, Two theorems
 * in graph theory, 1957): first each takes one that is free; who finds none asks those that have one to take another. Workloads with one
 * choice are as good as each other and are treated as one that wants several. Linear in the choices where the first pass succeeds, and for
 * each that finds none then.
 */
final class Representatives {

	private static final int NOBODY = -1;

	/**
	 * Workloads that are too many for what they can choose from.
	 *
	 * @param workloads how many there are
	 * @param domains all that they can choose from, which is fewer
	 */
	record Crowd(int workloads, List<String> domains) {
	}

	private final int[] wanted;
	private final int[][] domainsOf;
	private final List<String> domains;
	private final int[] holder;
	private int matched;
	private Optional<Crowd> crowd = Optional.empty();

	private Representatives(Map<Choice, Integer> choices) {
		var numbers = new LinkedHashMap<String, Integer>();
		choices.keySet().forEach(choice -> choice.domains().forEach(domain -> numbers.putIfAbsent(domain, numbers.size())));
		this.domains = List.copyOf(numbers.keySet());
		this.wanted = choices.values().stream().mapToInt(Integer::intValue).toArray();
		this.domainsOf = choices.keySet().stream().map(choice -> choice.domains().stream().mapToInt(numbers::get).toArray())
				.toArray(int[][]::new);
		this.holder = new int[domains.size()];
		Arrays.fill(holder, NOBODY);
	}

	/** For workloads with these choices, each of which takes one domain of its place. */
	static Representatives of(List<Choice> choices) {
		var counted = new LinkedHashMap<Choice, Integer>();
		choices.forEach(choice -> counted.merge(choice, 1, Integer::sum));
		var representatives = new Representatives(counted);
		representatives.match();
		return representatives;
	}

	/** How many workloads have a domain of their own, at most. */
	int matched() {
		return matched;
	}

	/** The first workloads that are too many; empty when all have a domain of their own. */
	Optional<Crowd> crowd() {
		return crowd;
	}

	private void match() {
		var missing = new int[wanted.length];
		for (var one = 0; one < wanted.length; one++) {
			missing[one] = wanted[one] - takeFree(one);
		}
		for (var one = 0; one < wanted.length; one++) {
			while (missing[one] > 0 && takeAnother(one)) {
				missing[one]--;
			}
		}
	}

	/** Takes of its domains as many as are free and wanted. */
	private int takeFree(int one) {
		var taken = 0;
		for (var domain : domainsOf[one]) {
			if (taken < wanted[one] && holder[domain] == NOBODY) {
				holder[domain] = one;
				taken++;
			}
		}
		matched += taken;
		return taken;
	}

	/** Frees a domain by asking its holder to take another, and so on; whoever finds no way now never will (Berge). */
	private boolean takeAnother(int start) {
		var askedBy = new HashMap<Integer, Integer>();
		var askedFor = new HashMap<Integer, Integer>();
		var open = new ArrayDeque<>(List.of(start));
		askedFor.put(start, NOBODY);
		while (!open.isEmpty()) {
			int one = open.remove();
			for (var domain : domainsOf[one]) {
				if (askedBy.putIfAbsent(domain, one) != null) {
					continue;
				}
				if (holder[domain] == NOBODY) {
					pass(domain, askedBy, askedFor);
					return true;
				}
				if (askedFor.putIfAbsent(holder[domain], domain) == null) {
					open.add(holder[domain]);
				}
			}
		}
		if (crowd.isEmpty()) {
			crowd = Optional.of(crowd(askedFor.keySet(), askedBy.keySet()));
		}
		return false;
	}

	/** Along the way, each takes the domain found and leaves the one it was asked for. */
	private void pass(int free, Map<Integer, Integer> askedBy, Map<Integer, Integer> askedFor) {
		var domain = free;
		while (domain != NOBODY) {
			int taker = askedBy.get(domain);
			holder[domain] = taker;
			domain = askedFor.get(taker);
		}
		matched++;
	}

	private Crowd crowd(Set<Integer> workloads, Set<Integer> taken) {
		var names = new ArrayList<String>();
		taken.stream().sorted().forEach(domain -> names.add(domains.get(domain)));
		return new Crowd(workloads.stream().mapToInt(one -> wanted[one]).sum(), List.copyOf(names));
	}
}
