package org.vcdsl.analysis.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Container;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Need;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Members of a declaration that need something over a network on which they do not get to it.
 *
 * @param need the need, which names a network
 * @param consumers how many members have it
 * @param detached those that are not on the network, in the order of the topology
 * @param cut those that are, and that it joins with too few of what they need
 */
public record LostConsumer(Need need, int consumers, List<Workload> detached, List<Workload> cut) {

	public LostConsumer {
		detached = List.copyOf(detached);
		cut = List.copyOf(cut);
	}

	/**
	 * All of them, in the order of the topology. Of whom nobody stated the networks nothing is asked, nor of hosts without an uplink.
	 *
	 * <p>Nearly linear in consumers, in what they ask for and in switches, the latter times the networks that needs name and not every switch carries.
	 *
	 * @param topology whose workloads are all placed
	 * @param neverMet needs that nobody's networks could meet, which are left out
	 */
	public static List<LostConsumer> of(Topology topology, Collection<Need> neverMet) {
		Set<Need> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
		leftOut.addAll(neverMet);
		var consumers = new IdentityHashMap<Need, List<Workload>>();
		var needs = new ArrayList<Need>();
		topology.workloads().values().forEach(workload -> workload.duties().needs().stream()
				.filter(need -> need.network().isPresent() && !leftOut.contains(need))
				.forEach(need -> consumers.computeIfAbsent(need, first -> {
					needs.add(first);
					return new ArrayList<>();
				}).add(workload)));
		var networks = new Networks(topology);
		return needs.stream().map(need -> networks.lost(need, consumers.get(need)))
				.filter(lost -> lost.detached().size() + lost.cut().size() > 0).toList();
	}

	/** Who is on which network, and joined with whom. */
	private static final class Networks {

		private final Topology topology;
		private final Islands islands;
		private final Map<Audience, Providers> providers = new HashMap<>();

		/** Whom needs ask for, and where: those of many declarations ask for the same. */
		private record Audience(List<String> members, String network) {
		}

		Networks(Topology topology) {
			this.topology = topology;
			this.islands = new Islands(topology);
		}

		LostConsumer lost(Need need, List<Workload> consumers) {
			var network = need.network().orElseThrow();
			var detached = consumers.stream().filter(consumer -> isOn(consumer, network).equals(Optional.of(false))).toList();
			var asked = providers.computeIfAbsent(new Audience(need.members(), network), Providers::new);
			var cut = consumers.stream().filter(consumer -> isOn(consumer, network).equals(Optional.of(true)))
					.filter(consumer -> !topology.hostOf(consumer).uplinks().isEmpty())
					.filter(consumer -> asked.joinedWith(topology.hostOf(consumer)) < need.required()).toList();
			return new LostConsumer(need, consumers.size(), detached, cut);
		}

		/**
		 * Whether a workload is on a network: on those of its {@code nic}, if it has any. Without one, a container or pod is on those of
		 * what it stands on, and a physical server on whatever its switches carry. Empty where nobody stated it.
		 */
		private Optional<Boolean> isOn(Workload workload, String network) {
			if (!workload.nics().isEmpty()) {
				return Optional.of(workload.nics().contains(network));
			}
			return switch (workload) {
				case Container container -> platformIsOn(container, network);
				case Pod pod -> platformIsOn(pod, network);
				case SystemContainer container -> Optional.empty();
				case VirtualMachine vm -> Optional.empty();
				case MicroVirtualMachine vm -> Optional.empty();
			};
		}

		private Optional<Boolean> platformIsOn(Workload workload, String network) {
			return switch (topology.platformOf(workload)) {
				case Host host -> Optional.of(true);
				case VirtualMachine vm -> isOn(vm, network);
			};
		}

		/** The members of a need that answer on its network, by the islands they are on. */
		private final class Providers {

			private final String network;
			private final Map<String, Set<String>> byIsland = new HashMap<>();
			/** Of these nobody stated where their hosts are plugged in. */
			private final Set<String> anywhere = new HashSet<>();
			private final Map<List<String>, Integer> joined = new HashMap<>();

			Providers(Audience audience) {
				this.network = audience.network();
				audience.members().stream().map(topology.workloads()::get).filter(member -> topology.answersOn(member, network))
						.forEach(this::add);
			}

			private void add(Workload member) {
				var host = topology.hostOf(member);
				if (host.uplinks().isEmpty()) {
					anywhere.add(member.name());
				} else {
					islands.of(host, network)
							.forEach(island -> byIsland.computeIfAbsent(island, name -> new HashSet<>()).add(member.name()));
				}
			}

			/** How many of them a host with an uplink may be joined with. */
			int joinedWith(Host host) {
				return joined.computeIfAbsent(islands.of(host, network), this::count);
			}

			private int count(List<String> around) {
				var members = new HashSet<>(anywhere);
				around.forEach(island -> members.addAll(byIsland.getOrDefault(island, Set.of())));
				return members.size();
			}
		}
	}
}
