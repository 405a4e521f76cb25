package org.vcdsl.analysis.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;

/** What tests by brute force share. */
final class SmallWorlds {

	private SmallWorlds() {
	}

	/** A random half of some things. */
	static <T> List<T> half(Random random, List<T> things) {
		return things.stream().filter(any -> random.nextBoolean()).toList();
	}

	/** The sets of more than one that hold together by a relation, by growing each until nothing more belongs to it. */
	static <T> Set<Set<T>> joined(List<T> things, BiPredicate<T, T> isRelated) {
		var joined = new HashSet<Set<T>>();
		for (var thing : things) {
			Set<T> set = new HashSet<>(List.of(thing));
			while (set.addAll(related(things, set, isRelated))) {
				// until it no longer grows
			}
			if (set.size() > 1) {
				joined.add(set);
			}
		}
		return joined;
	}

	private static <T> List<T> related(List<T> things, Set<T> set, BiPredicate<T, T> isRelated) {
		var related = new ArrayList<T>();
		for (var thing : things) {
			if (set.stream().anyMatch(one -> !one.equals(thing) && (isRelated.test(one, thing) || isRelated.test(thing, one)))) {
				related.add(thing);
			}
		}
		return related;
	}
}
