package org.vcdsl.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What falls on a feed must equal trying every choice, and never be less than losing any feeds makes fall on it. */
class FeedLoadBruteForceTest {

	private static final int NETWORKS = 400;
	private static final double EXACTLY = 1e-5;

	/**
	 * What is fed: a feed, or a host that draws power.
	 *
	 * @param feeds numbers of feeds before it
	 * @param required of them, 0 if there are none
	 */
	private record Fed(List<Integer> feeds, int required) {

		String clause() {
			var names = feeds.stream().map(feed -> "f" + feed).collect(Collectors.joining(", "));
			return feeds.isEmpty() ? "" : "fed by " + (required == 1 ? "" : required + " of ") + names;
		}

		/** Every set of enough of its feeds. */
		List<List<Integer>> choices() {
			return feeds.isEmpty() ? List.of(List.of())
					: IntStream.range(0, 1 << feeds.size()).filter(bits -> Integer.bitCount(bits) >= required)
							.mapToObj(bits -> IntStream.range(0, feeds.size()).filter(i -> (bits >> i & 1) == 1).mapToObj(feeds::get).toList())
							.toList();
		}
	}

	private record Network(List<Fed> feeds, List<Fed> hosts, List<Integer> watts) {

		static Network draw(Random random) {
			var feeds = IntStream.range(0, 2 + random.nextInt(4)).mapToObj(number -> fed(number, 0, random)).toList();
			var hosts = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(any -> fed(feeds.size(), 1, random)).toList();
			return new Network(feeds, hosts, hosts.stream().map(any -> 60 * (1 + random.nextInt(9))).toList());
		}

		private static Fed fed(int before, int least, Random random) {
			var many = Math.min(before, least + random.nextInt(3));
			var feeds = random.ints(0, Math.max(1, before)).distinct().limit(many).boxed().toList();
			return new Fed(feeds, feeds.isEmpty() ? 0 : 1 + random.nextInt(feeds.size()) * random.nextInt(2));
		}

		/** Feeds carry so little that each that anything falls on is overloaded. */
		String text() {
			var text = new StringBuilder();
			IntStream.range(0, feeds.size()).forEach(i -> text.append("feed f%d { capacity 1 W %s }\n".formatted(i, feeds.get(i).clause())));
			IntStream.range(0, hosts.size())
					.forEach(i -> text.append("host h%d { power %d W %s }\n".formatted(i, watts.get(i), hosts.get(i).clause())));
			return text.append("rules { must forbid vm on h0 }\n").toString();
		}

		/** What falls on a feed when feeds draw equally from what they chose, and each host from what of its choices is worst. */
		double worst(int target) {
			return worst(target, new ArrayList<>());
		}

		private double worst(int target, List<Double> shares) {
			if (shares.size() < feeds.size()) {
				return feeds.get(shares.size()).choices().stream().mapToDouble(choice -> {
					var more = new ArrayList<>(shares);
					more.add(shares.size() == target ? 1 : mean(choice, shares));
					return worst(target, more);
				}).max().orElseThrow();
			}
			return IntStream.range(0, hosts.size()).mapToDouble(i -> watts.get(i)
					* hosts.get(i).choices().stream().mapToDouble(choice -> mean(choice, shares)).max().orElseThrow()).sum();
		}

		/** What falls on a feed when these are lost and everything draws equally from what is up; nothing when it is down itself. */
		double load(int target, Set<Integer> lost) {
			var up = new HashSet<Integer>();
			var shares = new ArrayList<Double>();
			for (var i = 0; i < feeds.size(); i++) {
				var left = feeds.get(i).feeds.stream().filter(up::contains).toList();
				if (!lost.contains(i) && left.size() >= feeds.get(i).required) {
					up.add(i);
				}
				shares.add(i == target ? 1 : mean(left, shares));
			}
			return !up.contains(target) ? 0 : IntStream.range(0, hosts.size()).mapToDouble(i -> {
				var left = hosts.get(i).feeds.stream().filter(up::contains).toList();
				return left.size() >= hosts.get(i).required ? watts.get(i) * mean(left, shares) : 0;
			}).sum();
		}

		double worstLoss(int target) {
			return IntStream.range(0, 1 << feeds.size()).mapToDouble(bits -> load(target,
					IntStream.range(0, feeds.size()).filter(i -> (bits >> i & 1) == 1).boxed().collect(Collectors.toSet()))).max()
					.orElseThrow();
		}

		private static double mean(List<Integer> choice, List<Double> shares) {
			return choice.stream().mapToDouble(shares::get).average().orElse(0);
		}

		/** Whether any one feed suffices to everything, and nothing that stands on the feed also stands on what this itself stands on. */
		boolean isPlain(int target) {
			var above = around(target);
			var all = IntStream.range(0, feeds.size() + hosts.size())
					.mapToObj(i -> i < feeds.size() ? feeds.get(i) : hosts.get(i - feeds.size())).toList();
			return all.stream().allMatch(fed -> fed.required <= 1) && all.stream()
					.filter(fed -> fed.feeds.stream().anyMatch(feed -> around(feed).contains(target)))
					.noneMatch(fed -> fed.feeds.stream().anyMatch(feed -> feed != target && above.contains(feed)));
		}

		/** A feed and all it stands on. */
		private Set<Integer> around(int feed) {
			var around = new HashSet<>(Set.of(feed));
			feeds.get(feed).feeds.forEach(upper -> around.addAll(around(upper)));
			return around;
		}
	}

	@Test
	void theWorstEqualsTryingEveryChoice() {
		var random = new Random(404);
		var plain = 0;
		var more = 0;
		for (var number = 0; number < NETWORKS; number++) {
			var network = Network.draw(random);
			var found = found(network);
			for (var feed = 0; feed < network.feeds.size(); feed++) {
				var worst = watts(found, feed, FeedLoad::worst);
				assertThat(worst).as(network.text()).isCloseTo(network.worst(feed), within(EXACTLY));
				assertThat(watts(found, feed, FeedLoad::usual)).as(network.text()).isCloseTo(network.load(feed, Set.of()), within(EXACTLY));
				assertThat(worst).as(network.text()).isGreaterThanOrEqualTo(network.worstLoss(feed) - EXACTLY);
				if (network.isPlain(feed)) {
					plain++;
					assertThat(worst).as(network.text()).isCloseTo(network.worstLoss(feed), within(EXACTLY));
				}
				more += worst > network.load(feed, Set.of()) ? 1 : 0;
			}
		}
		assertThat(plain).isGreaterThan(NETWORKS / 2);
		assertThat(more).isGreaterThan(NETWORKS / 2);
	}

	private static Map<String, FeedLoad> found(Network network) {
		return FeedLoad.overloaded(resolve(network.text())).stream().collect(Collectors.toMap(load -> load.feed().name(), load -> load));
	}

	private static double watts(Map<String, FeedLoad> found, int feed, Function<FeedLoad, List<Part>> side) {
		var load = found.get("f" + feed);
		return load == null ? 0 : Part.sum(side.apply(load)).rounded(9).doubleValue();
	}
}
