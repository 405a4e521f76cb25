package org.vcdsl.analysis.placement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.analysis.kernel.Environment;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.ContainerTraits;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Where else a workload could stand, and why not elsewhere: by engine or hypervisor, kernel, image, CPU, local volumes, size and networks. A
 * virtual machine stays on its kind of hypervisor: on another one it would have to be converted. What is unknown is no obstacle. That a place
 * is taken by others, or that constraints keep a workload away, is not looked at.
 *
 * <p>Each question takes time in the number of environments, and where a workload is too large or bound to a volume, in that of hosts.
 */
public final class Alternatives {

	private final Topology topology;
	private final KernelCompatibility compatibility;
	/** The cluster that workloads declared inside belong to. */
	private final Map<String, Cluster> clusters = new HashMap<>();

	/** Of a topology whose workloads are placed. */
	public Alternatives(Topology topology, KernelCompatibility compatibility) {
		this.topology = topology;
		this.compatibility = compatibility;
		topology.clusters().values().forEach(cluster -> cluster.workloads().forEach(name -> clusters.put(name, cluster)));
	}

	/**
	 * Why a workload cannot stand somewhere.
	 *
	 * @param reason as a clause without its subject: {@code has no engine lxc}
	 * @param platforms to which it applies, in the order of the topology
	 */
	public record Obstacle(String reason, List<ContainerHost> platforms) {

		public Obstacle {
			platforms = List.copyOf(platforms);
		}
	}

	/** Whether nothing but the host it stands on comes into question for a workload. */
	public boolean isBoundToItsHost(Workload workload) {
		var own = topology.hostOf(workload).name();
		return compatibility.environments().platforms().entrySet().stream().noneMatch(alike -> obstacle(workload, alike.getKey()).isEmpty()
				&& alike.getValue().stream().anyMatch(platform -> isElsewhere(platform, own, workload) && obstacle(workload, platform).isEmpty()));
	}

	/** The decisive reason why a workload cannot stand on a platform, as a clause without its subject; empty when it could. */
	public Optional<String> decisiveObstacle(Workload workload, ContainerHost platform) {
		return obstacle(workload, compatibility.environments().of(platform)).or(() -> obstacle(workload, platform));
	}

	/** The decisive reason why a workload cannot stand on a platform or would surely fail there, virtual machines too; empty when it could. */
	public Optional<String> refusal(Workload workload, ContainerHost platform) {
		var environment = compatibility.environments().of(platform);
		return decisiveObstacle(workload, platform).or(() -> environment.isStated() ? refused(workload, environment) : Optional.empty());
	}

	/** Whether another host could carry a virtual machine if its disks were there. */
	public boolean hasAnotherHost(VirtualMachine machine) {
		var own = topology.hostOf(machine).name();
		return compatibility.environments().platforms().entrySet().stream()
				.filter(alike -> obstacle(machine, alike.getKey()).isEmpty())
				.anyMatch(alike -> alike.getValue().stream().anyMatch(platform -> isElsewhere(platform, own, machine)
						&& size(machine, platform).isEmpty() && network(machine, platform).isEmpty()));
	}

	/** On what else a workload runs for certain, each with all answers that are asked for; so many at most, in the order of the topology. */
	public List<ContainerHost> runningOn(Workload workload, int most) {
		var own = topology.standsOn(workload);
		return compatibility.environments().platforms().entrySet().stream()
				.filter(alike -> statedObstacle(workload, alike.getKey()).isEmpty() && runsIn(workload, alike.getKey()))
				.flatMap(alike -> alike.getValue().stream())
				.filter(platform -> !platform.name().equals(own) && !isItself(platform, workload) && obstacle(workload, platform).isEmpty())
				.limit(most).toList();
	}

	/** Why not on any of the others, each platform once, in the order of the topology; those where it could stand are left out. */
	public List<Obstacle> obstacles(Workload workload) {
		var own = topology.hostOf(workload).name();
		var byReason = new LinkedHashMap<String, List<ContainerHost>>();
		compatibility.environments().platforms().forEach((environment, platforms) -> {
			var shared = obstacle(workload, environment);
			platforms.stream().filter(platform -> isElsewhere(platform, own, workload)).forEach(platform -> shared
					.or(() -> obstacle(workload, platform))
					.ifPresent(reason -> byReason.computeIfAbsent(reason, any -> new ArrayList<>()).add(platform)));
		});
		return byReason.entrySet().stream().map(reason -> new Obstacle(reason.getKey(), reason.getValue())).toList();
	}

	/** On another host. A virtual machine that carries nothing of its kind is no place, and nobody expects it to be one. */
	private boolean isElsewhere(ContainerHost platform, String own, Workload workload) {
		return switch (platform) {
			case Host host -> !host.name().equals(own);
			case VirtualMachine vm -> carriesSuch(vm, workload) && !isItself(vm, workload) && !topology.hostOf(vm).name().equals(own);
		};
	}

	private static boolean carriesSuch(VirtualMachine platform, Workload workload) {
		return workload.isMachine() ? platform.hypervisor().isPresent() : !platform.engines().isEmpty();
	}

	private static boolean isItself(ContainerHost platform, Workload workload) {
		return platform.name().equals(workload.name());
	}

	// --- what all platforms that are alike have in common -----------------------------------------------------------------

