package org.vcdsl.analysis.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * The memory that guests ask for on one host or in one virtual machine.
 *
 * <p>Fits when the requests of containers, and of virtual machines divided by the overcommit ratio, are at most the capacity:
 * exact, without rounding. What nobody stated adds nothing.
 *
 * @param platform what they stand on
 * @param capacityBytes what it has for them: a host's memory less its reserve, what a virtual machine asked for
 * @param containerBytes requests of all containers and pods directly on it
 * @param virtualMachineBytes requests of all virtual machines on it
 * @param overcommit memory promised to virtual machines per memory there is
 * @param guests those that ask for memory, in order
 */
public record MemoryUse(ContainerHost platform, long capacityBytes, long containerBytes, long virtualMachineBytes,
		BigDecimal overcommit, List<Workload> guests) {

	public MemoryUse {
		guests = List.copyOf(guests);
	}

	/** Everything that has guests and a known capacity, in the order of the topology; linear. */
	public static List<MemoryUse> of(Topology topology) {
		var guests = topology.guests();
		var uses = new ArrayList<MemoryUse>();
		topology.hosts().values().forEach(host -> add(host, capacity(host), guests, uses));
		topology.workloads().values().forEach(workload -> {
			if (workload instanceof VirtualMachine vm) {
				add(vm, vm.memoryBytes().stream().mapToLong(Demand::request).findFirst(), guests, uses);
			}
		});
		return List.copyOf(uses);
	}

	private static void add(ContainerHost platform, OptionalLong capacity, Map<String, List<Workload>> guests,
			List<MemoryUse> uses) {
		var asking = guests.getOrDefault(platform.name(), List.of()).stream()
				.filter(guest -> guest.memoryBytes().isPresent()).toList();
		if (capacity.isPresent() && !asking.isEmpty()) {
			uses.add(new MemoryUse(platform, capacity.getAsLong(), sum(asking, guest -> !isMachine(guest)),
					sum(asking, MemoryUse::isMachine), overcommit(platform), asking));
		}
	}

	/** Whether all requests can be kept at once. */
	public boolean fits() {
		var left = BigDecimal.valueOf(capacityBytes).subtract(BigDecimal.valueOf(containerBytes));
		return BigDecimal.valueOf(virtualMachineBytes).compareTo(left.multiply(overcommit)) <= 0 && left.signum() >= 0;
	}

	/** What a host has, less what it keeps for itself. */
	private static OptionalLong capacity(Host host) {
		var memory = host.hardware().memoryBytes();
		return memory.isEmpty() ? memory
				: OptionalLong.of(Math.max(0, memory.getAsLong() - host.hardware().reservedMemoryBytes().orElse(0)));
	}

	private static boolean isMachine(Workload guest) {
		return guest instanceof VirtualMachine || guest instanceof MicroVirtualMachine;
	}

	private static long sum(List<Workload> guests, Predicate<Workload> kind) {
		return guests.stream().filter(kind).mapToLong(guest -> guest.memoryBytes().get().request())
				.reduce(0, Math::addExact);
	}

	private static BigDecimal overcommit(ContainerHost platform) {
		return platform.hypervisor().map(Hypervisor::memoryOvercommit).orElse(BigDecimal.ONE);
	}
}
