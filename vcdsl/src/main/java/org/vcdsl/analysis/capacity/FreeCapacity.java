package org.vcdsl.analysis.capacity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What is left of the memory, the CPU and the disk of hosts and virtual machines, while workloads come and go. It is the same sum as that
 * of {@link GuestDemand} and {@link DiskDemand}, kept up to date: each step takes constant time, and all of it is exact.
 *
 * <p>Where nobody stated a capacity there is room for everything, and what nobody stated of a workload takes no room. Of the disks under
 * shared volumes nothing is asked: these do not move with workloads.
 */
public final class FreeCapacity {

	/** Those of which a workload takes some of what it stands on. */
	public static final List<Resource> RESOURCES = List.of(Resource.MEMORY, Resource.CPU, Resource.DISK);

	private final Map<Resource, Map<String, Stock>> stocks = new EnumMap<>(Resource.class);

	/** Of a topology in which no workload stands anywhere yet; volumes lie where they lie. */
	public FreeCapacity(Topology topology) {
		for (var resource : RESOURCES) {
			var ofResource = new HashMap<String, Stock>();
			topology.hosts().values().forEach(host -> add(host, resource, ofResource));
			topology.workloads().values().forEach(workload -> {
				if (workload instanceof VirtualMachine vm) {
					add(vm, resource, ofResource);
				}
			});
			stocks.put(resource, ofResource);
		}
		var disks = stocks.get(Resource.DISK);
		topology.volumes().values().stream().filter(volume -> volume.hosts().size() == 1 && disks.containsKey(volume.hosts().getFirst()))
				.forEach(volume -> volume.sizeBytes().ifPresent(
						size -> disks.get(volume.hosts().getFirst()).change(Math.multiplyExact(size, volume.copies()), false)));
	}

	private static void add(ContainerHost platform, Resource resource, Map<String, Stock> stocks) {
		capacity(platform, resource).ifPresent(
				capacity -> stocks.put(platform.name(), new Stock(resource, capacity, GuestDemand.overcommit(platform, resource))));
	}

	private static OptionalLong capacity(ContainerHost platform, Resource resource) {
		if (resource != Resource.DISK) {
			return GuestDemand.capacity(platform, resource);
		}
		return switch (platform) {
			case Host host -> host.hardware().diskBytes();
			case VirtualMachine vm -> OptionalLong.empty();
		};
	}

	/** The first resource of which a platform has too little left for a workload; empty when it has room. */
	public Optional<Resource> missing(Workload workload, String platform) {
		return RESOURCES.stream()
				.filter(resource -> stock(platform, resource).filter(stock -> !stock.hasRoomFor(workload)).isPresent()).findFirst();
	}

	/** Takes what a workload asks for out of what is left of a platform. */
	public void put(Workload workload, String platform) {
		change(workload, platform, 1);
	}

	/** Gives back what {@link #put} took. */
	public void take(Workload workload, String platform) {
		change(workload, platform, -1);
	}

	private void change(Workload workload, String platform, int sign) {
		RESOURCES.forEach(resource -> stock(platform, resource)
				.ifPresent(stock -> stock.change(sign * asked(workload, resource), workload.isMachine())));
	}

	/** What is left of a resource of a platform; empty when nobody stated how much there is. */
	public Optional<Stock> stock(String platform, Resource resource) {
		return Optional.ofNullable(stocks.get(resource).get(platform));
	}

	/** What a workload asks of a resource, in the unit of {@link Amount}; 0 when nobody stated it. */
	public static long asked(Workload workload, Resource resource) {
		return resource == Resource.DISK ? DiskDemand.ownDiskBytes(workload).reduce(0, Math::addExact)
				: GuestDemand.demand(workload, resource).map(Demand::request).orElse(0L);
	}

	/**
	 * One resource of one platform. It is counted in shares, so small that the share of each workload is a whole number: virtual machines
	 * take what they ask for divided by the overcommit ratio.
	 */
	public static final class Stock {

		private final Resource resource;
		private final long capacity;
		/** The ratio as a fraction. */
		private final BigInteger numerator;
		private final BigInteger denominator;
		private long machines;
		private long others;

		Stock(Resource resource, long capacity, BigDecimal overcommit) {
			this.resource = resource;
			this.capacity = capacity;
			var ratio = Fraction.of(overcommit);
			this.numerator = ratio.numerator();
			this.denominator = ratio.denominator();
		}

		private void change(long amount, boolean isMachine) {
			if (isMachine) {
				machines = Math.addExact(machines, amount);
			} else {
				others = Math.addExact(others, amount);
			}
		}

		/** How many shares are left; below zero when more was promised than there is. */
		public BigInteger left() {
			return BigInteger.valueOf(Math.subtractExact(capacity, others)).multiply(numerator)
					.subtract(BigInteger.valueOf(machines).multiply(denominator));
		}

		/** How many shares a workload takes. */
		public BigInteger shares(Workload workload) {
			return BigInteger.valueOf(asked(workload, resource)).multiply(workload.isMachine() ? denominator : numerator);
		}

		/** How much is left for workloads of the kind of this one, in the unit of what they ask for, rounded down; 0 when nothing is. */
		public BigInteger roomFor(Workload workload) {
			return left().max(BigInteger.ZERO).divide(workload.isMachine() ? denominator : numerator);
		}

		/** Who takes nothing has room anywhere. */
		boolean hasRoomFor(Workload workload) {
			var shares = shares(workload);
			return shares.signum() == 0 || shares.compareTo(left()) <= 0;
		}
	}
}
