package org.vcdsl.analysis.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/** The environments of a topology whose workloads are placed: equal ones are one object. Linear. */
public final class Environments {

	private final Topology topology;
	private final Map<String, Environment> ofPlatforms = new HashMap<>();
	private final Map<Environment, List<ContainerHost>> platforms = new LinkedHashMap<>();

	/** Looks at all hosts and virtual machines. */
	public Environments(Topology topology) {
		this.topology = topology;
		topology.hosts().values().forEach(this::add);
		topology.workloads().values().forEach(workload -> {
			if (workload instanceof VirtualMachine vm) {
				add(vm);
			}
		});
	}

	/** That of a host or virtual machine of the topology. */
	public Environment of(ContainerHost platform) {
		return ofPlatforms.get(platform.name());
	}

	/** All hosts and virtual machines by their environment, in the order of the topology. */
	public Map<Environment, List<ContainerHost>> platforms() {
		return platforms;
	}

	private void add(ContainerHost platform) {
		var environment = switch (platform) {
			case Host host -> new Environment(false, host.operatingSystem(), host.engines(), kind(host.hypervisor()), host.hardware().cpuModel(),
					host.hardware().architecture());
			case VirtualMachine vm -> new Environment(true, vm.operatingSystem(), vm.engines(), kind(vm.hypervisor()), vm.cpuModel(),
					topology.hostOf(vm).hardware().architecture());
		};
		var known = platforms.computeIfAbsent(environment, any -> new ArrayList<>());
		known.add(platform);
		ofPlatforms.put(platform.name(), known.size() == 1 ? environment : ofPlatforms.get(known.getFirst().name()));
	}

	private static Optional<String> kind(Optional<Hypervisor> hypervisor) {
		return hypervisor.map(Hypervisor::name);
	}
}
