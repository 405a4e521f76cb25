package org.vcdsl.analysis.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Topology;

/**
 * What hosts and switches draw from one feed at most, in watts, directly and through other feeds. What nobody stated draws nothing.
 *
 * <p><b>Usual</b> is the draw while every feed is up and each consumer, as each feed on feeds, draws equally from all it is fed by.
 *
 * <p><b>Worst</b> is the most that can fall on it. Who needs r of n feeds may draw all from any r of them: what the loss of the others
 * leaves it no choice but to do, and what servers do by themselves that keep spare power supplies idle. Let {@code share(x, f)} be the
 * part of its power that x draws from feed f, 1 for f itself. Drawing equally from a set S of at least r feeds, x draws the mean of
 * {@code share(g, f)} over g in S, and no mean is larger than that of the r largest. These choices do not hinder each other: every
 * consumer, and every feed, has its own, and for this f all of them are at their largest at once. So the sum of the worst case of each
 * consumer is exactly the worst case of all, and no subset has to be tried.
 *
 * <p>Power that is drawn at most is taken for drawn: by all, at the same time.
 *
 * @param capacityWatts what it can carry
 * @param usual by what draws it
 * @param worst by what draws it
 */
public record FeedLoad(Feed feed, long capacityWatts, List<Part> usual, List<Part> worst) {

	public FeedLoad {
		usual = List.copyOf(usual);
		worst = List.copyOf(worst);
	}

	/**
	 * The feeds that may have to carry more than they can, in the order of the topology.
	 *
	 * <p>Takes time in the feeds and consumers, and for each feed on which more might fall if all that it feeds in whatever way drew from it
	 * alone, in what it feeds: a chain of n feeds takes n², if all of them are overloaded.
	 *
	 * <p>Precondition: no feed stands on itself, which resolving refuses.
	 */
	public static List<FeedLoad> overloaded(Topology topology) {
		var network = new Network(topology);
		return topology.feeds().values().stream().flatMap(feed -> network.load(feed).stream()).toList();
	}

	/** Whether it is too much while everything is up. */
	public boolean isOverloadedAnyway() {
		return isTooMuch(usual);
	}

	private boolean isOverloadedAtWorst() {
		return isTooMuch(worst);
	}

	private boolean isTooMuch(List<Part> parts) {
		return Part.sum(parts).compareTo(Fraction.of(capacityWatts)) > 0;
	}

	/** Feeds, each with a number behind those of the feeds it stands on, and what stands on them. */
	private static final class Network {

		private final List<Feed> feeds = new ArrayList<>();
		private final Map<String, Integer> numbers = new HashMap<>();
		/** By number, the numbers of the feeds directly on it. */
		private final List<List<Integer>> lower;
		/** By number, the supplies of consumers that name it. */
		private final List<List<Supply>> supplies;
		/** Those who share a supply draw alike. */
		private final Map<Supply, List<Part>> consumers = new LinkedHashMap<>();
		/** By number, no more than this can fall on it: what reaches it in two ways counts twice. */
		private final Fraction[] bounds;
		/** By number, the part of its power that a feed draws from the one that is looked at. */
		private final Fraction[] shares;

		Network(Topology topology) {
			number(topology);
			lower = feeds.stream().<List<Integer>>map(any -> new ArrayList<>()).toList();
			supplies = feeds.stream().<List<Supply>>map(any -> new ArrayList<>()).toList();
			bounds = new Fraction[feeds.size()];
			shares = Stream.generate(() -> Fraction.ZERO).limit(feeds.size()).toArray(Fraction[]::new);
			feeds.forEach(feed -> above(feed.supply()).forEach(upper -> lower.get(upper).add(numbers.get(feed.name()))));
			topology.hosts().values().forEach(host -> host.hardware().powerWatts()
					.ifPresent(watts -> add(host.supply(), Part.of(host.declaration(), watts))));
			topology.switches().values().forEach(one -> one.powerWatts()
					.ifPresent(watts -> add(one.supply(), Part.of(one.declaration(), watts))));
			consumers.replaceAll((supply, parts) -> Part.merged(parts.stream()));
			consumers.keySet().forEach(supply -> above(supply).forEach(feed -> supplies.get(feed).add(supply)));
			for (var feed = feeds.size() - 1; feed >= 0; feed--) {
				bounds[feed] = bound(feed);
			}
		}

