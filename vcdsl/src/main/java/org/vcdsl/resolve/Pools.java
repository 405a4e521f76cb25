package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.vcdsl.finding.Severity;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Pool;
import org.vcdsl.topology.Role;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.ContainerDeclaration;
import org.vcdsl.vcd.LxcDeclaration;
import org.vcdsl.vcd.MicroVmDeclaration;
import org.vcdsl.vcd.PodDeclaration;
import org.vcdsl.vcd.VmDeclaration;
import org.vcdsl.vcd.WorkloadDeclaration;

/**
 * What workloads may stand on: what {@code on} names; without it, the members of the cluster around them, unless they may be such
 * members themselves, else the hosts of the topology. Of the latter two those that suit: with a hypervisor for virtual machines, with an engine for containers.
 */
final class Pools {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final References references;
	private final Map<String, ContainerHost> platforms = new LinkedHashMap<>();
	private final Map<ClusterDeclaration, List<String>> members = new LinkedHashMap<>();
	/** By what must be there, so that many workloads share one list. */
	private final Map<Object, List<String>> suitable = new LinkedHashMap<>();

	Pools(SourceRanges ranges, Remarks remarks, References references) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.references = references;
	}

	/** Takes a host or a virtual machine in; to be done before pools are asked for. */
	void add(ContainerHost platform) {
		platforms.put(platform.name(), platform);
	}

	/** Says which platforms a cluster consists of; to be said after all of them were added. */
	void define(ClusterDeclaration cluster, List<String> names) {
		members.put(cluster, names);
	}

	/** All platforms a cluster consists of. */
	List<String> membersOf(ClusterDeclaration cluster) {
		return members.getOrDefault(cluster, List.of());
	}

	/** Those on which its workloads are placed: all but the members of its control plane, unless there are no others. */
	List<String> workersOf(ClusterDeclaration cluster) {
		var workers = membersOf(cluster).stream().filter(name -> !isControl(platforms.get(name))).toList();
		return workers.isEmpty() ? membersOf(cluster) : workers;
	}

	/** Whether a virtual machine has something inside to carry workloads with. */
	boolean carriesWorkloads(String platform) {
		var host = platforms.get(platform);
		return !host.engines().isEmpty() || host.hypervisor().isPresent();
	}

	private static boolean isControl(ContainerHost platform) {
		return platform instanceof VirtualMachine vm && vm.duties().role().filter(Role.CONTROL::equals).isPresent();
	}

	/** What a workload may stand on; empty, with an error, when there is nothing. */
	Optional<Pool> of(WorkloadDeclaration workload, Optional<String> engine) {
		var candidates = candidates(workload, engine);
		if (candidates.isEmpty()) {
			if (workload.getTargets().isEmpty() || namesCluster(workload)) {
				var name = references.nameOf(workload);
				remarks.add("VCD115", Severity.ERROR, ranges.of(workload), "There is nothing '%s' can stand on: %s".formatted(name,
						workload.getTargets().isEmpty()
								? "no host has %s. Declare one, or write 'on'.".formatted(wanted(workload, engine))
								: "%s no members. Write 'members' in it, or declare a 'vm' with an engine there."
										.formatted(empty(workload))),
						name);
			}
			return Optional.empty();
		}
		return Optional.of(new Pool(candidates));
	}

	/** Only a cluster can be empty; members of a group that are not there were complained of when they were looked up. */
	private static boolean namesCluster(WorkloadDeclaration workload) {
		return workload.getTargets().stream().anyMatch(target -> target.getTarget() instanceof ClusterDeclaration);
	}

	private List<String> candidates(WorkloadDeclaration workload, Optional<String> engine) {
		if (!workload.getTargets().isEmpty()) {
			var named = references.platforms(workload.getTargets());
			return workload.getTargets().stream().anyMatch(target -> target.getTarget() instanceof ClusterDeclaration)
					? suitable(named, suits(workload, engine)) : named;
		}
		var cluster = workload.eContainer() instanceof ClusterDeclaration around ? around : null;
		var inCluster = cluster == null || workload instanceof VmDeclaration ? List.<String>of() : workersOf(cluster);
		var fits = suits(workload, engine);
		var key = List.of(workload.eClass().getName(), engine);
		if (!inCluster.isEmpty()) {
			var found = suitable.computeIfAbsent(List.of(cluster.getName(), key),
					any -> inCluster.stream().filter(name -> fits.test(platforms.get(name))).toList());
			if (!found.isEmpty()) {
				return found;
			}
		}
		return suitable.computeIfAbsent(key, any -> {
			var names = new ArrayList<String>();
			platforms.values().stream().filter(Host.class::isInstance).filter(fits).forEach(host -> names.add(host.name()));
			return List.copyOf(names);
		});
	}

	/** A cluster has members of several kinds; those that suit, or all when none does, so that a rule can say what is missing. */
	private List<String> suitable(List<String> names, Predicate<ContainerHost> fits) {
		var suitable = names.stream().filter(name -> fits.test(platforms.get(name))).toList();
		return suitable.isEmpty() ? names : suitable;
	}

	private static Predicate<ContainerHost> suits(WorkloadDeclaration workload, Optional<String> engine) {
		return switch (workload) {
			case VmDeclaration vm -> platform -> platform.hypervisor().isPresent();
			case MicroVmDeclaration vm -> platform -> platform.hypervisor().isPresent();
			case LxcDeclaration container -> platform -> platform.engines().stream().anyMatch(ContainerEngine::isForSystems);
			default -> platform -> platform.engines().stream()
					.anyMatch(own -> engine.map(own.name()::equals).orElse(!own.isForSystems()));
		};
	}

	private String empty(WorkloadDeclaration workload) {
		var names = workload.getTargets().stream().map(target -> references.written(target.getTarget(), target.getRange())).toList();
		return "'%s' %s".formatted(String.join("', '", names), names.size() == 1 ? "has" : "have");
	}

	private static String wanted(WorkloadDeclaration workload, Optional<String> engine) {
		return switch (workload) {
			case LxcDeclaration container -> "an 'engine lxc'";
			case ContainerDeclaration container -> engine.map("an 'engine %s'"::formatted).orElse("a container engine");
			case PodDeclaration pod -> engine.map("an 'engine %s'"::formatted).orElse("a container engine");
			default -> "a hypervisor";
		};
	}
}
