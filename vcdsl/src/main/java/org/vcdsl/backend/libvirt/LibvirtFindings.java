package org.vcdsl.backend.libvirt;

import static org.vcdsl.backend.BackendFindings.assumed;
import static org.vcdsl.backend.BackendFindings.missing;
import static org.vcdsl.backend.BackendFindings.notExpressed;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.vcdsl.backend.MachineArchitecture;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;

/** What libvirt's files leave out or assume. */
final class LibvirtFindings {

	private final Topology topology;
	private final KvmHosts kvmHosts;

	LibvirtFindings(Topology topology, KvmHosts kvmHosts) {
		this.topology = topology;
		this.kvmHosts = kvmHosts;
	}

	List<Finding> all() {
		return Stream.of(machinesElsewhere(), machinesWithoutVcpus(), machinesWithoutMemory(), machinesApartFromVolumes(),
				machinesOfOtherCpus(), volumesElsewhere(), volumesWithoutSize(), assumedArchitecture()).flatMap(List::stream).toList();
	}

	private List<Finding> machinesElsewhere() {
		return notExpressed(machines(vm -> !kvmHosts.hold(vm)), names -> "No libvirt domain is written for " + names
				+ ": there is no 'hypervisor kvm' below. Place the workload where there is one, or deploy it with the tools of "
				+ "its own hypervisor.");
	}

	private List<Finding> machinesWithoutVcpus() {
		return missing(machinesHeld(vm -> vm.vcpus().isEmpty()), names -> "No libvirt domain is written for " + names
				+ ": nobody stated how many virtual CPUs. Add the number, as in 'vcpu 2'.");
	}

	private List<Finding> machinesWithoutMemory() {
		return missing(machinesHeld(vm -> vm.memoryBytes().isEmpty()), names -> "No libvirt domain is written for " + names
				+ ": nobody stated how much memory. Add the amount, as in 'memory 4 GiB'.");
	}

	private List<Finding> machinesApartFromVolumes() {
		return notExpressed(machinesHeld(vm -> !kvmHosts.hasVolumesAtHand(vm)), names -> "No libvirt domain is written for "
				+ names + ": libvirt attaches whole volumes of the same host only, and one disk is part of a volume, or its volume stands elsewhere "
				+ "or nobody stated where. Put it on the host of the virtual machine, as in 'on beta', or attach it from inside the guest.");
	}

	private List<Finding> machinesOfOtherCpus() {
		return notExpressed(machines(vm -> kvmHosts.unfit(vm).isPresent()), names -> "No libvirt domain is written for " + names
				+ ": domains are written for 'architecture amd64', and the host has another. Define it by the tools of libvirt.");
	}

	private List<Finding> volumesElsewhere() {
		return notExpressed(volumes(volume -> !kvmHosts.hold(volume)), names -> "No libvirt volume is written for " + names
				+ ": nobody stated a host with 'hypervisor kvm' that holds it. State one, as in 'on beta', or create the volume "
				+ "with the tools of its own storage.");
	}

	private List<Finding> volumesWithoutSize() {
		return missing(volumes(volume -> kvmHosts.hold(volume) && volume.sizeBytes().isEmpty()),
				names -> "No libvirt volume is written for " + names
						+ ": nobody stated the size. Add it, as in 'size 20 GiB'.");
	}

	private List<Finding> assumedArchitecture() {
		var hosts = kvmHosts.all().stream().filter(host -> MachineArchitecture.isAssumedOf(host) && !kvmHosts.definedOn(host).isEmpty()).toList();
		return assumed(hosts, names -> "libvirt domains on " + names + " are written for " + DomainXml.ARCHITECTURE
				+ " (machine type " + DomainXml.MACHINE + "), since nobody stated the CPU architecture. On any other libvirt "
				+ "refuses them: state it, as in 'architecture amd64'.");
	}

	private List<VirtualMachine> machinesHeld(Predicate<VirtualMachine> condition) {
		return machines(vm -> kvmHosts.hold(vm) && condition.test(vm));
	}

	private List<VirtualMachine> machines(Predicate<VirtualMachine> condition) {
		return kvmHosts.machines().filter(condition).toList();
	}

	private List<Volume> volumes(Predicate<Volume> condition) {
		return kvmHosts.disks().filter(condition).toList();
	}
}
