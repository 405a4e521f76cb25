package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.FailureEvent.Kind;

/**
 * A small datacentre drawn at random, as plain lists that can print themselves in the language.
 *
 * <p>It knows nothing of the topology's records, so that what reads its text and what evaluates its lists share no mistake.
 */
record RandomDatacentre(List<Place> places, List<Feed> feeds, List<Switch> switches, List<Host> hosts, List<Volume> volumes,
		List<Machine> machines, List<Container> containers, List<Service> services) {

	/** A site, room or rack; the last stands in no other. */
	record Place(String kind, String name, Optional<Place> within) {
	}

	/** The power something draws: nothing is stated when there are no feeds, any one suffices when no number is. */
	record Power(Optional<Integer> required, List<String> feeds) {
	}

	record Feed(String name, Place place, Power power) {
	}

	record Switch(String name, Place place, Power power, List<String> uplinks, boolean edge) {
	}

	record Host(String name, Place place, Power power, List<String> uplinks, boolean hypervisor, boolean engine) {
	}

	record Volume(String name, Optional<String> host) {
	}

	record Machine(String name, String host, boolean engine, List<String> volumes, List<String> networks) {
	}

	/** Containers of one declaration; {@code replicas} is empty for a single one without a number. */
	record Container(String name, String standsOn, Optional<Integer> replicas, List<String> networks) {
	}

	record Service(String name, List<Need> needs) {
	}

	record Need(Optional<Integer> required, String target, Optional<String> network) {
	}

	private static final List<String> NETWORKS = List.of("lan", "wan");

	static RandomDatacentre draw(long seed) {
		return new Draw(new Random(seed)).datacentre();
	}

	/** All that may fail by itself. */
	List<FailureEvent> events() {
		return Stream.of(
				places.stream().map(place -> new FailureEvent(Kind.LOCATION, place.name)),
				feeds.stream().map(feed -> new FailureEvent(Kind.FEED, feed.name)),
				switches.stream().map(one -> new FailureEvent(Kind.SWITCH, one.name)),
				hosts.stream().map(host -> new FailureEvent(Kind.HARDWARE, host.name)),
				hosts.stream().map(host -> new FailureEvent(Kind.KERNEL, host.name)),
				hosts.stream().filter(Host::hypervisor).map(host -> new FailureEvent(Kind.HYPERVISOR, host.name)),
				hosts.stream().filter(Host::engine).map(host -> new FailureEvent(Kind.ENGINE, host.name)),
				volumes.stream().map(volume -> new FailureEvent(Kind.VOLUME, volume.name)),
				machines.stream().map(machine -> new FailureEvent(Kind.KERNEL, machine.name)),
				machines.stream().filter(Machine::engine).map(machine -> new FailureEvent(Kind.ENGINE, machine.name)))
				.flatMap(events -> events).toList();
	}

	/** The datacentre in the language, without its package. */
	String text() {
		var text = new StringBuilder();
		NETWORKS.forEach(network -> text.append("network ").append(network).append('\n'));
		places.stream().filter(place -> place.within.isEmpty()).forEach(site -> print(site, "", text));
		volumes.forEach(volume -> text.append(declared("volume " + volume.name, clause("on", volume.host.stream().toList()))));
		machines.forEach(machine -> text.append(declared("vm " + machine.name + " on " + machine.host, "guest Debian 12",
				machine.engine ? "engine docker" : "", clause("disk", machine.volumes), clause("nic", machine.networks))));
		containers.forEach(container -> text.append(declared("container " + container.name + " on " + container.standsOn
				+ container.replicas.map(number -> " replicas " + number).orElse(""), clause("nic", container.networks))));
		services.forEach(service -> text.append(declared("service " + service.name, service.needs.stream()
				.map(need -> "needs " + need.required.map(number -> number + " of ").orElse("") + need.target
						+ need.network.map(network -> " via " + network).orElse(""))
				.toArray(String[]::new))));
		return text.toString();
	}

	private void print(Place place, String indent, StringBuilder text) {
		var inner = indent + "  ";
		text.append(indent).append(place.kind).append(' ').append(place.name).append(" {\n");
		feeds.stream().filter(feed -> feed.place == place)
				.forEach(feed -> text.append(inner).append(declared("feed " + feed.name, clause(feed.power))));
		switches.stream().filter(one -> one.place == place)
				.forEach(one -> text.append(inner).append(declared("switch " + one.name, clause(one.power),
						clause("uplink", one.uplinks), one.edge ? "edge" : "")));
		hosts.stream().filter(host -> host.place == place)
				.forEach(host -> text.append(inner).append(declared("host " + host.name, clause(host.power),
						clause("uplink", host.uplinks), "os Debian 12", host.hypervisor ? "hypervisor kvm" : "",
						host.engine ? "engine docker" : "")));
		places.stream().filter(within -> within.within.filter(around -> around == place).isPresent())
				.forEach(within -> print(within, inner, text));
		text.append(indent).append("}\n");
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

	/** The dice: small numbers of everything, so that redundancy is common and complete redundancy rare. */
	private static final class Draw {

		private final Random random;
		private final List<Place> places = new ArrayList<>();

		Draw(Random random) {
			this.random = random;
		}

		RandomDatacentre datacentre() {
			drawPlaces();
			var feeds = feeds();
			var switches = switches(names(feeds, Feed::name));
			var hosts = hosts(names(feeds, Feed::name), names(switches, Switch::name));
			var volumes = volumes(names(hosts, Host::name));
			var machines = machines(names(hosts, Host::name), names(volumes, Volume::name));
			var containers = containers(Stream
					.concat(names(hosts, Host::name).stream(), names(machines, Machine::name).stream()).toList());
			return new RandomDatacentre(places, feeds, switches, hosts, volumes, machines, containers,
					services(machines, containers));
		}

		private void drawPlaces() {
			for (var site = upTo(2); site > 0; site--) {
				var around = place("site", Optional.empty());
				for (var room = random.nextInt(3); room > 0; room--) {
					racksIn(place("room", Optional.of(around)));
				}
				racksIn(around);
			}
		}

		private void racksIn(Place around) {
			for (var rack = random.nextInt(3); rack > 0; rack--) {
				place("rack", Optional.of(around));
			}
		}

		private Place place(String kind, Optional<Place> within) {
			var place = new Place(kind, kind + "_" + places.size(), within);
			places.add(place);
			return place;
		}

		private List<Feed> feeds() {
			var feeds = new ArrayList<Feed>();
			for (var i = random.nextInt(6); i > 0; i--) {
				feeds.add(new Feed(name("feed", feeds), anyPlace(), power(names(feeds, Feed::name))));
			}
			Collections.shuffle(feeds, random);
			return feeds;
		}

		/** Every second time uplinks may go round in circles. */
		private List<Switch> switches(List<String> feeds) {
			var circles = random.nextBoolean();
			var number = random.nextInt(6);
			var switches = new ArrayList<Switch>();
			for (var i = 0; i < number; i++) {
				var self = i;
				var others = Stream.iterate(0, other -> other < (circles ? number : self), other -> other + 1)
						.filter(other -> other != self).map(other -> "switch_" + other).toList();
				switches.add(new Switch("switch_" + i, anyPlace(), power(feeds), some(others, 2), oneIn(4)));
			}
			return switches;
		}

		private List<Host> hosts(List<String> feeds, List<String> switches) {
			var hosts = new ArrayList<Host>();
			for (var i = upTo(5); i > 0; i--) {
				hosts.add(new Host(name("host", hosts), anyPlace(), power(feeds), some(switches, 3), !oneIn(6), !oneIn(6)));
			}
			return hosts;
		}

		private List<Volume> volumes(List<String> hosts) {
			var volumes = new ArrayList<Volume>();
			for (var i = random.nextInt(4); i > 0; i--) {
				volumes.add(new Volume(name("volume", volumes), oneIn(4) ? Optional.empty() : Optional.of(any(hosts))));
			}
			return volumes;
		}

		private List<Machine> machines(List<String> hosts, List<String> volumes) {
			var machines = new ArrayList<Machine>();
			for (var i = random.nextInt(5); i > 0; i--) {
				machines.add(new Machine(name("vm", machines), any(hosts), !oneIn(4), some(volumes, 2), some(NETWORKS, 2)));
			}
			return machines;
		}

		private List<Container> containers(List<String> platforms) {
			var containers = new ArrayList<Container>();
			for (var i = upTo(5); i > 0; i--) {
				containers.add(new Container(name("container", containers), any(platforms),
						random.nextBoolean() ? Optional.of(upTo(3)) : Optional.empty(), some(NETWORKS, 2)));
			}
			return containers;
		}

		private List<Service> services(List<Machine> machines, List<Container> containers) {
			var services = new ArrayList<Service>();
			for (var i = upTo(4); i > 0; i--) {
				var needs = new ArrayList<Need>();
				for (var need = random.nextInt(4); need > 0; need--) {
					needs.add(need(machines, containers));
				}
				services.add(new Service(name("service", services), needs));
			}
			return services;
		}

		private Need need(List<Machine> machines, List<Container> containers) {
			var network = oneIn(4) ? Optional.of(any(NETWORKS)) : Optional.<String>empty();
			if (!machines.isEmpty() && random.nextBoolean()) {
				return new Need(oneIn(3) ? Optional.of(1) : Optional.empty(), any(machines).name, network);
			}
			var container = any(containers);
			var required = random.nextBoolean() ? Optional.of(upTo(container.replicas.orElse(1))) : Optional.<Integer>empty();
			return new Need(required, container.name, network);
		}

		private Power power(List<String> feeds) {
			var some = some(feeds, 3);
			var isStated = !some.isEmpty() && random.nextBoolean();
			return new Power(isStated ? Optional.of(upTo(some.size())) : Optional.empty(), some);
		}

		private Place anyPlace() {
			return any(places);
		}

		private <T> T any(List<T> things) {
			return things.get(random.nextInt(things.size()));
		}

		private List<String> some(List<String> names, int most) {
			var shuffled = new ArrayList<>(names);
			Collections.shuffle(shuffled, random);
			return List.copyOf(shuffled.subList(0, Math.min(names.size(), random.nextInt(most + 1))));
		}

		private int upTo(int most) {
			return 1 + random.nextInt(most);
		}

		private boolean oneIn(int number) {
			return random.nextInt(number) == 0;
		}

		private static String name(String kind, List<?> before) {
			return kind + "_" + before.size();
		}

		private static <T> List<String> names(List<T> things, Function<T, String> name) {
			return things.stream().map(name).toList();
		}
	}
}
