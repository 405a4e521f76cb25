package org.vcdsl.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

class LostConsumerTest {

	private static final int DATACENTRES = 400;

	/** Machines on hosts on random switches; who gets where is walked step by step, from each consumer anew. */
	@Test
	void whoIsCutOffWalksToTooFew() {
		var random = new Random(707);
		var seen = new HashMap<Boolean, Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var topology = resolve(text(random));
			var lost = LostConsumer.of(topology, List.of());

			var cut = new ArrayList<String>();
			for (var consumer : topology.workloads().values()) {
				for (var need : consumer.duties().needs()) {
					var network = need.network().orElseThrow();
					var reached = need.members().stream().map(topology.workloads()::get).filter(member -> member.nics().contains(network))
							.filter(member -> walks(consumer, member, network, topology)).count();
					var isAsked = consumer.nics().contains(network) && !topology.hostOf(consumer).uplinks().isEmpty();
					if (isAsked && reached < need.required()) {
						cut.add(consumer.name());
					}
				}
			}
			assertThat(lost.stream().flatMap(one -> one.cut().stream()).map(Workload::name)).as(topology.switches().values().toString())
					.containsExactlyInAnyOrderElementsOf(cut);
			assertThat(lost.stream().flatMap(one -> one.detached().stream()).map(Workload::name)).containsExactlyElementsOf(
					topology.workloads().values().stream().filter(consumer -> !consumer.duties().needs().isEmpty())
							.filter(consumer -> !consumer.nics().isEmpty()).filter(consumer -> !consumer.nics().contains("n"))
							.map(Workload::name).toList());
			seen.merge(cut.isEmpty(), 1, Integer::sum);
		}
		assertThat(seen.keySet()).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void needsThatNobodyCouldMeetAreLeftOut() {
		var topology = resolve("""
				host a { hypervisor kvm }
				network n  network m
				vm db on a { nic n }
				vm web on a { nic m  needs db via n }
				""");
		var need = topology.workloads().get("web").duties().needs().getFirst();

		assertThat(LostConsumer.of(topology, List.of())).hasSize(1);
		assertThat(LostConsumer.of(topology, List.of(need))).isEmpty();
	}

	private static boolean walks(Workload consumer, Workload provider, String network, Topology topology) {
		var from = topology.hostOf(consumer);
		var to = topology.hostOf(provider);
		if (from.equals(to) || from.uplinks().isEmpty() || to.uplinks().isEmpty()) {
			return true;
		}
		Set<String> around = new HashSet<>(from.uplinks().stream().filter(name -> topology.switches().get(name).carries(network)).toList());
		while (around.addAll(next(around, network, topology))) {
			// a step further
		}
		return to.uplinks().stream().anyMatch(around::contains);
	}

	private static List<String> next(Set<String> around, String network, Topology topology) {
		return topology.switches().values().stream().filter(one -> one.carries(network))
				.filter(one -> one.uplinks().stream().anyMatch(around::contains)
						|| around.stream().map(topology.switches()::get).anyMatch(other -> other.uplinks().contains(one.name()))
						|| one.peers().stream().anyMatch(around::contains)
						|| one.edge() && around.stream().map(topology.switches()::get).anyMatch(Switch::edge))
				.map(Switch::name).toList();
	}

	private static String text(Random random) {
		var switches = IntStream.range(0, 1 + random.nextInt(5)).mapToObj(number -> "s" + number).toList();
		var hosts = IntStream.range(0, 2 + random.nextInt(3)).mapToObj(number -> "h" + number).toList();
		var text = new StringBuilder("network n  network m\n");
		switches.forEach(name -> text.append("switch %s { %s %s %s %s }%n".formatted(name, key("uplink", others(random, switches, name)),
				random.nextInt(3) == 0 ? key("peer", others(random, switches, name)) : "",
				List.of("carries n", "carries m", "").get(random.nextInt(3)), random.nextInt(5) == 0 ? "edge" : "")));
		hosts.forEach(name -> text.append("host %s { hypervisor kvm  %s }%n".formatted(name,
				key("uplink", SmallWorlds.half(random, switches)))));
		text.append("vm p[1] on h0 { nic n }%nvm p[2] on h1 { nic %s }%n".formatted(random.nextBoolean() ? "n" : "m"));
		hosts.forEach(name -> text.append("vm c%s on %s { %s  needs %s of p via n }%n".formatted(name, name,
				List.of("nic n", "nic m, n", "nic m", "").get(random.nextInt(4)), 1 + random.nextInt(2))));
		return text.toString();
	}

	private static List<String> others(Random random, List<String> switches, String own) {
		return SmallWorlds.half(random, switches).stream().filter(name -> !name.equals(own)).limit(2).toList();
	}

	private static String key(String key, List<String> names) {
		return names.isEmpty() ? "" : key + " " + String.join(", ", names);
	}
}