	/** Of a host of which nobody said what runs there it is unknown what could. */
	private Optional<String> obstacle(Workload workload, Environment environment) {
		return environment.isStated() ? statedObstacle(workload, environment) : Optional.empty();
	}

	private Optional<String> statedObstacle(Workload workload, Environment environment) {
		return switch (workload) {
			case VirtualMachine vm -> hypervisor(vm, environment);
			case MicroVirtualMachine vm -> hypervisor(vm, environment);
			case Container container -> engine(container.traits(), false, environment).or(() -> refused(container, environment));
			case SystemContainer container -> engine(container.traits(), true, environment).or(() -> refused(container, environment));
			case Pod pod -> engine(pod.traits(), false, environment).or(() -> refused(pod, environment));
		};
	}

	private Optional<String> hypervisor(Workload workload, Environment environment) {
		var platform = topology.platformOf(workload);
		var own = compatibility.environments().of(platform);
		if (environment.hypervisor().isEmpty()) {
			return Optional.of("has no hypervisor");
		}
		if (own.hypervisor().isPresent() && !own.hypervisor().equals(environment.hypervisor())) {
			return Optional.of("has hypervisor %s and not %s".formatted(environment.hypervisor().get(), own.hypervisor().get()));
		}
		return own.architecture().isPresent() && environment.architecture().isPresent()
				&& !own.architecture().equals(environment.architecture())
						? Optional.of("has a CPU of another architecture (%s)".formatted(environment.architecture().get())) : Optional.empty();
	}

	private static Optional<String> engine(ContainerTraits traits, boolean forSystems, Environment environment) {
		if (environment.engines().isEmpty()) {
			return Optional.of("has no engine");
		}
		if (ContainerEngine.starting(environment.engines(), traits.engine(), forSystems).isEmpty()) {
			return Optional.of(traits.engine().map("has no engine %s"::formatted)
					.orElse(forSystems ? "has no engine for system containers" : "has no engine for application containers"));
		}
		var isolation = traits.isolation().filter(Isolation::bringsKernel);
		return isolation.filter(kind -> kind == Isolation.HYPERV ? !environment.hypervisor().equals(Optional.of("hyperv"))
				: environment.hypervisor().isEmpty()).map(kind -> "has no hypervisor for isolation " + kind.label());
	}

	private Optional<String> refused(Workload workload, Environment environment) {
		return compatibility.answersIn(workload, environment).filter(answer -> answer.verdict() == Verdict.FAILS).findFirst()
				.map(answer -> "would not run it: " + answer.reasonOn(compatibility.environments().firstOf(environment).name()));
	}

	private boolean runsIn(Workload workload, Environment environment) {
		return compatibility.answersIn(workload, environment).map(Answer::verdict).allMatch(Verdict.RUNS::equals);
	}

	// --- what each platform has for itself --------------------------------------------------------------------------------

	private Optional<String> obstacle(Workload workload, ContainerHost platform) {
		return cluster(workload, platform).or(() -> volume(workload, platform)).or(() -> size(workload, platform))
				.or(() -> network(workload, platform));
	}

	private Optional<String> cluster(Workload workload, ContainerHost platform) {
		var cluster = workload.isMachine() ? null : clusters.get(workload.name());
		return cluster == null || cluster.members().contains(platform.name()) ? Optional.empty()
				: Optional.of("is no member of cluster '%s'".formatted(cluster.name()));
	}

	private Optional<String> volume(Workload workload, ContainerHost platform) {
		return workload.volumes().stream().map(topology.volumes()::get).filter(volume -> volume.host().isPresent())
				.filter(volume -> !volume.host().get().equals(hostBelow(platform).name())).findFirst()
				.map(Volume::name).map("does not reach volume '%s', which is on another host"::formatted);
	}

	private Host hostBelow(ContainerHost platform) {
		return switch (platform) {
			case Host host -> host;
			case VirtualMachine vm -> topology.hostOf(vm);
		};
	}

	/** Memory that a hypervisor promises more than once counts so often for one machine, too. */
	private static Optional<String> size(Workload workload, ContainerHost platform) {
		var capacity = switch (platform) {
			case Host host -> host.hardware().memoryBytes();
			case VirtualMachine vm -> vm.memoryBytes().map(Demand::request).stream().mapToLong(Long::longValue).findFirst();
		};
		var ratio = workload.isMachine() ? platform.hypervisor().map(Hypervisor::memoryOvercommit).orElse(BigDecimal.ONE)
				: BigDecimal.ONE;
		return workload.memoryBytes().filter(demand -> capacity.isPresent()
				&& BigDecimal.valueOf(demand.request()).compareTo(BigDecimal.valueOf(capacity.getAsLong()).multiply(ratio)) > 0)
				.map(demand -> "has too little memory");
	}

	/** A host without an uplink counts as connected; nobody states the networks of a virtual machine's inside. */
	private Optional<String> network(Workload workload, ContainerHost platform) {
		var uplinks = hostBelow(platform).uplinks();
		return uplinks.isEmpty() ? Optional.empty() : workload.nics().stream()
				.filter(network -> uplinks.stream().noneMatch(uplink -> topology.switches().get(uplink).carries(network))).findFirst()
				.map("has no switch that carries '%s'"::formatted);
	}
}
