package org.vcdsl.analysis.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.SoftwareFit.Kind;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.KernelAbilities;
import org.vcdsl.analysis.kernel.catalogue.SoftwareNeeds;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.facts.SoftwareRequirement;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Version;

/**
 * Compares engines, hypervisors, orchestrators and monitors of micro virtual machines with the kernels and control groups they run on,
 * by what their makers state for everybody who uses them; functions that nobody asked for ask nothing.
 */
public final class SoftwareFits {

	private final Topology topology;
	private final Catalogue catalogue;
	private final Environments environments;
	private final Systems systems;
	private final List<SoftwareFit> fits = new ArrayList<>();

	private SoftwareFits(Topology topology, Catalogue catalogue, Environments environments) {
		this.topology = topology;
		this.catalogue = catalogue;
		this.environments = environments;
		this.systems = new Systems(catalogue);
	}

	/**
	 * The software against whose system something speaks, kind after kind, in the order of the topology; linear. What runs, and what
	 * nobody knows, is left out.
	 */
	public static List<SoftwareFit> of(Topology topology, Catalogue catalogue, Environments environments) {
		var fits = new SoftwareFits(topology, catalogue, environments);
		environments.platforms().forEach(fits::addEngines);
		environments.platforms().forEach(fits::addHypervisor);
		fits.addOrchestrators();
		fits.addMonitors();
		return List.copyOf(fits.fits);
	}

	private void addEngines(Environment environment, List<ContainerHost> platforms) {
		environment.engines().forEach(engine -> add(Kind.ENGINE, engine.label(), platforms,
				worst(SoftwareKind.ENGINE, engine.name(), engine.version(), SoftwareRequirement.BASE, environment)));
	}

	private void addHypervisor(Environment environment, List<ContainerHost> platforms) {
		platforms.getFirst().hypervisor().ifPresent(hypervisor -> add(Kind.HYPERVISOR, hypervisor.label(), platforms,
				worst(SoftwareKind.HYPERVISOR, hypervisor.name(), hypervisor.version(), SoftwareRequirement.HOST, environment)));
	}

	private void addOrchestrators() {
		topology.clusters().values().forEach(cluster -> cluster.orchestrator().ifPresent(orchestrator -> cluster.members().stream()
				.map(topology::platform).collect(Collectors.groupingBy(environments::of, LinkedHashMap::new, Collectors.toList()))
				.forEach((environment, members) -> add(Kind.ORCHESTRATOR, orchestrator.label(), members, worst(SoftwareKind.ORCHESTRATOR,
						orchestrator.kind(), orchestrator.version(), SoftwareRequirement.BASE, environment)))));
	}

	/** Makers of monitors name the kernels they tried; others may work, so they are not supported and no more. */
	private void addMonitors() {
		topology.declarations().values().forEach(members -> {
			if (members.getFirst() instanceof MicroVirtualMachine first && first.runtime().isPresent()) {
				var runtime = first.runtime().get();
				members.stream().collect(Collectors.groupingBy(member -> environments.of(topology.platformOf(member)), LinkedHashMap::new,
						Collectors.toList())).forEach((environment, together) -> add(Kind.MONITOR_HOST, runtime.label(), together,
								worst(SoftwareKind.RUNTIME, runtime.kind(), runtime.version(), SoftwareRequirement.HOST, environment)
										.map(SoftwareFits::unsupported)));
				first.guest().ifPresent(guest -> add(Kind.MONITOR_GUEST, runtime.label(), members,
						guest(guest, runtime.kind(), runtime.version(), environments.of(topology.platformOf(first)))
								.map(SoftwareFits::unsupported)));
			}
		});
	}

	private static Answer unsupported(Answer answer) {
		return answer.verdict() == Verdict.FAILS ? new Answer(Verdict.UNSUPPORTED, answer.reason(), answer.sources()) : answer;
	}

	private Optional<Answer> worst(SoftwareKind kind, String name, Optional<String> version, String scope, Environment environment) {
		return systems.needs(environment).flatMap(needs -> worst(needs, kind, name, version,
				Stream.concat(Stream.of(scope), situation(environment))));
	}

	private Optional<Answer> guest(OperatingSystem guest, String name, Optional<String> version, Environment below) {
		var abilities = KernelAbilities.on(catalogue.release(guest.name()), catalogue, guest.kernel(), below.architecture());
		return worst(new SoftwareNeeds(catalogue, guest.kernel(), abilities, guest.cgroup(), below.architecture()), SoftwareKind.RUNTIME, name,
				version, Stream.of(SoftwareRequirement.GUEST));
	}

	private Optional<Answer> worst(SoftwareNeeds needs, SoftwareKind kind, String name, Optional<String> version, Stream<String> scopes) {
		var software = catalogue.software(kind, name);
		return scopes.flatMap(scope -> software.stream().flatMap(facts -> needs.function(facts, version.flatMap(Version::parse), scope).stream()))
				.filter(Answer::speaksAgainst).max(Answer.BY_WEIGHT);
	}

	/** What counts on such a system beside what counts everywhere. */
	private static Stream<String> situation(Environment environment) {
		if (environment.kernel().filter(kernel -> kernel.family() == KernelFamily.WINDOWS).isPresent()) {
			return Stream.of(SoftwareRequirement.WINDOWS_HOST, SoftwareRequirement.WINDOWS_NODE);
		}
		return environment.system().flatMap(OperatingSystem::cgroup).stream()
				.map(hierarchy -> hierarchy == CgroupHierarchy.V2 ? SoftwareRequirement.CGROUP_2 : SoftwareRequirement.CGROUP_1);
	}

	/** Once for each declaration, and for each place where it goes on. */
	private void add(Kind kind, String software, List<? extends Element> users, Optional<Answer> answer) {
		answer.ifPresent(known -> {
			Map<Place, List<Element>> byPlace = users.stream().collect(Collectors.groupingBy(
					user -> new Place(user.declaration(), user.source()), LinkedHashMap::new, Collectors.toList()));
			byPlace.values().forEach(together -> fits.add(new SoftwareFit(kind, software, together, known)));
		});
	}

	private record Place(String declaration, SourceRange source) {
	}
}
