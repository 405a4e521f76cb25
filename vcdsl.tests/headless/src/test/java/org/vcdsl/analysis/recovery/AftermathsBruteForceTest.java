package org.vcdsl.analysis.recovery;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.placement.Alternatives;
import org.vcdsl.analysis.placement.ConstraintAnswer.Verdict;
import org.vcdsl.analysis.placement.ConstraintCheck;
import org.vcdsl.resolve.Resolved;
import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * What comes back in random small datacentres, against trying every placement: of a text from which the lost host is taken out, and all that
 * does not come back.
 */
class AftermathsBruteForceTest {

	private static final int DATACENTRES = 40;

	/** A host in a rack. */
	private record Machine(String name, String rack, int memoryGiB, int cores) {
	}

	/** What stands on some of them; a virtual machine unless it is a container. */
	private record Guest(String name, boolean isContainer, List<String> on, int memoryGiB, int cores, boolean recovers) {
	}

	/** A constraint, as far as its subjects are there. */
	private record Rule(String verb, List<String> subjects, int least, String rest) {
	}

	private record Datacentre(List<Machine> machines, List<Guest> guests, List<Rule> rules) {

		/** Without a host and some guests; a {@code spread} of those that stay is as they leave it. */
		Datacentre without(String host, Set<String> gone, Set<String> back) {
			return new Datacentre(machines.stream().filter(machine -> !machine.name.equals(host)).toList(),
					guests.stream().filter(guest -> !gone.contains(guest.name)).map(guest -> new Guest(guest.name, guest.isContainer,
							guest.on.stream().filter(name -> !name.equals(host)).toList(), guest.memoryGiB, guest.cores, guest.recovers)).toList(),
					rules.stream().map(rule -> new Rule(rule.verb,
							rule.subjects.stream().filter(name -> !gone.contains(name)).toList(), rule.least, rule.rest))
							.filter(rule -> rule.subjects.size() >= rule.least && !rule.rest.equals("on " + host))
							.filter(rule -> !rule.verb.equals("spread") || rule.subjects.stream().anyMatch(back::contains)).toList());
		}

		String text() {
			var text = new StringBuilder("""
					host desk { hypervisor kvm }  host store[1..3]
					volume data { size 10 TiB  shared  replication 3  on store }
					vm boss on desk
					site s {
					""");
			machines.stream().map(Machine::rack).distinct().forEach(rack -> text.append("rack %s {%n%s}%n".formatted(rack,
					machines.stream().filter(machine -> machine.rack.equals(rack)).map(machine -> ("host %s { memory %d GiB  cores %d  "
							+ "hypervisor kvm { managed by boss }  engine docker }%n").formatted(machine.name, machine.memoryGiB, machine.cores))
							.collect(joining()))));
			text.append("}\n");
			guests.forEach(guest -> text.append((guest.isContainer ? "container %s on %s { memory %d GiB  cpu %d core }%n"
					: "vm %s on %s { memory %d GiB  vcpu %d  boot 1 GiB on data  %s }%n").formatted(guest.name, String.join(", ", guest.on),
							guest.memoryGiB, guest.cores, guest.recovers ? "recover auto" : "")));
			return text + "rules {\n" + rules.stream().map(rule -> "must %s %s %s%n".formatted(rule.verb, String.join(", ", rule.subjects), rule.rest))
					.collect(joining()) + "}\n";
		}
	}

