package org.vcdsl.analysis.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Hardware;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What guests ask of the memory or the CPU of one host or of one virtual machine.
 *
 * <p>It fits when what containers ask for, and what virtual machines ask for divided by the overcommit ratio, is at most the capacity:
 * exact, without rounding. What nobody stated adds nothing. Memory counts in bytes, CPU in thousandths of a core; a virtual CPU is a
 * core to those who stand on it.
 *
 * @param platform what they stand on
 * @param resource memory or CPU
 * @param capacity what it has for them: a host's memory less its stated reserve, its cores; what a virtual machine asked for
 * @param overcommit promised to virtual machines for what there is
 * @param guests those that ask for any, directly on it, in order
 */
public record GuestDemand(ContainerHost platform, Resource resource, long capacity, BigDecimal overcommit, List<Guest> guests) {

	/**
	 * The memory that a host with a hypervisor usually keeps for itself at least: the default of {@code reserved_host_memory_mb} (OpenStack
	 * Nova, nova/conf/compute.py). The same file keeps neither CPUs nor disk by default.
	 */
	public static final long USUAL_RESERVE_BYTES = 512L << 20;

	/**
	 * One that asks.
	 *
	 * @param isMachine whether the overcommit counts for it
	 */
	public record Guest(String declaration, Demand demand, boolean isMachine) {
	}

	public GuestDemand {
		guests = List.copyOf(guests);
	}

	/** Everything that has guests that ask for this resource, and a known capacity, in the order of the topology; linear. */
	public static List<GuestDemand> of(Topology topology, Resource resource) {
		var guests = topology.guests();
		var demands = new ArrayList<GuestDemand>();
		topology.hosts().values().forEach(host -> add(host, resource, guests, demands));
		topology.workloads().values().forEach(workload -> {
			if (workload instanceof VirtualMachine vm) {
				add(vm, resource, guests, demands);
			}
		});
		return List.copyOf(demands);
	}

	private static void add(ContainerHost platform, Resource resource, Map<String, List<Workload>> guests, List<GuestDemand> demands) {
		var asking = guests.getOrDefault(platform.name(), List.of()).stream().flatMap(workload -> guest(workload, resource).stream())
				.toList();
		var capacity = capacity(platform, resource);
		if (capacity.isPresent() && !asking.isEmpty()) {
			demands.add(new GuestDemand(platform, resource, capacity.getAsLong(), overcommit(platform, resource), asking));
		}
	}

	/** What a host has for its guests, less what it keeps for itself; empty when nobody stated it, and of disk and power. */
	public static OptionalLong capacity(Hardware hardware, Resource resource) {
		return switch (resource) {
			case MEMORY -> hardware.memoryBytes().stream()
					.map(memory -> Math.max(0, memory - hardware.reservedMemoryBytes().orElse(0))).findFirst();
			case CPU -> hardware.cores().stream().mapToLong(cores -> cores * 1000L).findFirst();
			case DISK, POWER -> OptionalLong.empty();
		};
	}

	/** What a host or a virtual machine has for its guests; empty when nobody stated it, and of disk and power. */
	static OptionalLong capacity(ContainerHost platform, Resource resource) {
		return switch (platform) {
			case Host host -> capacity(host.hardware(), resource);
			case VirtualMachine vm -> demand(vm, resource).stream().mapToLong(Demand::request).findFirst();
		};
	}

	private static Optional<Guest> guest(Workload workload, Resource resource) {
		return demand(workload, resource).map(demand -> new Guest(workload.declaration(), demand, workload.isMachine()));
	}

	static Optional<Demand> demand(Workload workload, Resource resource) {
		return switch (resource) {
			case MEMORY -> workload.memoryBytes();
			case CPU -> workload.cpuMillicores();
			case DISK, POWER -> Optional.empty();
		};
	}


	static BigDecimal overcommit(ContainerHost platform, Resource resource) {
		return platform.hypervisor().map(hypervisor -> ratio(hypervisor, resource)).orElse(BigDecimal.ONE);
	}

	private static BigDecimal ratio(Hypervisor hypervisor, Resource resource) {
		return switch (resource) {
			case MEMORY -> hypervisor.memoryOvercommit();
			case CPU -> hypervisor.vcpuOvercommit();
			case DISK, POWER -> BigDecimal.ONE;
		};
	}

	/** Whether all requests can be kept at once. */
	public boolean requestsFit() {
		return taken(Demand::request).compareTo(Fraction.of(capacity)) <= 0;
	}

	/** Whether all guests can go to their limits at once. */
	public boolean limitsFit() {
		return taken(Demand::limit).compareTo(Fraction.of(capacity)) <= 0;
	}

	/** Whether requests fit only if a host with a hypervisor keeps less memory for itself than is usual, and nobody stated how much. */
	public boolean leavesNoUsualReserve() {
		return requestsFit() && isHostOfUnstatedReserve() && free().compareTo(Fraction.of(USUAL_RESERVE_BYTES)) < 0;
	}

	private boolean isHostOfUnstatedReserve() {
		return switch (platform) {
			case Host host -> host.hypervisor().isPresent() && host.hardware().reservedMemoryBytes().isEmpty();
			case VirtualMachine vm -> false;
		};
	}

	/** What is left of the capacity when all requests are kept; negative when they cannot be. */
	public Fraction free() {
		return Fraction.of(capacity).minus(taken(Demand::request));
	}

	private Fraction taken(ToLongFunction<Demand> side) {
		return sum(false, side).plus(sum(true, side).dividedBy(Fraction.of(overcommit)));
	}

	private Fraction sum(boolean machines, ToLongFunction<Demand> side) {
		return Fraction.of(guests.stream().filter(guest -> guest.isMachine == machines)
				.mapToLong(guest -> side.applyAsLong(guest.demand)).reduce(0, Math::addExact));
	}

	/** What each guest is to have at least. */
	public List<Part> requests() {
		return parts(Demand::request);
	}

	/** What each guest may take at most. */
	public List<Part> limits() {
		return parts(Demand::limit);
	}

	private List<Part> parts(ToLongFunction<Demand> side) {
		return Part.merged(guests.stream().map(guest -> Part.of(guest.declaration, side.applyAsLong(guest.demand))));
	}
}
