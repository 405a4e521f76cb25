package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.vcdsl.finding.Change.TakeAway;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.TopologyBuilder;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.vcd.AcceptanceClause;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.ConstraintClause;
import org.vcdsl.vcd.FeedDeclaration;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.ImageDeclaration;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.NetworkDeclaration;
import org.vcdsl.vcd.PodContainerDeclaration;
import org.vcdsl.vcd.PodDeclaration;
import org.vcdsl.vcd.PodTemplate;
import org.vcdsl.vcd.RackDeclaration;
import org.vcdsl.vcd.RoomDeclaration;
import org.vcdsl.vcd.RulesDeclaration;
import org.vcdsl.vcd.ServiceDeclaration;
import org.vcdsl.vcd.SiteDeclaration;
import org.vcdsl.vcd.SwitchDeclaration;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VmDeclaration;
import org.vcdsl.vcd.VolumeDeclaration;
import org.vcdsl.vcd.WorkloadDeclaration;

/**
 * Turns the linked trees of one root package and its imports into a topology.
 *
 * <p>Precondition: the trees have no syntax errors and all their names are linked. Answers a topology, or errors and none. First all
 * names are taken in, so that groups are known whole wherever their parts stand; then hosts and virtual machines, since pools are made
 * of them; then everything in the order of the text. Near-linear in the size of the text and of the topology together.
 */
public final class TopologyResolver {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Groups groups;
	private final FactsResolver catalogueFacts;
	private final NamedEntries entries = new NamedEntries();
	private final SystemResolver systems;
	private final References references;
	private final PeerLinks peers;
	private final Pools pools;
	private final InfrastructureResolver infrastructure;
	private final WorkloadResolver workloadResolver;
	private final DeclarationResolver declarations;
	private final ConstraintResolver constraints;

	private final TopologyBuilder topology = new TopologyBuilder();
	private final List<Feed> feeds = new ArrayList<>();
	/** And catalogue entries, which extend nothing. */
	private final List<NamedDeclaration> templates = new ArrayList<>();
	private final List<SwitchDeclaration> switches = new ArrayList<>();
	private final List<ClusterDeclaration> clusters = new ArrayList<>();
	private final List<VmDeclaration> virtualMachines = new ArrayList<>();
	private final List<VirtualMachine> machines = new ArrayList<>();

	private TopologyResolver(SourceRanges ranges) {
		this.ranges = ranges;
		this.remarks = new Remarks(ranges);
		this.groups = new Groups(ranges, remarks);
		this.catalogueFacts = new FactsResolver(ranges, remarks);
		this.references = new References(groups);
		this.peers = new PeerLinks(ranges, remarks, groups, references);
		this.pools = new Pools(ranges, remarks, references);
		this.systems = new SystemResolver(ranges, remarks, references, entries);
		var requirements = new RequirementResolver(ranges, remarks, entries);
		var needs = new NeedResolver(ranges, remarks, references);
		this.infrastructure = new InfrastructureResolver(ranges, remarks, groups, references, peers, systems);
		this.workloadResolver = new WorkloadResolver(ranges, remarks, groups, references, entries, systems, requirements, needs, pools);
		this.declarations = new DeclarationResolver(ranges, remarks, groups, references, entries, requirements, needs);
		this.constraints = new ConstraintResolver(ranges, remarks, references);
	}

	/** Resolves the files of a root package and of all packages it imports, in this order. */
	public static Resolution resolve(String name, List<VcdFile> files, SourceRanges ranges) {
		return new TopologyResolver(ranges).resolve(name, files);
	}

