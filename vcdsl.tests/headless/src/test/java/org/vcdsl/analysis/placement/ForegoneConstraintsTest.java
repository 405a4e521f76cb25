package org.vcdsl.analysis.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.placement.ConstraintAnswer.Verdict;
import org.vcdsl.analysis.placement.ForegoneAnswer.Outcome;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

class ForegoneConstraintsTest {

	private static final int DATACENTRES = 240;
	private static final int MOST_PLACEMENTS = 800;

	/** Kinds of constraints of which every foregone one is found, where places lie in one failure domain each. */
	private static final Set<Class<?>> COMPLETE = Set.of(Constraint.Pin.class, Constraint.Ban.class, Constraint.Apart.class,
			Constraint.Together.class);

	/** Every placement of small random datacentres is judged by {@link ConstraintCheck}; none contradicts what is foregone. */
	@Test
	void foregoneIsWhatEveryPlacementDoes() {
		var random = new Random(1935);
		var seen = new HashMap<String, Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var isSimple = i % 2 == 0;
			var topology = resolve(text(random, isSimple));
			var verdicts = new ArrayList<EnumSet<Verdict>>();
			topology.constraints().forEach(constraint -> verdicts.add(EnumSet.noneOf(Verdict.class)));
			if (count(topology) > MOST_PLACEMENTS) {
				continue;
			}
			everyPlacement(topology, placed -> {
				var answers = ConstraintCheck.of(placed);
				IntStream.range(0, answers.size()).forEach(number -> verdicts.get(number).add(answers.get(number).verdict()));
			});
			var foregone = ForegoneConstraints.of(topology).stream()
					.collect(Collectors.toMap(ForegoneAnswer::constraint, answer -> answer));
			for (var number = 0; number < verdicts.size(); number++) {
				var constraint = topology.constraints().get(number);
				var answer = foregone.get(constraint);
				var expected = Map.of(EnumSet.of(Verdict.KEPT), Outcome.NEVER_BROKEN, EnumSet.of(Verdict.BROKEN), Outcome.NEVER_KEPT)
						.get(verdicts.get(number));
				var what = constraint.condition().getClass().getSimpleName() + " " + expected;
				if (answer != null) {
					assertThat(answer.outcome()).as(constraint.label() + " " + answer.reason()).isEqualTo(expected);
					seen.merge(what, 1, Integer::sum);
				} else if (isSimple && COMPLETE.contains(constraint.condition().getClass()) && isOne(constraint)) {
					assertThat(expected).as(constraint.label()).isNull();
				}
			}
		}
		assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(Stream.of("Pin", "Ban", "Apart", "Together", "Spread", "Alone")
				.flatMap(kind -> Stream.of(Outcome.values()).map(outcome -> kind + " " + outcome)).toList());
	}

	/** Of several selections, not everything foregone is found. */
	private static boolean isOne(Constraint constraint) {
		return switch (constraint.condition()) {
			case Constraint.Apart apart -> apart.subjects().size() == 1;
			default -> true;
		};
	}

	@Test
	void aCrowdIsFoundWhereverItIs() {
		var topology = resolve("""
				host h[1..4] { hypervisor kvm }
				vm left on h[1..2]
				vm middle on h[2..3]
				vm right on h[1], h[3]
				vm more on h[1..3]
				vm far on h
				rules { must apart left, middle, right by host  must apart left, middle, right, more, far by host }
				""");

		assertThat(ForegoneConstraints.of(topology)).singleElement().satisfies(answer -> {
			assertThat(answer.outcome()).isEqualTo(Outcome.NEVER_KEPT);
			assertThat(answer.workloads()).containsExactly("left", "middle", "right", "more");
			assertThat(answer.reason()).isEqualTo("4 of them have only 3 hosts to stand in: 'h[1]', 'h[2]', 'h[3]'");
		});
	}

	@Test
	void manyMembersOfManyPoolsAreNoTrouble() {
		var text = new StringBuilder("host h[1..2000] { hypervisor kvm }\n");
		IntStream.range(0, 100).forEach(group -> text.append("vm v%s[1..20] on h\n".formatted(group)));
		text.append("vm w[1..2000] on h\nrules {\n must apart %s by host\n must apart w by host\n must spread w across host\n"
				.formatted(IntStream.range(0, 100).mapToObj(group -> "v" + group).collect(Collectors.joining(", "))));
		text.append(" must together w by host\n must alone w by host\n must pin w on h\n}\n");
		var topology = resolve(text.toString());
		assertThat(topology.constraints()).hasSize(6);

		assertThat(ForegoneConstraints.of(topology)).extracting(answer -> answer.constraint().label() + ": " + answer.outcome())
				.containsExactly("must pin w on h: NEVER_BROKEN");
	}

	/**
	 * Hosts in racks, machines on them, and workloads on both. Simple is where each place lies in one failure domain of a kind and what
	 * stands on a machine has no choice itself.
	 */
	private static String text(Random random, boolean isSimple) {
		var hosts = IntStream.range(0, 1 + random.nextInt(5)).mapToObj(host -> "h" + host).toList();
		var machines = IntStream.range(0, random.nextInt(3)).mapToObj(machine -> "v" + machine).toList();
		var racks = 1 + random.nextInt(3);
		var bodies = new HashMap<Integer, String>();
		hosts.forEach(host -> bodies.merge(isSimple || random.nextInt(6) > 0 ? random.nextInt(racks) : -1,
				"  host %s { hypervisor kvm  engine docker  %s  %s }%n".formatted(host, feed(random, isSimple), uplink(random, isSimple)),
				String::concat));
		var text = new StringBuilder("feed f[1..2]\nswitch s[1..2]\n");
		bodies.forEach((rack, body) -> text.append(rack < 0 ? body : "rack r%s {%n%s}%n".formatted(rack, body)));
		machines.forEach(machine -> text.append("vm %s on %s { hypervisor kvm  engine docker }%n".formatted(machine,
				some(random, hosts, hosts.size()))));
		var platforms = isSimple ? hosts : Stream.concat(hosts.stream(), machines.stream()).toList();
		text.append("vm g[1..2] on %s%n".formatted(some(random, platforms, 3)));
		text.append("container c on %s%n".formatted(isSimple && !machines.isEmpty() && random.nextBoolean() ? machines.getLast()
				: some(random, platforms, 3)));
		machines.stream().limit(1).forEach(machine -> text.append("container d on %s%n".formatted(machine)));
		var workloads = Stream.concat(machines.stream(), Stream.of("g", "g[1]", "c")).toList();
		text.append("rules {\n");
		IntStream.range(0, 12).forEach(any -> text.append("  must %s%n".formatted(constraint(random, workloads, platforms))));
		return text.append("}\n").toString();
	}

	private static String feed(Random random, boolean isSimple) {
		return List.of("fed by f[1]", "fed by f[2]", "fed by f", "fed by 2 of f", "").get(random.nextInt(isSimple ? 2 : 5));
	}

	private static String uplink(Random random, boolean isSimple) {
		return List.of("uplink s[1]", "uplink s[2]", "uplink s", "").get(random.nextInt(isSimple ? 2 : 4));
	}

	private static String constraint(Random random, List<String> workloads, List<String> platforms) {
		var subjects = some(random, workloads, 3);
		var kind = List.of("rack", "host", "feed", "switch", "kernel", "rack", "host").get(random.nextInt(7));
		return switch (random.nextInt(8)) {
			case 0 -> "pin %s on %s".formatted(subjects, some(random, platforms, 4));
			case 1 -> "ban %s on %s".formatted(subjects, some(random, platforms, 4));
			case 2 -> "apart %s by %s".formatted(subjects, kind);
			case 3 -> "apart g by %s".formatted(kind);
			case 4 -> "together %s by %s".formatted(subjects, kind);
			case 5 -> "spread %s across %s".formatted(subjects, kind);
			case 6 -> "spread %s across %s skew %s".formatted(subjects, kind, random.nextInt(3));
			default -> "alone %s by %s".formatted(subjects, kind);
		};
	}

	/** One to so many of these, with commas between. */
	private static String some(Random random, List<String> names, int most) {
		var shuffled = new ArrayList<>(names);
		Collections.shuffle(shuffled, random);
		return String.join(", ", shuffled.subList(0, 1 + random.nextInt(Math.min(most, names.size()))));
	}

	private static long count(Topology topology) {
		return topology.workloads().values().stream().mapToLong(workload -> workload.pool().candidates().size()).reduce(1, (a, b) -> a * b);
	}

	private static void everyPlacement(Topology topology, Consumer<Topology> judge) {
		place(topology, List.copyOf(topology.workloads().values()), 0, new HashMap<>(), judge);
	}

	private static void place(Topology topology, List<Workload> workloads, int next, Map<String, String> places, Consumer<Topology> judge) {
		if (next == workloads.size()) {
			judge.accept(topology.placed(places));
			return;
		}
		workloads.get(next).pool().candidates().forEach(candidate -> {
			places.put(workloads.get(next).name(), candidate);
			place(topology, workloads, next + 1, places, judge);
		});
	}
}
