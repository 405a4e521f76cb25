package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The candidates of workloads, for three questions that are asked of each in turn: where everything is kept and there is room, where at least
 * everything is kept, and where it stands at all. Each remembers what refused workloads alike for good, so that this is asked once.
 */
final class Tiers {

	private final Supplier<Candidates> candidates;
	private final Candidates roomy;
	private Optional<Candidates> kept = Optional.empty();
	private Optional<Candidates> any = Optional.empty();
	/** Where siblings stand. */
	private final List<String> siblings = new ArrayList<>();

	/** @param candidates the same each time, of which nothing is known yet */
	Tiers(Supplier<Candidates> candidates) {
		this.candidates = candidates;
		this.roomy = candidates.get();
	}

	/** Those with room, of which all that must be kept is kept, or all that should be, too. */
	Candidates roomy() {
		return roomy;
	}

	/** Those of which all that must be kept is kept, whether there is room or not. */
	Candidates kept() {
		kept = kept.or(() -> Optional.of(started()));
		return kept.get();
	}

	/** All. */
	Candidates any() {
		any = any.or(() -> Optional.of(started()));
		return any.get();
	}

	private Candidates started() {
		var more = candidates.get();
		more.start(siblings);
		return more;
	}

	/** Goes on to another declaration, of which some workloads were placed already. */
	void start(List<String> placed) {
		siblings.clear();
		siblings.addAll(placed);
		all().forEach(each -> each.start(placed));
	}

	/** Forgets what was refused: the next workload is none like those before. */
	void forget() {
		all().forEach(Candidates::forget);
	}

	/** Notes that a workload was placed here. */
	void put(String platform) {
		siblings.add(platform);
		all().forEach(each -> each.put(platform));
	}

	private List<Candidates> all() {
		var all = new ArrayList<>(List.of(roomy));
		kept.ifPresent(all::add);
		any.ifPresent(all::add);
		return all;
	}
}