	private Resolution resolve(String name, List<VcdFile> files) {
		files.forEach(file -> {
			new RepeatedKeys(ranges, remarks).check(file);
			declare(file);
		});
		new TemplateCircles(ranges, remarks).check(templates);
		if (groups.check()) {
			peers.read(switches);
			files.forEach(file -> addInfrastructure(file.getItems(), Optional.empty()));
			new FeedCircles(remarks).check(feeds);
			definePlatforms();
			files.forEach(file -> addRest(file.getItems()));
			new PlatformCircles(remarks).check(machines);
			references.shippedImages().forEach(image -> topology.add(declarations.image(image)));
		}
		var catalogue = catalogueFacts.decisive(entries);
		return new Resolution(remarks.hasErrors() ? Optional.empty() : Optional.of(topology.build(name)), catalogue, remarks.findings());
	}

	/** Takes all names in. */
	private void declare(EObject parent) {
		for (var item : parent.eContents()) {
			switch (item) {
				case SiteDeclaration site -> declareWithContent(site);
				case RoomDeclaration room -> declareWithContent(room);
				case RackDeclaration rack -> declareWithContent(rack);
				case ClusterDeclaration cluster -> {
					clusters.add(cluster);
					declareWithContent(cluster);
				}
				case VmDeclaration vm -> {
					virtualMachines.add(vm);
					groups.declare(vm);
				}
				case WorkloadDeclaration workload -> groups.declare(workload);
				case FeedDeclaration feed -> groups.declare(feed);
				case SwitchDeclaration networkSwitch -> {
					switches.add(networkSwitch);
					groups.declare(networkSwitch);
				}
				case HostDeclaration host -> groups.declare(host);
				case NetworkDeclaration network -> groups.declare(network);
				case VolumeDeclaration volume -> groups.declare(volume);
				case ImageDeclaration image -> groups.declare(image);
				case ServiceDeclaration service -> groups.declare(service);
				case NamedDeclaration templateOrCatalogueEntry -> {
					groups.reserve(templateOrCatalogueEntry);
					templates.add(templateOrCatalogueEntry);
					catalogueFacts.facts(templateOrCatalogueEntry);
				}
				default -> {
					// an acceptance, an import, rules: without a name
				}
			}
		}
	}

	private void declareWithContent(NamedDeclaration declaration) {
		groups.declare(declaration);
		declare(declaration);
	}

	/** Adds what workloads stand on or use, in the order of the text. */
	private void addInfrastructure(List<? extends EObject> items, Optional<String> location) {
		for (var item : items) {
			if (!(item instanceof NamedDeclaration declaration) || !groups.contains(declaration)) {
				continue;
			}
			switch (declaration) {
				case SiteDeclaration site -> addLocation(site, site.getItems(), Location.Kind.SITE, location);
				case RoomDeclaration room -> addLocation(room, room.getItems(), Location.Kind.ROOM, location);
				case RackDeclaration rack -> addLocation(rack, rack.getItems(), Location.Kind.RACK, location);
				case FeedDeclaration feed -> infrastructure.feeds(feed, location).forEach(element -> {
					feeds.add(element);
					topology.add(element);
				});
				case SwitchDeclaration networkSwitch -> infrastructure.switches(networkSwitch, location).forEach(topology::add);
				case HostDeclaration host -> infrastructure.hosts(host, location).forEach(element -> {
					pools.add(element);
					topology.add(element);
				});
				case NetworkDeclaration network -> topology.add(declarations.network(network));
				case VolumeDeclaration volume -> declarations.volumes(volume).forEach(topology::add);
				case ImageDeclaration image -> topology.add(declarations.image(image));
				default -> {
					// needs to know all hosts
				}
			}
		}
	}

	private void addLocation(NamedDeclaration declaration, List<? extends EObject> items, Location.Kind kind,
			Optional<String> within) {
		var name = groups.nameOf(declaration);
		topology.add(new Location(name, ranges.of(declaration), kind, within));
		addInfrastructure(items, Optional.of(name));
	}

	/** Says what virtual machines can carry, and then which platforms clusters consist of. */
	private void definePlatforms() {
		virtualMachines.stream().filter(groups::contains).flatMap(workloadResolver::platforms).forEach(pools::add);
		for (var cluster : clusters) {
			var members = new ArrayList<>(references.platforms(cluster.getMembers()));
			for (var item : cluster.getItems()) {
				if (item instanceof VmDeclaration vm && groups.contains(vm)) {
					groups.membersOf(vm).stream().filter(pools::carriesWorkloads).forEach(members::add);
				}
			}
			pools.define(cluster, members);
			references.define(cluster, pools.workersOf(cluster));
		}
	}

