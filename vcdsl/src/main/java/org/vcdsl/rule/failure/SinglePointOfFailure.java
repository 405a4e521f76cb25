package org.vcdsl.rule.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.analysis.failure.FailureEvent;
import org.vcdsl.analysis.failure.SinglePointsOfFailure;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;

/** An element whose failure alone takes services down, at the line where it stands. */
public final class SinglePointOfFailure implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD301", "single-point-of-failure", Severity.WARNING,
			"One failure takes a service down", """
			The element is a minimal cut set of order 1: whatever else works, the service is down when it fails. The
			failure model is derived from what stands on what, so that nothing has to be annotated; each element is
			judged alone, which is exact however much the paths share.""", """
			Give the needs of the service members that do not stand on this element, or accept the risk with a date.""", List.of(
					"W. E. Vesely et al., Fault Tree Handbook, NUREG-0492, 1981"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}


	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var topology = context.topology();
		var elsewhereSaid = SinglePointsOfFailure.aroundEverything(topology).stream().map(Location::name).toList();
		var elements = topology.elements().collect(Collectors.toMap(Element::name, element -> element));
		byElement(context.singlePointsOfFailure()).forEach((name, eventsOfService) -> {
			if (!elsewhereSaid.contains(name)) {
				var element = elements.get(name);
				byAcceptance(element, eventsOfService, context).forEach((acceptance, services) -> findings
						.accept(finding(element, services, eventsOfService, topology, acceptance)));
			}
		});
	}

	/** Element, then service, then the element's events that take the service down; all in the order of the topology. */
	private static Map<String, Map<String, List<FailureEvent>>> byElement(SinglePointsOfFailure points) {
		var byElement = new LinkedHashMap<String, Map<String, List<FailureEvent>>>();
		points.services().forEach((event, services) -> services.forEach(
				service -> byElement.computeIfAbsent(event.element(), name -> new LinkedHashMap<>())
						.computeIfAbsent(service, name -> new ArrayList<>()).add(event)));
		return byElement;
	}

	/** An acceptance is about a pair of element and service: a finding says nothing of pairs accepted for another reason. */
	private Map<Optional<Acceptance>, List<String>> byAcceptance(Element element,
			Map<String, List<FailureEvent>> eventsOfService, RuleContext context) {
		return eventsOfService.keySet().stream()
				.collect(Collectors.groupingBy(service -> context.acceptance(this, List.of(element.name(), service)),
						LinkedHashMap::new, Collectors.toList()));
	}

	private Finding finding(Element element, List<String> services, Map<String, List<FailureEvent>> eventsOfService,
			Topology topology, Optional<Acceptance> acceptance) {
		var subjects = new ArrayList<>(List.of(element.name()));
		subjects.addAll(services);
		var events = services.stream().flatMap(service -> eventsOfService.get(service).stream()).distinct()
				.sorted(Comparator.comparing(FailureEvent::kind)).toList();
		return new Finding(id(), DESCRIPTION.severity(), element.source(), message(element, services, events, topology), subjects,
				List.of(), acceptance);
	}

	private static String message(Element element, List<String> services, List<FailureEvent> events, Topology topology) {
		var parts = events.stream().map(event -> part(event, element)).flatMap(Optional::stream).toList();
		return "'%s'%s is a single point of failure: without it %s %s %s down. %s or accept the risk.".formatted(element.name(),
				parts.isEmpty() ? "" : " (%s)".formatted(String.join(", ", parts)),
				services.size() == 1 ? "service" : "services", Names.listed(services),
				services.size() == 1 ? "is" : "are",
				element instanceof Volume volume && volume.hosts().isEmpty()
						? "Nobody says which hosts hold it: state where its replicas stand,"
						: "Give what %s a second way that does not stand on it,".formatted(services.size() == 1 ? "it needs" : "they need"));
	}

	/** What of a host or a workload is meant; the other elements have one event that goes without saying. */
	private static Optional<String> part(FailureEvent event, Element element) {
		return switch (event.kind()) {
			case HARDWARE -> Optional.of("hardware");
			case KERNEL -> Optional.of(kernel(element));
			case ENGINE -> ((ContainerHost) element).engines().stream()
					.filter(engine -> event.engine().equals(Optional.of(engine.name()))).findFirst()
					.map(engine -> "engine " + engine.label());
			case HYPERVISOR -> ((ContainerHost) element).hypervisor().map(kind -> "hypervisor " + kind.label());
			case LOCATION, FEED, SWITCH, VOLUME -> Optional.empty();
		};
	}

	private static String kernel(Element element) {
		return switch (element) {
			case Host host -> kernel(host.operatingSystem());
			case VirtualMachine vm -> "its own " + kernel(vm.guest());
			case MicroVirtualMachine vm -> "its own " + kernel(vm.guest());
			default -> "its own kernel";
		};
	}

	private static String kernel(Optional<OperatingSystem> system) {
		return system.map(OperatingSystem::kernel).map(Kernel::label).orElse("kernel");
	}
}
