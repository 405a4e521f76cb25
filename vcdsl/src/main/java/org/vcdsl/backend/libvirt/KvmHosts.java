package org.vcdsl.backend.libvirt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.backend.MachineArchitecture;
import org.vcdsl.backend.SystemContainers;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;

/** What stands on the hosts of a topology whose hypervisor is KVM, looked up once, in the order of the topology. */
final class KvmHosts {

	private final Topology topology;
	private final SystemContainers systemContainers;
	private final Map<String, List<VirtualMachine>> machines;
	private final Map<String, List<Volume>> volumes;

	KvmHosts(Topology topology) {
		this.topology = topology;
		this.systemContainers = new SystemContainers(topology);
		this.machines = machines().collect(Collectors.groupingBy(topology::standsOn, LinkedHashMap::new,
				Collectors.toList()));
		this.volumes = disks().filter(volume -> volume.host().isPresent())
				.collect(Collectors.groupingBy(volume -> volume.host().get(), LinkedHashMap::new, Collectors.toList()));
	}

	/** The hosts with {@code hypervisor kvm}. */
	List<Host> all() {
		return topology.hosts().values().stream().filter(KvmHosts::runsKvm).toList();
	}

	/** All virtual machines of the topology, wherever they stand. */
	Stream<VirtualMachine> machines() {
		return topology.workloads().values().stream().filter(VirtualMachine.class::isInstance)
				.map(VirtualMachine.class::cast);
	}

	/** All volumes that are disks, wherever they stand, and not folders that system containers mount. */
	Stream<Volume> disks() {
		return topology.volumes().values().stream().filter(volume -> !systemContainers.isFolder(volume));
	}

	/** The virtual machines that libvirt can define: all it must know is stated, their volumes are at hand, and the host's CPU fits. */
	List<VirtualMachine> definedOn(Host host) {
		return !MachineArchitecture.isWrittenFor(host) ? List.of() : machines.getOrDefault(host.name(), List.of()).stream()
				.filter(vm -> vm.vcpus().isPresent() && vm.memoryBytes().isPresent() && hasVolumesAtHand(vm)).toList();
	}

	/** The networks that virtual machines of a host attach to. */
	List<Network> networksOn(Host host) {
		return machines.getOrDefault(host.name(), List.of()).stream().flatMap(vm -> vm.nics().stream()).distinct()
				.map(topology.networks()::get).toList();
	}

	/** The disks that live and die with a host. */
	List<Volume> volumesOn(Host host) {
		return volumes.getOrDefault(host.name(), List.of());
	}

	/** Whether a virtual machine stands on KVM, directly and not in another virtual machine. */
	boolean hold(VirtualMachine vm) {
		return isKvm(Optional.of(topology.standsOn(vm)));
	}

	/** The host below a virtual machine that stands on KVM, when definitions are written for another CPU than it has. */
	Optional<Host> unfit(VirtualMachine vm) {
		return Optional.ofNullable(topology.hosts().get(topology.standsOn(vm))).filter(KvmHosts::runsKvm)
				.filter(host -> !MachineArchitecture.isWrittenFor(host));
	}

	/** Whether a volume stands on a host with KVM. */
	boolean hold(Volume volume) {
		return isKvm(volume.host());
	}

	/** Whether all disks of a virtual machine are whole volumes that stand where it stands, but for the boot disk of its own. */
	boolean hasVolumesAtHand(VirtualMachine vm) {
		return vm.attachments().disks().stream().allMatch(disk -> disk.sizeBytes().isEmpty())
				&& vm.attachments().boot().flatMap(Disk::volume).isEmpty()
				&& vm.volumes().stream().map(topology.volumes()::get)
						.allMatch(volume -> volume.host().filter(topology.standsOn(vm)::equals).isPresent());
	}

	private boolean isKvm(Optional<String> host) {
		return host.map(topology.hosts()::get).filter(KvmHosts::runsKvm).isPresent();
	}

	private static boolean runsKvm(Host host) {
		return host.hypervisor().filter(hypervisor -> hypervisor.name().equals("kvm")).isPresent();
	}
}
