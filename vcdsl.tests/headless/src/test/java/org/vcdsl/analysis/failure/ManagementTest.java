package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Element;

class ManagementTest {

	private static final int DATACENTRES = 500;

	/** Hosts and machines managed by machines on them, on each other, in each other, with names in maps and nothing but rounds. */
	private record Estate(Map<String, List<String>> managers, Map<String, String> on) {

		static Estate draw(Random random) {
			var hosts = names("h", 1 + random.nextInt(4));
			var machines = names("m", 1 + random.nextInt(4));
			var managers = new LinkedHashMap<String, List<String>>();
			hosts.forEach(host -> managers.put(host, some(machines, random)));
			machines.forEach(machine -> managers.put(machine, random.nextInt(3) == 0 ? some(machines, random) : List.of()));
			var on = new LinkedHashMap<String, String>();
			machines.forEach(machine -> {
				var below = Stream.concat(hosts.stream(), on.keySet().stream()).toList();
				on.put(machine, below.get(random.nextInt(below.size())));
			});
			return new Estate(managers, on);
		}

		private static List<String> names(String kind, int count) {
			return IntStream.rangeClosed(1, count).mapToObj(number -> kind + number).toList();
		}

		private static List<String> some(List<String> names, Random random) {
			var shuffled = new ArrayList<>(names);
			Collections.shuffle(shuffled, random);
			return List.copyOf(shuffled.subList(0, random.nextInt(Math.min(names.size(), 2) + 1)));
		}

		String text() {
			return managers.keySet().stream().map(name -> "%s { hypervisor kvm%s }%n".formatted(
					on.containsKey(name) ? "vm %s on %s".formatted(name, on.get(name)) : "host " + name,
					managers.get(name).isEmpty() ? "" : " { managed by %s }".formatted(String.join(", ", managers.get(name)))))
					.collect(joining());
		}

		/** The managed hypervisors that a machine stands on. */
		private Set<String> below(String machine) {
			var below = new HashSet<String>();
			for (var platform = on.get(machine); platform != null; platform = on.get(platform)) {
				below.add(platform);
			}
			below.removeIf(platform -> managers.get(platform).isEmpty());
			return below;
		}

		/** What cannot be managed from the start, when some is taken to be. */
		Set<String> waiting(Set<String> taken) {
			var waiting = managers.keySet().stream().filter(platform -> !managers.get(platform).isEmpty() && !taken.contains(platform))
					.collect(toSet());
			while (waiting.removeIf(platform -> managers.get(platform).stream()
					.anyMatch(manager -> Collections.disjoint(below(manager), waiting)))) {
				continue;
			}
			return waiting;
		}

		/** All hypervisors that lie below managers of one, below managers of these, and so on. */
		Set<String> under(String platform) {
			var under = new HashSet<String>();
			var open = new ArrayList<>(List.of(platform));
			while (!open.isEmpty()) {
				managers.get(open.removeLast()).forEach(manager -> below(manager).stream().filter(under::add).forEach(open::add));
			}
			return under;
		}
	}

	@Test
	void circlesAreWhereStartingEverythingByHandIsStuck() {
		var random = new Random(1911);
		var circles = 0;
		var waitingOutside = 0;
		for (var i = 0; i < DATACENTRES; i++) {
			var estate = Estate.draw(random);
			var found = Management.of(resolve(estate.text())).circles().stream()
					.map(circle -> circle.platforms().stream().map(Element::name).collect(toSet())).toList();

			var all = found.stream().flatMap(Set::stream).collect(toSet());
			assertThat(found.stream().mapToInt(Set::size).sum()).as(estate::text).isEqualTo(all.size());
			assertThat(estate.waiting(all)).as(estate::text).isEmpty();
			for (var circle : found) {
				var others = new HashSet<>(all);
				others.removeAll(circle);
				assertThat(estate.waiting(others)).as(estate::text).containsAll(circle);
				assertThat(circle).as(estate::text).isNotEmpty().allSatisfy(one -> assertThat(estate.under(one)).containsAll(circle));
			}
			circles += found.size();
			waitingOutside += estate.waiting(Set.of()).size() > all.size() ? 1 : 0;
		}
		assertThat(circles).isPositive();
		assertThat(waitingOutside).isPositive();
	}

	@Test
	void aMajorityOfAKubernetesControlPlaneMustBeUp() {
		var planes = IntStream.rangeClosed(1, 7).mapToObj(size -> "cluster c%s kubernetes 1.32 { vm cp[1..%s] on h { role control } }"
				.formatted(size, size)).collect(joining("\n", "host h { hypervisor kvm }\n", ""));

		assertThat(Management.of(resolve(planes)).controlPlanes())
				.extracting(plane -> plane.cluster().name(), Management.ControlPlane::required)
				.containsExactly(tuple("c1", 1), tuple("c2", 2));
	}
}