	@Test
	void whatComesBackIsWhatTryingEveryPlacementFinds() {
		var seen = new HashMap<String, Integer>();
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var datacentre = datacentre(new Random(seed));
			var checked = Resolved.check(datacentre.text());
			var topology = checked.topology().orElseThrow();
			var answers = ConstraintCheck.of(topology);
			if (!fits(topology)) {
				continue;
			}
			// what is broken before is not asked
			var kept = new Datacentre(datacentre.machines, datacentre.guests, IntStream.range(0, datacentre.rules.size())
					.filter(i -> answers.get(i).verdict() != Verdict.BROKEN).mapToObj(datacentre.rules::get).toList());
			var aftermaths = new Aftermaths(topology, new Alternatives(topology, new KernelCompatibility(topology, checked.catalogue())), answers);
			for (var machine : datacentre.machines) {
				judge(kept, topology, aftermaths.of(new Loss(FailureDomain.HOST, machine.name)), machine.name,
						"seed %d, without %s%n%s%n%s".formatted(seed, machine.name, topology.placement(), datacentre.text()), seen);
			}
		}
		assertThat(seen.get("ComesBack")).isGreaterThanOrEqualTo(30);
		assertThat(seen.get("StaysDown")).isGreaterThanOrEqualTo(30);
		assertThat(seen.get("NotAll")).isGreaterThanOrEqualTo(4);
	}

	private static void judge(Datacentre datacentre, Topology topology, Aftermath aftermath, String host, String as, Map<String, Integer> seen) {
		var lost = topology.workloads().values().stream().filter(workload -> topology.hostOf(workload).name().equals(host))
				.map(Workload::name).toList();
		var recovering = datacentre.guests.stream().filter(guest -> guest.recovers && lost.contains(guest.name)).map(Guest::name).toList();
		assertThat(aftermath.outcomes().keySet()).as(as).containsExactlyInAnyOrderElementsOf(recovering);
		aftermath.outcomes().values().forEach(outcome -> seen.merge(outcome.getClass().getSimpleName(), 1, Integer::sum));
		var placeable = datacentre.guests.stream().filter(guest -> recovering.contains(guest.name) && guest.on.size() > 1).map(Guest::name).toList();

		var back = of(aftermath, Outcome.ComesBack.class);
		assertThat(canComeBack(datacentre, topology, host, lost, back, aftermath.places())).as(as).isTrue();
		if (back.equals(Set.copyOf(placeable))) {
			return;
		}
		var feasible = subsets(placeable).stream().filter(some -> canComeBack(datacentre, topology, host, lost, some, Map.of())).toList();
		assertThat(feasible).as(as + aftermath).doesNotContain(new LinkedHashSet<>(placeable));
		var down = of(aftermath, Outcome.StaysDown.class);
		assertThat(feasible).as(as + aftermath).noneMatch(some -> some.stream().anyMatch(down::contains));
		aftermath.outcomes().values().stream().filter(Outcome.NotAll.class::isInstance).map(Outcome.NotAll.class::cast)
				.forEach(not -> assertThat(feasible).as(as + aftermath).noneMatch(some -> some.containsAll(not.group())
						&& (some.size() == not.group().size() || not.contradicting().stream().noneMatch(one -> one.label().contains("spread"))
								|| some.size() == placeable.size())));
		aftermath.outcomes().values().stream().filter(Outcome.Unknown.class::isInstance).map(Outcome.Unknown.class::cast)
				.forEach(unknown -> assertThat(unknown.reason()).as(as + aftermath).startsWith("there is a place for it only while not all of"));
	}

	private static Set<String> of(Aftermath aftermath, Class<? extends Outcome> kind) {
		var names = new LinkedHashSet<String>();
		aftermath.outcomes().forEach((name, outcome) -> {
			if (kind.isInstance(outcome)) {
				names.add(name);
			}
		});
		return names;
	}

	private static List<Set<String>> subsets(List<String> names) {
		var all = new ArrayList<Set<String>>(List.of(Set.of()));
		names.forEach(name -> List.copyOf(all).forEach(some -> {
			var more = new LinkedHashSet<>(some);
			more.add(name);
			all.add(more);
		}));
		return all;
	}

	/** Whether exactly these of the lost find places while all others stay; or have them, where places are given. */
	private static boolean canComeBack(Datacentre datacentre, Topology before, String host, List<String> lost, Set<String> back,
			Map<String, String> places) {
		var gone = new HashSet<>(lost);
		gone.removeAll(back);
		var left = datacentre.without(host, gone, back);
		var topology = Resolved.resolve(left.text());
		var all = new ArrayList<Map<String, String>>(List.of(Map.of("boss", "desk")));
		for (var guest : left.guests) {
			var on = !back.contains(guest.name) ? List.of(before.standsOn(before.workloads().get(guest.name)))
					: places.containsKey(guest.name) ? List.of(places.get(guest.name)) : guest.on;
			all = new ArrayList<>(all.stream().flatMap(some -> on.stream().map(place -> {
				var more = new LinkedHashMap<>(some);
				more.put(guest.name, place);
				return (Map<String, String>) more;
			})).toList());
		}
		return all.stream().map(topology::placed).anyMatch(placed -> fits(placed) && ConstraintCheck.of(placed).stream()
				.noneMatch(answer -> answer.verdict() == Verdict.BROKEN));
	}

	private static boolean fits(Topology topology) {
		return List.of(Resource.MEMORY, Resource.CPU).stream().flatMap(resource -> GuestDemand.of(topology, resource).stream())
				.allMatch(GuestDemand::requestsFit);
	}

	private static Datacentre datacentre(Random random) {
		var machines = new ArrayList<Machine>();
		for (var rack = 1; rack <= 2; rack++) {
			for (var i = 1 + random.nextInt(2); i > 0; i--) {
				machines.add(new Machine("h%d".formatted(machines.size() + 1), "r%d".formatted(rack), 6 + random.nextInt(6), 6 + random.nextInt(6)));
			}
		}
		var hosts = machines.stream().map(Machine::name).toList();
		var guests = new ArrayList<Guest>();
		for (var i = 4 + random.nextInt(3); i > 0; i--) {
			var some = hosts.stream().filter(host -> random.nextInt(4) > 0).toList();
			guests.add(new Guest("w" + i, random.nextInt(4) == 0, some.isEmpty() ? hosts : some, 1 + random.nextInt(5), 1 + random.nextInt(4),
					false));
		}
		guests.replaceAll(guest -> new Guest(guest.name, guest.isContainer, guest.on, guest.memoryGiB, guest.cores,
				!guest.isContainer && random.nextInt(5) > 0));
		var rules = new ArrayList<Rule>();
		for (var i = random.nextInt(4); i > 0; i--) {
			rules.add(rule(guests.stream().map(Guest::name).toList(), hosts, random));
		}
		return new Datacentre(machines, guests, rules);
	}

	private static Rule rule(List<String> names, List<String> hosts, Random random) {
		var domain = random.nextBoolean() ? "host" : "rack";
		var chosen = new HashSet<Integer>();
		IntStream.range(0, 2 + random.nextInt(3)).forEach(i -> chosen.add(random.nextInt(names.size())));
		var some = chosen.stream().sorted().map(names::get).toList();
		return switch (random.nextInt(6)) {
			case 0 -> new Rule("ban", some, 1, "on " + hosts.get(random.nextInt(hosts.size())));
			case 1 -> new Rule("apart", List.of(names.get(0), names.get(1)), 2, "by " + domain);
			case 2 -> new Rule("together", some, 1, "by " + domain);
			case 3 -> new Rule("alone", List.of(names.get(random.nextInt(names.size()))), 1, "by " + domain);
			case 4 -> new Rule("spread", some, 1, "across " + domain);
			default -> new Rule("spread", some, 1, "across %s skew %d".formatted(domain, random.nextInt(3)));
		};
	}
}
