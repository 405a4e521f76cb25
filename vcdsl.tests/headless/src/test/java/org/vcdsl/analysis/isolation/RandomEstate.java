package org.vcdsl.analysis.isolation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hosts, machines in machines, containers of all kinds, managers and a cluster, drawn at random: names in lists and maps that print
 * themselves in the language, and edges that are followed one by one. It knows none of the records that are tested with it.
 */
final class RandomEstate {

	/**
	 * @param kind of workload
	 * @param manner what else is written of it
	 */
	record Guest(String kind, String manner, boolean control, String on) {

		boolean isMachine() {
			return kind.equals("vm");
		}

		boolean bringsKernel() {
			return isMachine() || kind.equals("microvm") || manner.contains("kata") || manner.contains("hyperv");
		}

		boolean isPrivileged() {
			return manner.contains(" privileged");
		}

		/** Whether nothing but the kernel is between it and that; absent where a runtime decides. */
		Optional<Boolean> isExposed() {
			if (bringsKernel()) {
				return Optional.of(false);
			}
			if (manner.contains("runtime sysbox") || isPrivileged() && manner.contains("gvisor")) {
				return Optional.empty();
			}
			return Optional.of(!manner.contains("gvisor"));
		}
	}

	private static final List<String> CONTAINER_MANNERS = List.of("", "", "", " privileged", "isolation userns", "isolation gvisor",
			"isolation kata", "isolation hyperv", "runtime sysbox", "isolation gvisor privileged");

	private final Random random;
	private final List<String> hosts = new ArrayList<>();
	private final Map<String, Guest> guests = new LinkedHashMap<>();
	private final Set<String> inCluster = new LinkedHashSet<>();
	private final List<String> members = new ArrayList<>();
	private final boolean isKubernetes;
	private final Map<String, List<String>> managedBy = new LinkedHashMap<>();
	private final List<String> apart = new ArrayList<>();

	RandomEstate(long seed) {
		this.random = new Random(seed);
		this.isKubernetes = random.nextInt(4) > 0;
		for (var host = upTo(4); host > 0; host--) {
			hosts.add("h" + host);
		}
		for (var machine = random.nextInt(5); machine > 0; machine--) {
			draw("m" + machine, "vm", "", false);
		}
		if (random.nextBoolean()) {
			for (var node = upTo(3); node > 0; node--) {
				inCluster.add("k.n" + node);
				draw("k.n" + node, "vm", "", random.nextBoolean());
			}
			members.addAll(some(Stream.concat(hosts.stream(), machines().filter(name -> !inCluster.contains(name))).toList(), 2));
		}
		for (var guest = 1 + upTo(6); guest > 0; guest--) {
			var kind = List.of("container", "container", "container", "pod", "lxc", "microvm").get(random.nextInt(6));
			draw("g" + guest, kind, switch (kind) {
				case "microvm" -> "";
				case "lxc" -> random.nextBoolean() ? "" : " privileged";
				case "pod" -> CONTAINER_MANNERS.get(random.nextInt(3));
				default -> CONTAINER_MANNERS.get(random.nextInt(CONTAINER_MANNERS.size()));
			}, false);
		}
		var names = List.copyOf(guests.keySet());
		platforms().forEach(platform -> managedBy.put(platform, random.nextInt(3) == 0 ? some(names, 2) : List.of()));
		apart.addAll(some(names, 3));
	}

	private void draw(String name, String kind, String manner, boolean control) {
		var on = platforms().toList();
		guests.put(name, new Guest(kind, manner, control, on.get(random.nextInt(on.size()))));
	}

	private int upTo(int most) {
		return 1 + random.nextInt(most);
	}

	private List<String> some(List<String> names, int most) {
		var shuffled = new ArrayList<>(names);
		Collections.shuffle(shuffled, random);
		return List.copyOf(shuffled.subList(0, Math.min(names.size(), random.nextInt(most + 1))));
	}

	private Stream<String> machines() {
		return guests.keySet().stream().filter(name -> guests.get(name).isMachine());
	}

	Stream<String> platforms() {
		return Stream.concat(hosts.stream(), machines());
	}

	Map<String, Guest> guests() {
		return guests;
	}

