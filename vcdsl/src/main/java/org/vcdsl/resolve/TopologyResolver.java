package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;
import org.vcdsl.vcd.AcceptanceClause;
import org.vcdsl.vcd.ContainerDeclaration;
import org.vcdsl.vcd.FeedDeclaration;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.ImageDeclaration;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.NetworkDeclaration;
import org.vcdsl.vcd.RackDeclaration;
import org.vcdsl.vcd.RoomDeclaration;
import org.vcdsl.vcd.ServiceDeclaration;
import org.vcdsl.vcd.SiteDeclaration;
import org.vcdsl.vcd.SwitchDeclaration;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VirtualMachineDeclaration;
import org.vcdsl.vcd.VolumeDeclaration;

/**
 * Turns the linked trees of one root package and its imports into a topology.
 *
 * <p>Precondition: the trees have no syntax errors and all their names are linked. Answers a topology, or errors and none.
 */
public final class TopologyResolver {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final InfrastructureResolver infrastructure;
	private final WorkloadResolver workloadResolver;
	private final DeclarationResolver declarations;

	private final List<Location> locations = new ArrayList<>();
	private final List<Feed> feeds = new ArrayList<>();
	private final List<Switch> switches = new ArrayList<>();
	private final List<Host> hosts = new ArrayList<>();
	private final List<Network> networks = new ArrayList<>();
	private final List<Volume> volumes = new ArrayList<>();
	private final List<Image> images = new ArrayList<>();
	private final List<Workload> workloads = new ArrayList<>();
	private final List<ServiceDeclaration> services = new ArrayList<>();
	private final List<Acceptance> acceptances = new ArrayList<>();
	private final Map<String, NamedDeclaration> named = new LinkedHashMap<>();

	private TopologyResolver(SourceRanges ranges) {
		this.ranges = ranges;
		this.remarks = new Remarks(ranges);
		var systems = new SystemResolver(ranges, remarks);
		this.infrastructure = new InfrastructureResolver(ranges, remarks, systems);
		this.workloadResolver = new WorkloadResolver(ranges, remarks, systems);
		this.declarations = new DeclarationResolver(ranges, remarks);
	}

	/** Resolves the files of a root package and of all packages it imports, in this order; linear in their size. */
	public static Resolution resolve(String name, List<VcdFile> files, SourceRanges ranges) {
		return new TopologyResolver(ranges).resolve(name, files);
	}

	private Resolution resolve(String name, List<VcdFile> files) {
		files.forEach(file -> {
			new RepeatedKeys(ranges, remarks).check(file);
			collect(file, Optional.empty());
		});
		new FeedCircles(remarks).check(feeds);
		if (workloads.size() > WorkloadResolver.MOST_ELEMENTS) {
			remarks.add("VCD103", Severity.ERROR, workloads.getLast().source(),
					"The topology has %s workloads; %s are the most.".formatted(workloads.size(),
							WorkloadResolver.MOST_ELEMENTS));
		}
		var members = workloads.stream().collect(Collectors.groupingBy(Workload::declaration, LinkedHashMap::new,
				Collectors.mapping(Element::name, Collectors.toList())));
		var resolvedServices = services.stream().map(service -> declarations.service(service, members)).toList();
		return new Resolution(remarks.hasErrors() ? Optional.empty()
				: Optional.of(new Topology(name, Topology.byName(locations), Topology.byName(feeds),
						Topology.byName(switches), Topology.byName(hosts), Topology.byName(networks),
						Topology.byName(volumes), Topology.byName(images), Topology.byName(workloads),
						Topology.byName(resolvedServices), acceptances)),
				remarks.findings());
	}

	/** Collects the items of a file or of a place; an acceptance belongs to the item behind it. */
	private void collect(EObject parent, Optional<String> location) {
		var waiting = new ArrayList<AcceptanceClause>();
		for (var item : parent.eContents()) {
			switch (item) {
				case AcceptanceClause acceptance -> waiting.add(acceptance);
				case NamedDeclaration declaration -> {
					waiting.forEach(acceptance -> acceptances.add(declarations.acceptance(acceptance, declaration)));
					waiting.clear();
					if (isNew(declaration)) {
						collectDeclaration(declaration, location);
					}
				}
				default -> {
					// a template or a catalogue entry: looked at where it is used
				}
			}
		}
		waiting.forEach(acceptance -> remarks.add("VCD106", Severity.ERROR, ranges.of(acceptance),
				"Nothing stands behind this '@accept'. Write it in front of the element it is about."));
	}

	private void collectDeclaration(NamedDeclaration declaration, Optional<String> location) {
		switch (declaration) {
			case SiteDeclaration site -> collectLocation(site, Location.Kind.SITE, location);
			case RoomDeclaration room -> collectLocation(room, Location.Kind.ROOM, location);
			case RackDeclaration rack -> collectLocation(rack, Location.Kind.RACK, location);
			case FeedDeclaration feed -> feeds.add(infrastructure.feed(feed, location));
			case SwitchDeclaration networkSwitch -> switches.add(infrastructure.networkSwitch(networkSwitch, location));
			case HostDeclaration host -> hosts.add(infrastructure.host(host, location));
			case NetworkDeclaration network -> networks.add(declarations.network(network));
			case VolumeDeclaration volume -> volumes.add(declarations.volume(volume));
			case ImageDeclaration image -> images.add(declarations.image(image));
			case VirtualMachineDeclaration vm -> workloads.add(workloadResolver.virtualMachine(vm));
			case ContainerDeclaration container -> workloads.addAll(workloadResolver.containers(container));
			case ServiceDeclaration service -> services.add(service);
			default -> throw new IllegalStateException("A declaration the grammar does not know: " + declaration);
		}
	}

	private void collectLocation(NamedDeclaration declaration, Location.Kind kind, Optional<String> within) {
		locations.add(new Location(declaration.getName(), ranges.of(declaration), kind, within));
		collect(declaration, Optional.of(declaration.getName()));
	}

	private boolean isNew(NamedDeclaration declaration) {
		var first = named.putIfAbsent(declaration.getName(), declaration);
		if (first != null) {
			var there = ranges.of(first);
			remarks.add("VCD102", Severity.ERROR, ranges.of(declaration),
					"'%s' is declared already, at %s:%s. Give one of them another name.".formatted(declaration.getName(),
							there.file(), there.line()),
					declaration.getName());
		}
		return first == null;
	}
}
