package org.vcdsl.analysis.placement;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Topology;

/** Small estates at random; what is luck is said over again in the plainest words. */
class LuckySeparationTest {

	private static final int ESTATES = 600;
	private static final List<String> WIDEST_FIRST = List.of("site", "rack", "host");

	/**
	 * @param racks the site of each rack; some stand in none
	 * @param hosts the rack of each host; some stand in none
	 * @param groups the hosts that each member of a group may stand on
	 */
	private record Estate(Map<String, Optional<String>> racks, Map<String, Optional<String>> hosts, List<List<List<String>>> groups,
			List<String> constraints) {

		static Estate draw(Random random) {
			var racks = new HashMap<String, Optional<String>>();
			names("r", 1 + random.nextInt(4)).forEach(rack -> racks.put(rack, sometimes("s" + random.nextInt(2), random)));
			var hosts = new HashMap<String, Optional<String>>();
			names("h", 1 + random.nextInt(5)).forEach(host -> hosts.put(host, sometimes("r" + (1 + random.nextInt(racks.size())), random)));
			var groups = new ArrayList<List<List<String>>>();
			for (var group = 0; group < 3; group++) {
				var shared = some(hosts.keySet(), random);
				var alike = random.nextInt(3) > 0;
				groups.add(IntStream.range(0, 1 + random.nextInt(4)).mapToObj(member -> alike ? shared : some(hosts.keySet(), random))
						.toList());
			}
			var constraints = new ArrayList<String>();
			for (var count = random.nextInt(3); count > 0; count--) {
				var domain = List.of("site", "rack", "host", "kernel").get(random.nextInt(4));
				var subjects = subject(groups, random) + (random.nextBoolean() ? ", " + subject(groups, random) : "");
				constraints.add((random.nextBoolean() ? "must " : "should ") + switch (random.nextInt(4)) {
					case 0 -> "spread %s across %s".formatted(subjects, domain);
					case 1 -> "apart %s by %s".formatted(subjects, domain);
					case 2 -> "pin %s on %s".formatted(subjects, String.join(", ", some(hosts.keySet(), random)));
					default -> "ban %s on %s".formatted(subjects, String.join(", ", some(hosts.keySet(), random)));
				});
			}
			return new Estate(racks, hosts, groups, constraints);
		}

		private static List<String> names(String kind, int count) {
			return IntStream.rangeClosed(1, count).mapToObj(number -> kind + number).toList();
		}

		private static Optional<String> sometimes(String name, Random random) {
			return random.nextInt(6) == 0 ? Optional.empty() : Optional.of(name);
		}

		private static List<String> some(Set<String> names, Random random) {
			var shuffled = new ArrayList<>(names.stream().sorted().toList());
			Collections.shuffle(shuffled, random);
			return List.copyOf(shuffled.subList(0, 1 + random.nextInt(names.size())));
		}

		private static String subject(List<List<List<String>>> groups, Random random) {
			var group = random.nextInt(groups.size());
			var first = 1 + random.nextInt(groups.get(group).size());
			return random.nextBoolean() ? "g" + group : "g%s[%s..%s]".formatted(group, first, groups.get(group).size());
		}

		String text() {
			var text = new StringBuilder("host nowhere { hypervisor kvm }\n");
			hosts.forEach((host, rack) -> text.append(rack.isEmpty() ? declared(host) : ""));
			racks.forEach((rack, site) -> text.append(site.isEmpty() ? printed(rack) : ""));
			racks.values().stream().flatMap(Optional::stream).distinct().sorted().forEach(site -> text.append("site %s { %s }%n"
					.formatted(site, racks.keySet().stream().filter(rack -> racks.get(rack).equals(Optional.of(site))).map(this::printed)
							.collect(joining()))));
			for (var group = 0; group < groups.size(); group++) {
				for (var member = 1; member <= groups.get(group).size(); member++) {
					text.append("vm g%s[%s] on %s%n".formatted(group, member, String.join(", ", groups.get(group).get(member - 1))));
				}
			}
			return text + "rules {\n  " + String.join("\n  ", constraints) + "\n}\n";
		}

		private String printed(String rack) {
			return "rack %s { %s }%n".formatted(rack, hosts.keySet().stream().filter(host -> hosts.get(host).equals(Optional.of(rack)))
					.map(Estate::declared).collect(joining()));
		}

		private static String declared(String host) {
			return "host %s { hypervisor kvm } ".formatted(host);
		}

		/** The kind of failure domain of which it is to be said, for a group. */
		Optional<String> luck(int group, Topology topology) {
			var count = groups.get(group).size();
			var allowed = IntStream.rangeClosed(1, count).mapToObj(member -> allowed(group, member, "")).toList();
			var everywhere = new HashSet<>(allowed.getFirst());
			allowed.forEach(everywhere::retainAll);
			if (count < 2 || everywhere.isEmpty() || allowed.stream().allMatch(hosts -> hosts.size() == 1) || isAskedFor(group)) {
				return Optional.empty();
			}
			var places = IntStream.rangeClosed(1, count).mapToObj(member -> topology.standsOn(topology.workloads().get("g%s[%s]"
					.formatted(group, member)))).toList();
			return WIDEST_FIRST.stream().filter(kind -> isSpread(group, places, kind)).findFirst();
		}

		/** More than one domain, and none twice while another that they may stand in is free. */
		private boolean isSpread(int group, List<String> places, String kind) {
			var taken = places.stream().map(host -> domain(host, kind)).toList();
			if (taken.stream().anyMatch(Optional::isEmpty) || new HashSet<>(taken).size() == 1) {
				return false;
			}
			var all = IntStream.rangeClosed(1, groups.get(group).size()).mapToObj(member -> allowed(group, member, "must ")).flatMap(Set::stream)
					.map(host -> domain(host, kind)).filter(Optional::isPresent).collect(toSet());
			return new HashSet<>(taken).size() == taken.size() || taken.containsAll(all);
		}

		private Optional<String> domain(String host, String kind) {
			return switch (kind) {
				case "host" -> Optional.of(host);
				case "rack" -> hosts.get(host);
				default -> hosts.get(host).flatMap(racks::get);
			};
		}

		/** Of the hosts it names, those that pins and bans which begin like that leave; all when they leave none. */
		private Set<String> allowed(int group, int member, String beginning) {
			var allowed = new HashSet<>(groups.get(group).get(member - 1));
			constraints.stream().filter(constraint -> constraint.startsWith(beginning)).map(constraint -> constraint.split(" on ")).filter(parts -> parts.length == 2)
					.filter(parts -> Estate.subjects(parts[0]).stream().anyMatch(subject -> names(subject, group, member)))
					.forEach(parts -> allowed.removeIf(host -> parts[0].contains(" pin ") != List.of(parts[1].split(", ")).contains(host)));
			return allowed.isEmpty() ? Set.copyOf(groups.get(group).get(member - 1)) : allowed;
		}

		private boolean isAskedFor(int group) {
			return constraints.stream().filter(constraint -> constraint.matches(".* (across|by) (site|rack|host)")).anyMatch(constraint -> {
				var subjects = subjects(constraint.replaceFirst(" (across|by) .*", ""));
				var members = IntStream.rangeClosed(1, groups.get(group).size()).boxed().toList();
				var each = subjects.stream().map(subject -> members.stream().filter(member -> names(subject, group, member)).toList())
						.toList();
				var together = each.stream().flatMap(List::stream).collect(toSet());
				return constraint.contains(" spread ") || subjects.size() == 1 ? together.size() > 1
						: each.stream().filter(some -> !some.isEmpty()).count() > 1;
			});
		}

		private static List<String> subjects(String constraint) {
			return List.of(constraint.split(" ", 3)[2].split(", "));
		}

		private static boolean names(String subject, int group, int member) {
			return subject.equals("g" + group)
					|| subject.startsWith("g" + group + "[") && member >= Integer.parseInt(subject.replaceAll(".*\\[(\\d+)\\.\\..*", "$1"));
		}
	}

	@Test
	void luckIsWhatNothingAsksForTakenLiterally() {
		var random = new Random(1957);
		var seen = new HashMap<String, Integer>();
		for (var i = 0; i < ESTATES; i++) {
			var estate = Estate.draw(random);
			var topology = resolve(estate.text());
			var found = new HashMap<String, String>();
			LuckySeparation.of(topology, Set.of(), Set.of()).forEach(luck -> found.put(luck.members().getFirst().declaration(), luck.missing().label()));
			var expected = new HashMap<String, String>();
			for (var group = 0; group < estate.groups.size(); group++) {
				var name = "g" + group;
				estate.luck(group, topology).ifPresent(kind -> expected.put(name, "must spread %s across %s".formatted(name, kind)));
			}

			assertThat(found).as(estate::text).isEqualTo(expected);
			found.values().forEach(label -> seen.merge(label.replaceAll(".* ", ""), 1, Integer::sum));
		}
		assertThat(seen.keySet()).containsExactlyInAnyOrder("site", "rack", "host");
	}
}