	String text() {
		var text = new StringBuilder();
		hosts.forEach(host -> text.append("host %s { os Debian 12  %s }%n".formatted(host, carrying(host))));
		guests.keySet().stream().filter(name -> !inCluster.contains(name)).forEach(name -> text.append(text(name, name)));
		if (!inCluster.isEmpty()) {
			text.append("cluster k %s{%n".formatted(isKubernetes ? "kubernetes 1.32 " : ""));
			if (!members.isEmpty()) {
				text.append("  members %s%n".formatted(String.join(", ", members)));
			}
			inCluster.forEach(name -> text.append("  " + text(name, name.substring("k.".length()))));
			text.append("}\n");
		}
		if (apart.size() > 1) {
			text.append("rules { must apart %s by kernel }%n".formatted(String.join(", ", apart)));
		}
		return text.toString();
	}

	private String text(String name, String written) {
		var guest = guests.get(name);
		var body = guest.isMachine() ? "guest Debian 12  " + carrying(name) + (guest.control ? "  role control" : "")
				: guest.kind.equals("pod") ? "container a  container b { %s }".formatted(guest.manner) : guest.manner;
		return "%s %s on %s { %s }%n".formatted(guest.kind, written, guest.on, body);
	}

	private String carrying(String platform) {
		var managers = managedBy.get(platform);
		return "hypervisor kvm%s  engine docker  engine lxc"
				.formatted(managers.isEmpty() ? "" : " { managed by %s }".formatted(String.join(", ", managers)));
	}

	/** What a workload manages, the orchestrator's members included. */
	Set<String> managed(String workload) {
		var managed = new HashSet<String>();
		platforms().filter(platform -> managedBy.get(platform).contains(workload)).forEach(managed::add);
		if (isKubernetes && guests.get(workload).control) {
			managed.addAll(inCluster);
			managed.addAll(members);
		}
		return managed;
	}

	/** What an intruder gets from one thing to next. */
	private Set<String> next(String here) {
		var next = new HashSet<String>();
		guests.forEach((name, guest) -> {
			if (guest.on.equals(here)) {
				next.add(name);
			}
		});
		if (guests.containsKey(here)) {
			next.addAll(managed(here));
			if (!guests.get(here).bringsKernel()) {
				next.add(guests.get(here).on);
			}
		}
		return next;
	}

	/** All that a compromise reaches, hosts and workloads, itself included. */
	Set<String> reached(String start) {
		return reached(Set.of(start));
	}

	private Set<String> reached(Set<String> starts) {
		var reached = new HashSet<>(starts);
		var open = new ArrayList<>(reached);
		while (!open.isEmpty()) {
			next(open.removeLast()).stream().filter(reached::add).forEach(open::add);
		}
		return reached;
	}

	/** A workload and all below it. */
	private List<String> below(String workload) {
		return Stream.iterate(workload, name -> name != null, name -> guests.containsKey(name) ? guests.get(name).on : null).toList();
	}

	private boolean manages(String workload) {
		return guests.get(workload).control || !managed(workload).isEmpty();
	}

	/** Containers from which a break-out reaches a manager without others on the way, and wins more than is on the kernel anyway. */
	Set<String> entrances(String manager, boolean certain) {
		var entrances = new HashSet<String>();
		var kernels = below(manager).stream().filter(name -> platforms().anyMatch(name::equals)).toList();
		guests.forEach((name, guest) -> {
			var wins = managed(manager).stream().anyMatch(managed -> !below(managed).contains(guest.on));
			if (kernels.contains(guest.on) && wins && !manages(name) && guest.isExposed().equals(certain ? Optional.of(true) : Optional.empty())) {
				entrances.add(name);
			}
		});
		return entrances;
	}

	/**
	 * Containers among those that are to share no kernel from which a break-out reaches another of them, and without it they do not; empty
	 * if two share one.
	 */
	Set<String> breakOuts(boolean certain) {
		var kernels = apart.stream().map(name -> guests.get(name).bringsKernel() ? name : guests.get(name).on).toList();
		var breakOuts = new HashSet<String>();
		if (new HashSet<>(kernels).size() == kernels.size()) {
			apart.stream().filter(name -> guests.get(name).isExposed().equals(certain ? Optional.of(true) : Optional.empty()))
					.filter(name -> apart.stream().filter(other -> !other.equals(name) && !reached(managed(name)).contains(other))
							.anyMatch(reached(guests.get(name).on)::contains))
					.forEach(breakOuts::add);
		}
		return breakOuts;
	}

	/** What a privileged container has in its hands besides itself and what it stands on. */
	Set<String> others(String privileged) {
		var others = reached(guests.get(privileged).on);
		others.removeAll(hosts);
		others.remove(privileged);
		others.remove(guests.get(privileged).on);
		return others;
	}
}
