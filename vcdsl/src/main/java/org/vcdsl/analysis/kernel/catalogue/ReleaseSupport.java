package org.vcdsl.analysis.kernel.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.catalogue.VendorSupport.Phase;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;

/**
 * How long a release is still supported where a topology names it.
 *
 * @param source where it is named: once for all members of a group and all users of a template
 * @param users names of the declarations that run it, or of the image made from it, in order
 * @param phase on the day that was asked about
 */
public record ReleaseSupport(ReleaseFacts release, SourceRange source, List<String> users, Phase phase) {

	public ReleaseSupport {
		users = List.copyOf(users);
	}

	/** Of all releases that hosts, guests and images name and the catalogue knows, in the order of the topology; linear. */
	public static List<ReleaseSupport> of(Topology topology, Catalogue catalogue, LocalDate day) {
		var users = new LinkedHashMap<Place, Set<String>>();
		topology.hosts().values().forEach(host -> add(host, host.operatingSystem().stream(), users));
		topology.workloads().values().forEach(workload -> {
			switch (workload) {
				case ContainerHost vm -> add(vm, vm.operatingSystem().stream(), users);
				case MicroVirtualMachine vm -> add(vm, vm.guest().stream(), users);
				default -> {
					// brings no operating system
				}
			}
		});
		topology.images().values().forEach(image -> image.base().ifPresent(
				base -> users.computeIfAbsent(new Place(base, image.source()), place -> new LinkedHashSet<>()).add(image.name())));
		var support = new ArrayList<ReleaseSupport>();
		users.forEach((place, names) -> catalogue.release(place.release()).ifPresent(release -> support
				.add(new ReleaseSupport(release, place.source(), List.copyOf(names), VendorSupport.phase(release, day)))));
		return List.copyOf(support);
	}

	private static void add(Element user, Stream<OperatingSystem> systems, Map<Place, Set<String>> users) {
		systems.forEach(system -> users.computeIfAbsent(new Place(system.name(), system.source()), place -> new LinkedHashSet<>())
				.add(user.declaration()));
	}

	private record Place(String release, SourceRange source) {
	}
}
