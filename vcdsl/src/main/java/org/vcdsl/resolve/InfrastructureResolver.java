package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.FEED_DECLARATION__CAPACITY;
import static org.vcdsl.vcd.VcdPackage.Literals.FEED_DECLARATION__MTBF;
import static org.vcdsl.vcd.VcdPackage.Literals.FEED_DECLARATION__MTTR;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__ADDRESS;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__ARCHITECTURE;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__CORES;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__DISK;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__ENGINES;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__HYPERVISOR;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MEMORY;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MODEL;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MTBF;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MTTR;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__NICS;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__OS;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__POWER;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__RESERVE;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__SUPPLY;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__UPLINKS;
import static org.vcdsl.vcd.VcdPackage.Literals.PORT_CLAUSE__COUNT;
import static org.vcdsl.vcd.VcdPackage.Literals.PORT_CLAUSE__SPEED;
import static org.vcdsl.vcd.VcdPackage.Literals.SUPPLY_CLAUSE__REQUIRED;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__MTBF;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__MTTR;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__PORTS;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__POWER;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__SPEED;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.conversion.Dimension;
import org.vcdsl.conversion.Platforms;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Hardware;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Reliability;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Switch;
import org.vcdsl.vcd.FeedDeclaration;
import org.vcdsl.vcd.HostBody;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.PortClause;
import org.vcdsl.vcd.SupplyClause;
import org.vcdsl.vcd.SwitchDeclaration;

/** Feeds, switches and hosts, with what their templates give them; one of each for every member of a range. */
final class InfrastructureResolver {

	private static final int MOST_PORTS = 100_000;

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Groups groups;
	private final References references;
	private final PeerLinks peers;
	private final SystemResolver systems;