	/** Adds workloads, services, constraints and acceptances, in the order of the text. */
	private void addRest(List<? extends EObject> items) {
		var waiting = new ArrayList<AcceptanceClause>();
		for (var item : items) {
			switch (item) {
				case AcceptanceClause acceptance -> waiting.add(acceptance);
				case NamedDeclaration declaration -> {
					accept(waiting, element(declaration));
					add(declaration);
				}
				case PodContainerDeclaration container -> accept(waiting, Selection.of(groups.nameOf(
						(NamedDeclaration) container.eContainer().eContainer()) + "." + container.getName()));
				case RulesDeclaration rules -> {
					accept(waiting, new Selection("rules", List.of()));
					addRest(rules.getItems());
				}
				case ConstraintClause clause -> {
					var constraint = constraints.constraint(clause);
					accept(waiting, Selection.of(constraint.label()));
					topology.add(constraint);
				}
				default -> {
					// nothing that belongs to a topology
				}
			}
		}
		waiting.forEach(acceptance -> refuse(acceptance,
				"Nothing stands behind this '@accept'. Write it in front of the element it is about."));
	}

	private void add(NamedDeclaration declaration) {
		switch (declaration) {
			case SiteDeclaration site -> addRest(site.getItems());
			case RoomDeclaration room -> addRest(room.getItems());
			case RackDeclaration rack -> addRest(rack.getItems());
			case ClusterDeclaration cluster when groups.contains(cluster) -> {
				topology.add(cluster(cluster));
				addRest(cluster.getItems());
			}
			case PodDeclaration pod when groups.contains(pod) -> {
				workloadResolver.workloads(pod).forEach(topology::add);
				if (pod.getBody() != null) {
					addRest(pod.getBody().getItems());
				}
			}
			case PodTemplate template when template.getBody() != null -> template.getBody().getItems().stream()
					.filter(AcceptanceClause.class::isInstance).forEach(acceptance -> refuse(acceptance,
							"A template has no findings. Write '@accept' in or in front of the pod itself."));
			case WorkloadDeclaration workload when groups.contains(workload) ->
				workloadResolver.workloads(workload).forEach(element -> {
					if (element instanceof VirtualMachine machine) {
						machines.add(machine);
					}
					topology.add(element);
				});
			case ServiceDeclaration service when groups.contains(service) -> topology.add(declarations.service(service));
			default -> {
				// added already, or looked at where it is used
			}
		}
	}

	/** An acceptance that is about nothing. */
	private void refuse(EObject acceptance, String message) {
		var source = ranges.of(acceptance);
		remarks.add(new Finding("VCD106", Severity.ERROR, source, message, List.of(), List.of()).fixedBy("Take the '@accept' away",
				new TakeAway(source)));
	}

	private void accept(List<AcceptanceClause> acceptances, Selection element) {
		acceptances.forEach(acceptance -> topology.add(declarations.acceptance(acceptance, element)));
		acceptances.clear();
	}

	private Selection element(NamedDeclaration declaration) {
		return new Selection(groups.nameOf(declaration), groups.membersOf(declaration));
	}

	private Cluster cluster(ClusterDeclaration cluster) {
		return new Cluster(groups.nameOf(cluster), ranges.of(cluster),
				Optional.ofNullable(cluster.getOrchestrator())
						.map(kind -> new Software(entries.nameOf(kind), Optional.ofNullable(cluster.getVersion()))),
				pools.membersOf(cluster),
				cluster.getItems().stream().filter(WorkloadDeclaration.class::isInstance)
						.flatMap(item -> groups.membersOf((WorkloadDeclaration) item).stream()).toList());
	}
}
