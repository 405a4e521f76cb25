package org.vcdsl.analysis.placement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places that a workload can come to stand on, as far as a kind of failure domain tells them apart. Workloads with the same pool share
 * one, so that two are the same only when they are one.
 */
final class Choice {

	private final Set<List<String>> places;
	private final Set<String> domains;
	private final Set<String> certain;
	private final boolean isStated;

	/**
	 * @param places at least one: for each place the failure domains it lies in, none where it has a spare
	 * @param isStated whether somebody stated the failure domain of each place
	 */
	Choice(Set<List<String>> places, boolean isStated) {
		this.places = places;
		this.domains = places.stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
		this.certain = new LinkedHashSet<>(places.iterator().next());
		places.forEach(certain::retainAll);
		this.isStated = isStated;
	}

	/** For each place the failure domains it lies in; places that lie in the same are one. */
	Set<List<String>> places() {
		return places;
	}

	/** All failure domains it can come to stand in. */
	Set<String> domains() {
		return domains;
	}

	/** Whether somebody stated the failure domain of each place. */
	boolean isStated() {
		return isStated;
	}

	/** Whether it stands in some failure domain wherever it is placed. */
	boolean isAlwaysInside() {
		return !places.contains(List.<String>of());
	}

	/** Whether it stands in exactly one wherever it is placed. */
	boolean isAlwaysInOne() {
		return places.stream().allMatch(place -> place.size() == 1);
	}

	/** The failure domains it stands in wherever it is placed. */
	Set<String> certain() {
		return certain;
	}
}