	InfrastructureResolver(SourceRanges ranges, Remarks remarks, Groups groups, References references, PeerLinks peers,
			SystemResolver systems) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.groups = groups;
		this.references = references;
		this.peers = peers;
		this.systems = systems;
	}

	Stream<Feed> feeds(FeedDeclaration feed, Optional<String> location) {
		var declaration = groups.nameOf(feed);
		var source = ranges.of(feed);
		var kind = Feed.Kind.valueOf(feed.getKind().toUpperCase(Locale.ROOT));
		var capacity = quantity(feed, FEED_DECLARATION__CAPACITY, Dimension.POWER);
		var supply = supply(feed.getSupply());
		var reliability = new Reliability(time(feed, FEED_DECLARATION__MTBF), time(feed, FEED_DECLARATION__MTTR));
		return groups.membersOf(feed).stream()
				.map(name -> new Feed(name, declaration, source, kind, location, capacity, supply, reliability));
	}

	Stream<Switch> switches(SwitchDeclaration networkSwitch, Optional<String> location) {
		var declaration = groups.nameOf(networkSwitch);
		var source = ranges.of(networkSwitch);
		var ports = number(networkSwitch, SWITCH_DECLARATION__PORTS);
		var speed = quantity(networkSwitch, SWITCH_DECLARATION__SPEED, Dimension.BANDWIDTH);
		var supply = supply(networkSwitch.getSupply());
		var uplinks = references.switches(networkSwitch.getUplinks());
		var carries = references.namesOf(networkSwitch.getCarries());
		var power = quantity(networkSwitch, SWITCH_DECLARATION__POWER, Dimension.POWER);
		var reliability = new Reliability(time(networkSwitch, SWITCH_DECLARATION__MTBF),
				time(networkSwitch, SWITCH_DECLARATION__MTTR));
		return groups.membersOf(networkSwitch).stream().map(name -> new Switch(name, declaration, source, location, ports, speed,
				supply, uplinks, peers.of(name), networkSwitch.isEdge() || peers.isEdge(name), carries, power, reliability));
	}

	/** Hosts with what they state themselves, else what the nearest of their templates states. */
	Stream<Host> hosts(HostDeclaration host, Optional<String> location) {
		var bodies = Bodies.of(host, HostBody.class, ranges, remarks);
		var declaration = groups.nameOf(host);
		var source = ranges.of(host);
		var template = Bodies.templateOf(host);
		var address = bodies.stating(HOST_BODY__ADDRESS)
				.flatMap(body -> remarks.read(body, HOST_BODY__ADDRESS, Addresses::parseHost));
		var supply = supply(bodies.value(HOST_BODY__SUPPLY, HostBody::getSupply).orElse(null));
		var uplinks = bodies.value(HOST_BODY__UPLINKS, HostBody::getUplinks).map(references::switches).orElse(List.of());
		var os = bodies.value(HOST_BODY__OS, HostBody::getOs).map(systems::operatingSystem);
		var hypervisor = bodies.value(HOST_BODY__HYPERVISOR, HostBody::getHypervisor).map(systems::hypervisor);
		var engines = bodies.list(HOST_BODY__ENGINES, HostBody::getEngines).stream().map(systems::engine).toList();
		var hardware = hardware(bodies);
		var reliability = new Reliability(bodies.stating(HOST_BODY__MTBF).flatMap(body -> time(body, HOST_BODY__MTBF)),
				bodies.stating(HOST_BODY__MTTR).flatMap(body -> time(body, HOST_BODY__MTTR)));
		return groups.membersOf(host).stream().map(name -> new Host(name, declaration, source, location, template, address, supply, uplinks,
				os, hypervisor, engines, hardware, reliability));
	}

	private Hardware hardware(Bodies<HostBody> bodies) {
		return new Hardware(
				bodies.stating(HOST_BODY__ARCHITECTURE)
						.flatMap(body -> remarks.read(body, HOST_BODY__ARCHITECTURE, Platforms::parseArchitecture)),
				bodies.value(HOST_BODY__MODEL, HostBody::getModel),
				bodies.stating(HOST_BODY__CORES).map(body -> number(body, HOST_BODY__CORES)).orElse(OptionalInt.empty()),
				quantity(bodies, HOST_BODY__MEMORY, Dimension.MEMORY), quantity(bodies, HOST_BODY__DISK, Dimension.STORAGE),
				bodies.list(HOST_BODY__NICS, HostBody::getNics).stream().flatMap(ports -> ports(ports).stream()).toList(),
				quantity(bodies, HOST_BODY__POWER, Dimension.POWER), quantity(bodies, HOST_BODY__RESERVE, Dimension.MEMORY));
	}

	private Optional<Hardware.Ports> ports(PortClause ports) {
		var count = remarks.read(ports, PORT_CLAUSE__COUNT, text -> Quantities.parseInt(text, 1, MOST_PORTS));
		return remarks.read(ports, PORT_CLAUSE__SPEED, text -> Quantities.parse(text, Dimension.BANDWIDTH))
				.map(speed -> new Hardware.Ports(count.orElse(1), speed));
	}

	private OptionalLong quantity(Bodies<HostBody> bodies, EAttribute feature, Dimension dimension) {
		return bodies.stating(feature).map(body -> quantity(body, feature, dimension)).orElse(OptionalLong.empty());
	}

	private Supply supply(SupplyClause supply) {
		if (supply == null) {
			return Supply.UNSTATED;
		}
		var feeds = references.feeds(supply.getFeeds());
		if (feeds.isEmpty()) {
			return Supply.UNSTATED;
		}
		return new Supply(remarks.read(supply, SUPPLY_CLAUSE__REQUIRED, text -> Quantities.parseInt(text, 1, feeds.size()))
				.orElse(1), feeds);
	}

	private Optional<Duration> time(EObject part, EStructuralFeature feature) {
		return remarks.read(part, feature, text -> Duration.ofSeconds(Quantities.parse(text, Dimension.TIME)));
	}

	private OptionalLong quantity(EObject part, EAttribute feature, Dimension dimension) {
		return remarks.read(part, feature, text -> Quantities.parse(text, dimension)).map(OptionalLong::of)
				.orElseGet(OptionalLong::empty);
	}

	private OptionalInt number(EObject part, EAttribute feature) {
		return remarks.read(part, feature, text -> Quantities.parseInt(text, 1, MOST_PORTS)).map(OptionalInt::of)
				.orElseGet(OptionalInt::empty);
	}
}
