package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.FailureEvent.Kind;

/**
 * A small datacentre drawn at random, as plain lists that can print themselves in the language.
 *
 * <p>It knows nothing of the topology's records, so that what reads its text and what evaluates its lists share no mistake.
 */
record RandomDatacentre(List<Place> places, List<Feed> feeds, List<Switch> switches, List<Host> hosts, List<Volume> volumes,
		List<Workload> workloads, List<Service> services) {

	/** What one declaration names: a plain name, or members of a group from the first to the last. */
	record Names(String base, int first, int last) {

		static Names one(String name) {
			return new Names(name, 0, 0);
		}

		boolean isGroup() {
			return first > 0;
		}

		List<String> members() {
			return isGroup() ? IntStream.rangeClosed(first, last).mapToObj(i -> base + "[" + i + "]").toList() : List.of(base);
		}

		@Override
		public String toString() {
			return base + (isGroup() ? "[" + first + ".." + last + "]" : "");
		}
	}

	/** A site, room or rack; the last stands in no other. */
	record Place(String kind, String name, Optional<Place> within) {

		/** Where something stands of which nobody states it. */
		static final Place NOWHERE = new Place("", "", Optional.empty());
	}

	/** The power something draws: nothing is stated when there are no feeds, any one suffices when no number is. */
	record Power(Optional<Integer> required, List<String> feeds) {
	}

	record Feed(String kind, String name, Place place, Power power) {
	}

	/** @param peers declarations all of whose switches it names; its own among them stands for the others of it */
	record Switch(Names names, Place place, Power power, List<String> uplinks, List<Names> peers, boolean edge, List<String> carries) {
	}

	/** Engines in the order written. */
	record Host(Names names, Place place, Power power, List<String> uplinks, boolean hypervisor, List<String> engines) {
	}

	/** Copies are kept when it is shared and stands somewhere. */
	record Volume(Names names, boolean shared, List<String> hosts, int copies, Optional<Integer> quorum) {
	}

	/**
	 * Any workload; what its kind cannot say stays empty.
	 *
	 * @param cluster around it
	 * @param on what is written; the cluster's workers when absent
	 * @param candidates what that stands for
	 */
	record Workload(String kind, Optional<String> cluster, Names names, Optional<String> on, List<String> candidates,
			boolean control, boolean hypervisor, List<String> engines, Optional<String> engine, Optional<String> isolation,
			boolean publishes, Optional<String> boot, List<String> disks, List<String> carved, List<String> networks,
			List<Need> needs) {

		String name() {
			return cluster.map(around -> around + ".").orElse("") + names.base;
		}

		List<String> members() {
			return new Names(name(), names.first, names.last).members();
		}

		boolean isMachine() {
			return kind.equals("vm") || kind.equals("microvm");
		}

		boolean hasOwnKernel() {
			return isMachine() || isolation.filter(List.of("kata", "hyperv")::contains).isPresent();
		}

		/** All it mounts, whole or in part. */
		List<String> mounted() {
			return Stream.of(boot.stream(), disks.stream(), carved.stream()).flatMap(volumes -> volumes).distinct().toList();
		}
	}

	record Service(String name, List<Need> needs) {
	}

	/** @param members what the target stands for */
	record Need(Optional<Integer> required, String target, List<String> members, Optional<String> network) {
	}

	static final List<String> NETWORKS = List.of("lan", "wan", "dmz");

	static RandomDatacentre draw(long seed) {
		return new Draw(new Random(seed)).datacentre();
	}

	/** All that may fail by itself. */
	List<FailureEvent> events() {
		return Stream.of(
				places.stream().map(place -> new FailureEvent(Kind.LOCATION, place.name)),
				feeds.stream().map(feed -> new FailureEvent(Kind.FEED, feed.name)),
				switches.stream().flatMap(one -> events(Kind.SWITCH, one.names)),
				hosts.stream().flatMap(host -> events(Kind.HARDWARE, host.names)),
				hosts.stream().flatMap(host -> events(Kind.KERNEL, host.names)),
				hosts.stream().filter(Host::hypervisor).flatMap(host -> events(Kind.HYPERVISOR, host.names)),
				hosts.stream().flatMap(host -> engines(host.names.members(), host.engines)),
				volumes.stream().filter(volume -> !volume.shared || volume.hosts.isEmpty())
						.flatMap(volume -> events(Kind.VOLUME, volume.names)),
				workloads.stream().filter(Workload::hasOwnKernel)
						.flatMap(one -> one.members().stream().map(name -> new FailureEvent(Kind.KERNEL, name))),
				workloads.stream().filter(Workload::hypervisor)
						.flatMap(one -> one.members().stream().map(name -> new FailureEvent(Kind.HYPERVISOR, name))),
				workloads.stream().flatMap(one -> engines(one.members(), one.engines)))
				.flatMap(events -> events).toList();
	}

	private static Stream<FailureEvent> events(Kind kind, Names names) {
		return names.members().stream().map(name -> new FailureEvent(kind, name));
	}

	private static Stream<FailureEvent> engines(List<String> platforms, List<String> engines) {
		return platforms.stream().flatMap(platform -> engines.stream()
				.map(engine -> new FailureEvent(Kind.ENGINE, platform, Optional.of(engine))));
	}

	/** The datacentre in the language, without its package. */
	String text() {
		var text = new StringBuilder();
		NETWORKS.forEach(network -> text.append("network ").append(network).append('\n'));
		printIn(Place.NOWHERE, "", text);
		places.stream().filter(place -> place.within.isEmpty()).forEach(outermost -> print(outermost, "", text));
		volumes.forEach(volume -> text.append(declared("volume " + volume.names, volume.shared ? "shared" : "",
				volume.copies > 1 ? "replication " + volume.copies : "", volume.quorum.map(number -> "quorum " + number).orElse(""),
				clause("on", volume.hosts))));
		workloads.stream().filter(workload -> workload.cluster.isEmpty()).forEach(workload -> text.append(text(workload)));
		workloads.stream().flatMap(workload -> workload.cluster.stream()).distinct().forEach(cluster -> {
			text.append("cluster ").append(cluster).append(" kubernetes 1.32 {\n");
			workloads.stream().filter(workload -> workload.cluster.equals(Optional.of(cluster)))
					.forEach(workload -> text.append("  ").append(text(workload)));
			text.append("}\n");
		});
		services.forEach(service -> text.append(declared("service " + service.name, text(service.needs))));
		return text.toString();
	}

	private static String text(Workload workload) {
		var replicated = workload.kind.equals("pod") || workload.kind.equals("container");
		var count = workload.names.isGroup() ? workload.names.last : 1;
		return declared(
				workload.kind + " " + (replicated ? workload.names.base : workload.names) + workload.on.map(" on "::concat).orElse("")
						+ (replicated && workload.names.isGroup() ? " replicas " + count : ""),
				workload.control ? "role control" : "", workload.isMachine() ? "guest Debian 12" : "",
				workload.hypervisor ? "hypervisor kvm" : "", engines(workload.engines),
				workload.engine.map("engine "::concat).orElse(""), workload.isolation.map("isolation "::concat).orElse(""),
				workload.publishes ? "publish 8001%s -> 80".formatted(count > 1 ? ".." + (8000 + count) : "") : "",
				workload.boot.map(volume -> "boot 8 GiB on " + volume).orElse(""), clause("disk", Stream.concat(
						workload.disks.stream(), workload.carved.stream().map(volume -> "1 GiB on " + volume)).toList()),
				clause("nic", workload.networks), text(workload.needs),
				workload.kind.equals("pod") ? "container app  container proxy" : "");
	}

	private static String text(List<Need> needs) {
		return needs.stream().map(need -> "needs " + need.required.map(number -> number + " of ").orElse("") + need.target
				+ need.network.map(" via "::concat).orElse("")).collect(joining("  "));
	}

	private void print(Place place, String indent, StringBuilder text) {
		var inner = indent + "  ";
		text.append(indent).append(place.kind).append(' ').append(place.name).append(" {\n");
		printIn(place, inner, text);
		places.stream().filter(within -> within.within.filter(around -> around == place).isPresent())
				.forEach(within -> print(within, inner, text));
		text.append(indent).append("}\n");
	}

	private void printIn(Place place, String inner, StringBuilder text) {
		feeds.stream().filter(feed -> feed.place == place)
				.forEach(feed -> text.append(inner).append(declared(feed.kind + " " + feed.name, clause(feed.power))));
		switches.stream().filter(one -> one.place == place)
				.forEach(one -> text.append(inner).append(declared("switch " + one.names, clause(one.power),
						clause("uplink", one.uplinks), clause("peer", one.peers.stream().map(Names::base).toList()), one.edge ? "edge" : "", clause("carries", one.carries))));
		hosts.stream().filter(host -> host.place == place)
				.forEach(host -> text.append(inner).append(declared("host " + host.names, clause(host.power),
						clause("uplink", host.uplinks), "os Debian 12", host.hypervisor ? "hypervisor kvm" : "",
						engines(host.engines))));
	}

	private static String declared(String what, String... clauses) {
		return what + Stream.of(clauses).filter(clause -> !clause.isEmpty()).collect(joining("  ", " { ", " }\n"));
	}

	private static String clause(Power power) {
		return clause("fed by" + power.required.map(number -> " " + number + " of").orElse(""), power.feeds);
	}

	private static String clause(String key, List<String> names) {
		return names.isEmpty() ? "" : key + " " + String.join(", ", names);
	}

	private static String engines(List<String> engines) {
		return engines.stream().map("engine "::concat).collect(joining("  "));
	}

	/** The dice: small numbers of everything, so that redundancy is common and complete redundancy rare. */
	private static final class Draw {

		private static final List<String> ENGINES = List.of("docker", "podman", "lxc");

		private final Random random;
		private final List<Place> places = new ArrayList<>();
		private final List<Volume> volumes = new ArrayList<>();
		private final List<Workload> workloads = new ArrayList<>();
		/** What is written as a target, and what it stands for. */
		private final List<Target> platforms = new ArrayList<>();
		private List<Host> hosts;

		/** @param text empty where nothing is written */
		private record Target(String text, List<String> names) {

			Optional<String> written() {
				return Optional.of(text).filter(something -> !something.isEmpty());
			}
		}

		Draw(Random random) {
			this.random = random;
		}

		RandomDatacentre datacentre() {
			drawPlaces();
			var feeds = feeds();
			var feedNames = feeds.stream().map(Feed::name).toList();
			var switches = switches(feedNames);
			var drawnHosts = hosts(feedNames, switches.stream().flatMap(one -> one.names.members().stream()).toList());
			hosts = drawnHosts;
			drawVolumes(drawnHosts.stream().flatMap(host -> host.names.members().stream()).toList());
			drawMachines();
			drawCluster();
			drawGuests(Optional.empty(), upTo(4));
			workloads.forEach(workload -> {
				if (oneIn(3)) {
					workload.needs.addAll(needs(2));
				}
			});
			if (oneIn(4)) {
				drawCircle();
			}
			var services = new ArrayList<Service>();
			for (var i = upTo(4); i > 0; i--) {
				services.add(new Service("service_" + i, needs(4)));
			}
			return new RandomDatacentre(places, feeds, switches, drawnHosts, volumes, workloads, services);
		}

		/** Sites with rooms and racks in them, and rooms and racks of which nobody states a site. */
		private void drawPlaces() {
			for (var site = upTo(2); site > 0; site--) {
				var around = place("site", Optional.empty());
				for (var room = random.nextInt(3); room > 0; room--) {
					racksIn(Optional.of(place("room", Optional.of(around))));
				}
				racksIn(Optional.of(around));
			}
			if (oneIn(4)) {
				racksIn(Optional.of(place("room", Optional.empty())));
				racksIn(Optional.empty());
			}
		}

		private void racksIn(Optional<Place> around) {
			for (var rack = random.nextInt(3); rack > 0; rack--) {
				place("rack", around);
			}
		}

		private Place anyPlace() {
			return oneIn(8) ? Place.NOWHERE : any(places);
		}

		private Place place(String kind, Optional<Place> within) {
			var place = new Place(kind, kind + "_" + places.size(), within);
			places.add(place);
			return place;
		}

		private List<Feed> feeds() {
			var feeds = new ArrayList<Feed>();
			for (var i = random.nextInt(6); i > 0; i--) {
				feeds.add(new Feed(any(List.of("feed", "pdu", "ups")), "feed_" + feeds.size(), anyPlace(),
						power(feeds.stream().map(Feed::name).toList())));
			}
			Collections.shuffle(feeds, random);
			return feeds;
		}

		/** Every second time each: uplinks may go round in circles, some links lead both ways, some networks do not get everywhere. */
		private List<Switch> switches(List<String> feeds) {
			var circles = random.nextBoolean();
			var peered = random.nextBoolean();
			var restricted = random.nextBoolean();
			var names = IntStream.range(0, random.nextInt(6)).mapToObj(i -> "switch_" + i)
					.map(base -> oneIn(4) ? new Names(base, 1, 2) : Names.one(base)).toList();
			var switches = new ArrayList<Switch>();
			for (var i = 0; i < names.size(); i++) {
				var own = names.get(i);
				var others = (circles ? names : names.subList(0, i)).stream().filter(other -> other != own)
						.flatMap(other -> other.members().stream()).toList();
				switches.add(new Switch(own, anyPlace(), power(feeds), some(others, 2), peered ? peers(own, names) : List.of(), oneIn(4),
						restricted && random.nextBoolean() ? some(NETWORKS, 2) : List.of()));
			}
			return switches;
		}

		private List<Names> peers(Names own, List<Names> names) {
			return some(names.stream().filter(other -> other != own || own.isGroup()).toList(), 2);
		}

		/** A group that goes on from rack to rack, and hosts of their own. */
		private List<Host> hosts(List<String> feeds, List<String> switches) {
			var drawn = new ArrayList<Host>();
			var member = 1;
			for (var i = upTo(4); i > 0; i--) {
				var names = Names.one("host_" + i);
				if (random.nextBoolean()) {
					names = new Names("kvm", member, member + random.nextInt(2));
					member = names.last + 1;
				}
				drawn.add(new Host(names, anyPlace(), power(feeds), some(switches, 3), !oneIn(6), some(ENGINES, 3)));
				names.members().forEach(name -> platforms.add(new Target(name, List.of(name))));
			}
			if (member > 1) {
				platforms.add(new Target("kvm", new Names("kvm", 1, member - 1).members()));
			}
			return drawn;
		}

		private void drawVolumes(List<String> hosts) {
			for (var i = random.nextInt(5); i > 0; i--) {
				var names = oneIn(3) ? new Names("volume_" + i, 1, 2) : Names.one("volume_" + i);
				volumes.add(switch (random.nextInt(4)) {
					case 0 -> new Volume(names, random.nextBoolean(), List.of(), upTo(3), Optional.empty());
					case 1 -> new Volume(names, false, List.of(any(hosts)), 1, Optional.empty());
					default -> replicated(names, hosts);
				});
			}
		}

		private Volume replicated(Names names, List<String> hosts) {
			var on = atLeastOne(hosts, 4);
			var copies = upTo(on.size());
			return new Volume(names, true, on, copies, oneIn(3) ? Optional.of(upTo(copies)) : Optional.empty());
		}

		/** Virtual machines on hosts, on pools of them, or on virtual machines before them. */
		private void drawMachines() {
			for (var i = random.nextInt(4); i > 0; i--) {
				var on = on(Host::hypervisor);
				machine(Optional.empty(), "vm_" + i, on.written(), on.names, false);
			}
		}

		private Workload machine(Optional<String> cluster, String base, Optional<String> on, List<String> candidates, boolean control) {
			var names = random.nextBoolean() ? new Names(base, 1, upTo(3)) : Names.one(base);
			var machine = new Workload("vm", cluster, names, on, candidates, control, oneIn(3), oneIn(4) ? List.of() : some(ENGINES, 2),
					Optional.empty(), Optional.empty(), false, bootVolume(), wholeVolumes(), carvedVolumes(), some(NETWORKS, 2),
					new ArrayList<>());
			workloads.add(machine);
			machine.members().forEach(name -> platforms.add(new Target(name, List.of(name))));
			if (names.isGroup()) {
				platforms.add(new Target(machine.name(), machine.members()));
			}
			return machine;
		}

		/** Every second datacentre has a cluster of a control plane and workers, with pods that it places. */
		private void drawCluster() {
			if (random.nextBoolean()) {
				return;
			}
			var cluster = Optional.of("k8s");
			var control = on();
			machine(cluster, "cp", Optional.of(control.text), control.names, true);
			var on = on();
			var worker = machine(cluster, "wk", Optional.of(on.text), on.names, false);
			if (worker.engines.stream().anyMatch(engine -> !engine.equals("lxc"))) {
				workloads.add(guest(cluster, "pod", "placed", new Target("", worker.members())));
			}
			drawGuests(cluster, random.nextInt(3));
		}

		private void drawGuests(Optional<String> cluster, int number) {
			for (var i = number; i > 0; i--) {
				var kind = any(List.of("microvm", "container", "container", "lxc", "pod", "pod"));
				workloads.add(guest(cluster, kind, kind + cluster.map("_"::concat).orElse("") + "_" + i,
						cluster.isPresent() ? on() : on(host -> suits(host, kind))));
			}
		}

		private Workload guest(Optional<String> cluster, String kind, String base, Target on) {
			var names = random.nextBoolean() ? new Names(base, 1, upTo(3)) : Names.one(base);
			var isolated = kind.equals("container") || kind.equals("pod");
			return new Workload(kind, cluster, names, on.written(), on.names, false, false,
					List.of(), isolated && oneIn(5) && !on.text.isEmpty() ? Optional.of(any(ENGINES)) : Optional.empty(),
					isolated && oneIn(3) ? Optional.of(any(List.of("process", "userns", "gvisor", "kata", "hyperv"))) : Optional.empty(),
					isolated && random.nextBoolean(), isolated ? Optional.empty() : bootVolume(), wholeVolumes(), carvedVolumes(),
					some(NETWORKS, 2), new ArrayList<>());
		}

		/** Whether something may stand on a host that says nothing of where it stands. */
		private static boolean suits(Host host, String kind) {
			return switch (kind) {
				case "microvm" -> host.hypervisor;
				case "lxc" -> host.engines.contains("lxc");
				default -> host.engines.stream().anyMatch(engine -> !engine.equals("lxc"));
			};
		}

		/** Now and then nothing, where hosts suit; else something. */
		private Target on(Predicate<Host> suits) {
			var suitable = hosts.stream().filter(suits).flatMap(host -> host.names.members().stream()).toList();
			return oneIn(6) && !suitable.isEmpty() ? new Target("", suitable) : on();
		}

		/** One platform, a group of them, or several. */
		private Target on() {
			var targets = atLeastOne(platforms, oneIn(3) ? 3 : 1);
			return new Target(targets.stream().map(Target::text).collect(joining(", ")),
					targets.stream().flatMap(target -> target.names.stream()).distinct().toList());
		}

		private <T> List<T> atLeastOne(List<T> things, int most) {
			var shuffled = new ArrayList<>(things);
			Collections.shuffle(shuffled, random);
			return List.copyOf(shuffled.subList(0, Math.min(things.size(), upTo(most))));
		}

		private Optional<String> bootVolume() {
			return oneIn(3) ? some(plainVolumes(), 1).stream().findFirst() : Optional.empty();
		}

		private List<String> carvedVolumes() {
			return oneIn(4) ? some(plainVolumes(), 1) : List.of();
		}

		private List<String> wholeVolumes() {
			return oneIn(2) ? some(volumes.stream().flatMap(volume -> volume.names.members().stream()).toList(), 2) : List.of();
		}

		private List<String> plainVolumes() {
			return volumes.stream().filter(volume -> !volume.names.isGroup()).map(volume -> volume.names.base).toList();
		}

		/** Of workloads, of all members of some, or of one member. */
		private List<Need> needs(int most) {
			var needs = new ArrayList<Need>();
			for (var i = random.nextInt(most); i > 0; i--) {
				var workload = any(workloads);
				var members = workload.members();
				var target = workload.name();
				if (members.size() > 1 && oneIn(3)) {
					target += members.size() == 2 ? "[2]" : "[2..%d]".formatted(members.size());
					members = members.subList(1, members.size());
				}
				needs.add(new Need(random.nextBoolean() ? Optional.of(upTo(members.size())) : Optional.empty(), target, members,
						oneIn(3) ? Optional.of(any(NETWORKS)) : Optional.empty()));
			}
			return needs;
		}

		/** Two or three workloads that need each other in turn. */
		private void drawCircle() {
			var ring = new ArrayList<>(workloads);
			Collections.shuffle(ring, random);
			var length = Math.min(ring.size(), 1 + upTo(2));
			for (var i = 0; i < length; i++) {
				var next = ring.get((i + 1) % length);
				ring.get(i).needs.add(new Need(Optional.of(upTo(next.members().size())), next.name(), next.members(), Optional.empty()));
			}
		}

		private Power power(List<String> feeds) {
			var some = oneIn(3) ? List.<String>of() : some(feeds, 3);
			return new Power(some.size() > 1 && random.nextBoolean() ? Optional.of(upTo(some.size())) : Optional.empty(), some);
		}

		private <T> T any(List<T> things) {
			return things.get(random.nextInt(things.size()));
		}

		private <T> List<T> some(List<T> things, int most) {
			var shuffled = new ArrayList<>(things);
			Collections.shuffle(shuffled, random);
			return List.copyOf(shuffled.subList(0, Math.min(things.size(), random.nextInt(most + 1))));
		}

		private int upTo(int most) {
			return 1 + random.nextInt(most);
		}

		private boolean oneIn(int number) {
			return random.nextInt(number) == 0;
		}
	}
}
