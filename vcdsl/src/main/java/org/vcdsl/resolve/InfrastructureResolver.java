package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.FEED_DECLARATION__CAPACITY;
import static org.vcdsl.vcd.VcdPackage.Literals.FEED_DECLARATION__MTBF;
import static org.vcdsl.vcd.VcdPackage.Literals.FEED_DECLARATION__MTTR;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__ADDRESS;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__CORES;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__ENGINES;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__HYPERVISOR;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MEMORY;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MTBF;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__MTTR;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__OS;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__POWER;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__SUPPLY;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_BODY__UPLINKS;
import static org.vcdsl.vcd.VcdPackage.Literals.HOST_DECLARATION__TEMPLATE;
import static org.vcdsl.vcd.VcdPackage.Literals.SUPPLY_CLAUSE__REQUIRED;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__MTBF;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__MTTR;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__PORTS;
import static org.vcdsl.vcd.VcdPackage.Literals.SWITCH_DECLARATION__SPEED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.conversion.Dimension;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Reliability;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Switch;
import org.vcdsl.vcd.FeedDeclaration;
import org.vcdsl.vcd.HostBody;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.HostTemplateDeclaration;
import org.vcdsl.vcd.SupplyClause;
import org.vcdsl.vcd.SwitchDeclaration;

/** Feeds, switches and hosts, with what their templates give them. */
final class InfrastructureResolver {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final SystemResolver systems;

	InfrastructureResolver(SourceRanges ranges, Remarks remarks, SystemResolver systems) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.systems = systems;
	}

	Feed feed(FeedDeclaration feed, Optional<String> location) {
		return new Feed(feed.getName(), ranges.of(feed), location,
				quantity(feed, FEED_DECLARATION__CAPACITY, Dimension.POWER), supply(feed.getSupply()),
				new Reliability(time(feed, FEED_DECLARATION__MTBF), time(feed, FEED_DECLARATION__MTTR)));
	}

	Switch networkSwitch(SwitchDeclaration networkSwitch, Optional<String> location) {
		return new Switch(networkSwitch.getName(), ranges.of(networkSwitch), location,
				number(networkSwitch, SWITCH_DECLARATION__PORTS),
				quantity(networkSwitch, SWITCH_DECLARATION__SPEED, Dimension.BANDWIDTH), supply(networkSwitch.getSupply()),
				names(networkSwitch.getUplinks()), networkSwitch.isEdge(),
				new Reliability(time(networkSwitch, SWITCH_DECLARATION__MTBF), time(networkSwitch, SWITCH_DECLARATION__MTTR)));
	}

	/** A host with what it states itself, else what the nearest of its templates states. */
	Host host(HostDeclaration host, Optional<String> location) {
		var bodies = bodies(host);
		return new Host(host.getName(), ranges.of(host), location,
				Optional.ofNullable(host.getTemplate()).map(HostTemplateDeclaration::getName),
				stating(bodies, HOST_BODY__ADDRESS).flatMap(
						body -> remarks.read(body, HOST_BODY__ADDRESS, Addresses::parseHost)),
				supply(stating(bodies, HOST_BODY__SUPPLY).map(HostBody::getSupply).orElse(null)),
				stating(bodies, HOST_BODY__UPLINKS).map(body -> names(body.getUplinks())).orElse(List.of()),
				stating(bodies, HOST_BODY__OS).map(body -> systems.operatingSystem(body.getOs())),
				stating(bodies, HOST_BODY__HYPERVISOR).map(body -> systems.hypervisor(body.getHypervisor())),
				stating(bodies, HOST_BODY__ENGINES).map(body -> body.getEngines().stream().map(systems::engine).toList())
						.orElse(List.of()),
				stating(bodies, HOST_BODY__CORES).map(body -> number(body, HOST_BODY__CORES)).orElse(OptionalInt.empty()),
				quantity(bodies, HOST_BODY__MEMORY, Dimension.MEMORY), quantity(bodies, HOST_BODY__POWER, Dimension.POWER),
				new Reliability(stating(bodies, HOST_BODY__MTBF).flatMap(body -> time(body, HOST_BODY__MTBF)),
						stating(bodies, HOST_BODY__MTTR).flatMap(body -> time(body, HOST_BODY__MTTR))));
	}

	/** The bodies of a host, its template, that one's template and so on; a circle ends where it closes, with an error. */
	private List<HostBody> bodies(HostDeclaration host) {
		var bodies = new ArrayList<HostBody>();
		var templates = new LinkedHashSet<HostTemplateDeclaration>();
		Optional.ofNullable(host.getBody()).ifPresent(bodies::add);
		for (var template = host.getTemplate(); template != null; template = template.getTemplate()) {
			if (!templates.add(template)) {
				remarks.add("VCD108", Severity.ERROR, ranges.of(host, HOST_DECLARATION__TEMPLATE, 0),
						"Template '%s' stands on itself: %s. Take one ': %s' away.".formatted(template.getName(),
								templates.stream().map(HostTemplateDeclaration::getName).collect(Collectors.joining(", ")),
								template.getName()),
						host.getName());
				break;
			}
			Optional.ofNullable(template.getBody()).ifPresent(bodies::add);
		}
		return bodies;
	}

	private static Optional<HostBody> stating(List<HostBody> bodies, EStructuralFeature feature) {
		return bodies.stream().filter(body -> body.eIsSet(feature)).findFirst();
	}

	private OptionalLong quantity(List<HostBody> bodies, EAttribute feature, Dimension dimension) {
		return stating(bodies, feature).map(body -> quantity(body, feature, dimension)).orElse(OptionalLong.empty());
	}

	private Supply supply(SupplyClause supply) {
		if (supply == null) {
			return Supply.UNSTATED;
		}
		var feeds = names(supply.getFeeds());
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
		return remarks.read(part, feature, text -> Quantities.parseInt(text, 1, 1_000_000)).map(OptionalInt::of)
				.orElseGet(OptionalInt::empty);
	}

	private static List<String> names(List<? extends EObject> declarations) {
		return declarations.stream().map(SimpleAttributeResolver.NAME_RESOLVER::apply).distinct()
				.toList();
	}
}
