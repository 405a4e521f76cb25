package org.vcdsl.analysis.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/** The environments of a topology whose workloads are placed: equal ones are one object. Linear. */
public final class Environments {

	private static final SourceRange ANYWHERE = new SourceRange("", 0, 0, 1, 1, 1, 1);

	private final Topology topology;
	private final Map<String, Environment> ofPlatforms = new HashMap<>();
	private final Map<Environment, List<ContainerHost>> platforms = new LinkedHashMap<>();
	private final Map<Environment, ContainerHost> first = new IdentityHashMap<>();

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

	/** The first platform that has an environment, which must be one of these. */
	public ContainerHost firstOf(Environment environment) {
		return first.get(environment);
	}

	/** All hosts and virtual machines by their environment, in the order of the topology. */
	public Map<Environment, List<ContainerHost>> platforms() {
		return platforms;
	}

	private void add(ContainerHost platform) {
		var system = platform.operatingSystem().map(Environments::anywhere);
		var engines = platform.engines().stream().map(Environments::anywhere).toList();
		var hypervisor = platform.hypervisor().map(Hypervisor::name);
		var environment = switch (platform) {
			case Host host -> new Environment(false, system, engines, hypervisor, host.hardware().cpuModel(), host.hardware().architecture());
			case VirtualMachine vm -> new Environment(true, system, engines, hypervisor, vm.cpuModel(),
					topology.hostOf(vm).hardware().architecture());
		};
		var known = platforms.computeIfAbsent(environment, any -> new ArrayList<>());
		known.add(platform);
		if (known.size() == 1) {
			first.put(environment, platform);
		}
		ofPlatforms.put(platform.name(), known.size() == 1 ? environment : ofPlatforms.get(known.getFirst().name()));
	}

	/** What is written on every host anew is alike all the same. */
	private static OperatingSystem anywhere(OperatingSystem system) {
		return new OperatingSystem(system.name(), ANYWHERE, system.kernel(), system.cgroup(), system.sources());
	}

	private static ContainerEngine anywhere(ContainerEngine engine) {
		return new ContainerEngine(engine.name(), engine.version(), ANYWHERE);
	}
}
