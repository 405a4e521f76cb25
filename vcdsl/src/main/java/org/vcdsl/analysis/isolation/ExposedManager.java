package org.vcdsl.analysis.isolation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Role;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Managers of hypervisors, or members of a control plane, that a container has in its hands once it breaks out, and with them more than
 * it would have had anyway.
 *
 * @param members managers of one declaration
 * @param kernels the hosts and virtual machines whose kernels the containers reach: below a manager, or its own
 * @param entrances containers on these kernels that manage nothing; at least one
 * @param certain whether each of them is exposed to the kernel; else of none it is to be told
 * @param managed what the managers reach besides what stands on these kernels; nothing where they manage each other's kernels only
 */
public record ExposedManager(List<Workload> members, List<ContainerHost> kernels, List<Workload> entrances, boolean certain,
		BlastRadius managed) {

	public ExposedManager {
		members = List.copyOf(members);
		kernels = List.copyOf(kernels);
		entrances = List.copyOf(entrances);
	}

	/**
	 * Those of a topology whose workloads are all placed, in its order. Takes time in what stands on kernels below managers, and for each
	 * declaration of these in what they reach.
	 */
	public static List<ExposedManager> of(CompromiseModel model) {
		return new Search(model).answers();
	}

	/** A kernel through which a manager is reached, by whom, and what is won. */
	private record Exposure(Workload manager, ContainerHost kernel, Entrances entrances, List<ContainerHost> won) {
	}

	/** Containers on a kernel that manage nothing, as far as they may break out. */
	private record Entrances(List<Workload> exposed, List<Workload> unknown) {

		static Entrances of(Stream<Workload> containers) {
			var byCertainty = containers.collect(Collectors.partitioningBy(container -> TrustBoundary.around(container).isPresent()));
			return new Entrances(byCertainty.get(true), byCertainty.get(false));
		}

		boolean isAny() {
			return !exposed.isEmpty() || !unknown.isEmpty();
		}
	}

	private static final class Search {

		private final CompromiseModel model;
		private final List<Workload> managers;
		private final Set<String> managerNames;
		private final Map<String, Entrances> entrances = new HashMap<>();

		Search(CompromiseModel model) {
			this.model = model;
			this.managers = model.managers();
			this.managerNames = managers.stream().map(Workload::name).collect(Collectors.toSet());
		}

		List<ExposedManager> answers() {
			return managers.stream().collect(Collectors.groupingBy(Workload::source, LinkedHashMap::new, Collectors.toList())).values()
					.stream().flatMap(members -> answer(members).stream()).toList();
		}

		private Optional<ExposedManager> answer(List<Workload> members) {
			var exposures = members.stream().flatMap(this::exposures).toList();
			return answer(exposures, Entrances::exposed, true).or(() -> answer(exposures, Entrances::unknown, false));
		}

		private Optional<ExposedManager> answer(List<Exposure> exposures, Function<Entrances, List<Workload>> meant, boolean certain) {
			var through = exposures.stream().filter(exposure -> !meant.apply(exposure.entrances).isEmpty()).toList();
			if (through.isEmpty()) {
				return Optional.empty();
			}
			var kernels = distinct(through.stream().map(Exposure::kernel));
			return Optional.of(new ExposedManager(distinct(through.stream().map(Exposure::manager)), kernels,
					distinct(through.stream().flatMap(exposure -> meant.apply(exposure.entrances).stream())), certain,
					elsewhere(distinct(through.stream().flatMap(exposure -> exposure.won.stream())), kernels)));
		}

		/** What is reached from what is managed, without what stands on kernels that are reached anyway. */
		private BlastRadius elsewhere(List<ContainerHost> managed, List<ContainerHost> kernels) {
			var reached = model.blastRadius(managed);
			var names = kernels.stream().map(Element::name).collect(Collectors.toSet());
			return new BlastRadius(reached.kernels().stream().filter(kernel -> !standsOn(kernel, names)).toList(),
					reached.workloads().stream().filter(workload -> !standsOn(workload, names)).toList());
		}

		private Stream<Exposure> exposures(Workload manager) {
			return kernels(manager).stream().filter(kernel -> entrances(kernel).isAny())
					.map(kernel -> new Exposure(manager, kernel, entrances(kernel), won(manager, kernel)))
					.filter(exposure -> !exposure.won.isEmpty());
		}

		/** The kernels whose compromise is the manager's: its own, where it is a machine, and those below. */
		private List<ContainerHost> kernels(Workload manager) {
			var kernels = new ArrayList<>(model.platforms(manager));
			if (manager instanceof VirtualMachine own) {
				kernels.addFirst(own);
			}
			return kernels;
		}

		private Entrances entrances(ContainerHost kernel) {
			return entrances.computeIfAbsent(kernel.name(), name -> Entrances.of(
					model.guests(kernel).stream().filter(CompromiseModel::mayBreakOut).filter(guest -> !isManagement(guest))));
		}

		private boolean isManagement(Workload workload) {
			return managerNames.contains(workload.name())
					|| workload.duties().role().filter(role -> role != Role.WORKER).isPresent();
		}

		/** What a manager manages that does not stand on a kernel anyway. */
		private List<ContainerHost> won(Workload manager, ContainerHost kernel) {
			return model.managedBy(manager).stream().filter(managed -> !standsOn(managed, Set.of(kernel.name()))).toList();
		}

		/** Whether something is one of these hosts and machines, or stands on one. */
		private boolean standsOn(Element element, Set<String> kernels) {
			return kernels.contains(element.name()) || element instanceof Workload workload
					&& model.platforms(workload).stream().map(Element::name).anyMatch(kernels::contains);
		}

		private static <E extends Element> List<E> distinct(Stream<E> elements) {
			Collection<E> once = elements.collect(Collectors.toMap(Element::name, Function.identity(),
					(first, same) -> first, LinkedHashMap::new)).values();
			return List.copyOf(once);
		}
	}
}