		private void number(Topology topology) {
			var on = new HashMap<String, List<Feed>>();
			topology.feeds().values().forEach(feed -> feed.supply().feeds()
					.forEach(upper -> on.computeIfAbsent(upper, name -> new ArrayList<>()).add(feed)));
			var missing = new HashMap<String, Integer>();
			topology.feeds().values().forEach(feed -> missing.put(feed.name(), feed.supply().feeds().size()));
			var ready = new ArrayDeque<>(topology.feeds().values().stream().filter(feed -> !feed.supply().isStated()).toList());
			while (!ready.isEmpty()) {
				var feed = ready.remove();
				numbers.put(feed.name(), feeds.size());
				feeds.add(feed);
				on.getOrDefault(feed.name(), List.of()).stream()
						.filter(below -> missing.merge(below.name(), -1, Integer::sum) == 0).forEach(ready::add);
			}
		}

		private Stream<Integer> above(Supply supply) {
			return supply.feeds().stream().map(numbers::get);
		}

		private void add(Supply supply, Part part) {
			consumers.computeIfAbsent(supply, any -> new ArrayList<>()).add(part);
		}

		private Fraction bound(int feed) {
			return Stream.concat(supplies.get(feed).stream().map(supply -> Part.sum(consumers.get(supply))),
					lower.get(feed).stream().map(below -> bounds[below])).reduce(Fraction.ZERO, Fraction::plus);
		}

		Optional<FeedLoad> load(Feed feed) {
			var number = numbers.get(feed.name());
			return feed.capacityWatts().stream().boxed().filter(capacity -> bounds[number].compareTo(Fraction.of(capacity)) > 0)
					.map(capacity -> load(feed, capacity, fed(number))).filter(FeedLoad::isOverloadedAtWorst).findFirst();
		}

		private FeedLoad load(Feed feed, long capacity, List<Integer> fed) {
			return new FeedLoad(feed, capacity, draws(fed, supply -> supply.feeds().size()), draws(fed, Supply::required));
		}

		/**
		 * Who draws how much from the first of these feeds, the others being those that stand on it, when everything draws equally from as
		 * many feeds as told, from those that stand most on it.
		 */
		private List<Part> draws(List<Integer> fed, ToIntFunction<Supply> many) {
			shares[fed.getFirst()] = Fraction.ONE;
			fed.stream().skip(1).forEach(feed -> shares[feed] = share(feeds.get(feed).supply(), many));
			var parts = Part.merged(fed.stream().flatMap(feed -> supplies.get(feed).stream()).distinct()
					.flatMap(supply -> parts(supply, share(supply, many))));
			fed.forEach(feed -> shares[feed] = Fraction.ZERO);
			return parts;
		}

		private Stream<Part> parts(Supply supply, Fraction share) {
			return consumers.get(supply).stream().map(part -> new Part(part.declaration(), part.each().times(share), part.count()));
		}

		private Fraction share(Supply supply, ToIntFunction<Supply> many) {
			if (supply.feeds().size() == 1) {
				return shares[numbers.get(supply.feeds().getFirst())];
			}
			var drawn = many.applyAsInt(supply);
			return above(supply).map(feed -> shares[feed]).sorted(Comparator.reverseOrder()).limit(drawn)
					.reduce(Fraction.ZERO, Fraction::plus).dividedBy(Fraction.of(drawn));
		}

		/** A feed, then all feeds that stand on it, through others too, each behind those it stands on. */
		private List<Integer> fed(int feed) {
			var found = new BitSet();
			found.set(feed);
			for (var next = feed; next >= 0; next = found.nextSetBit(next + 1)) {
				lower.get(next).forEach(found::set);
			}
			return found.stream().boxed().toList();
		}
	}
}
