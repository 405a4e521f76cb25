package org.vcdsl.backend.lxc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.vcdsl.backend.lxc.LxcConfiguration.Limit;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.SystemContainer;

/**
 * Memory and CPU of a system container as its host's control groups take them.
 *
 * <p>A limit is never exceeded; a request is what the kernel leaves to the container under pressure. Numbers and keys are those of
 * the kernel's cgroup-v1 and cgroup-v2 documentation (Documentation/admin-guide).
 */
final class CgroupLimits {

	/** The kernel's default period of CPU quotas, in microseconds. */
	private static final long PERIOD = 100_000;

	/** The kernel takes no smaller quota, in microseconds. */
	private static final long LEAST_QUOTA = 1000;

	/** The kernel's own weight of what states none; one core in version 1, as docker and Kubernetes count. */
	private static final long DEFAULT_SHARES = 1024;
	private static final long LEAST_SHARES = 2;
	private static final long MOST_SHARES = 262_144;

	/** The same weight in version 2. */
	private static final long DEFAULT_WEIGHT = 100;
	private static final long LEAST_WEIGHT = 1;
	private static final long MOST_WEIGHT = 10_000;

	private static final long MILLICORES = 1000;

	private CgroupLimits() {
	}

	/**
	 * For the version whose controllers the host offers, and for both when nobody stated it: LXC passes over those of the version that
	 * is not there.
	 */
	static List<Limit> of(SystemContainer container, Optional<CgroupHierarchy> hierarchy) {
		var limits = new ArrayList<Limit>();
		if (hierarchy.map(known -> known.offers(2)).orElse(true)) {
			container.memoryBytes().ifPresent(bytes -> addMemory(limits, bytes, "cgroup2.memory.low", "cgroup2.memory.max"));
			container.cpuMillicores().ifPresent(millicores -> addCpuOfVersion2(limits, millicores));
		}
		if (hierarchy.map(known -> known.offers(1)).orElse(true)) {
			container.memoryBytes().ifPresent(bytes -> addMemory(limits, bytes, "cgroup.memory.soft_limit_in_bytes",
					"cgroup.memory.limit_in_bytes"));
			container.cpuMillicores().ifPresent(millicores -> addCpuOfVersion1(limits, millicores));
		}
		return limits;
	}

	private static void addMemory(List<Limit> limits, Demand bytes, String requestKey, String limitKey) {
		if (bytes.request() > 0) {
			limits.add(new Limit(requestKey, Long.toString(bytes.request())));
		}
		if (bytes.limit() > 0) {
			limits.add(new Limit(limitKey, Long.toString(bytes.limit())));
		}
	}

	private static void addCpuOfVersion2(List<Limit> limits, Demand millicores) {
		if (millicores.request() > 0) {
			limits.add(new Limit("cgroup2.cpu.weight",
					Long.toString(Math.clamp(millicores.request() * DEFAULT_WEIGHT / MILLICORES, LEAST_WEIGHT, MOST_WEIGHT))));
		}
		if (millicores.limit() > 0) {
			limits.add(new Limit("cgroup2.cpu.max", quota(millicores) + " " + PERIOD));
		}
	}

	private static void addCpuOfVersion1(List<Limit> limits, Demand millicores) {
		if (millicores.request() > 0) {
			limits.add(new Limit("cgroup.cpu.shares",
					Long.toString(Math.clamp(millicores.request() * DEFAULT_SHARES / MILLICORES, LEAST_SHARES, MOST_SHARES))));
		}
		if (millicores.limit() > 0) {
			limits.add(new Limit("cgroup.cpu.cfs_period_us", Long.toString(PERIOD)));
			limits.add(new Limit("cgroup.cpu.cfs_quota_us", Long.toString(quota(millicores))));
		}
	}

	private static long quota(Demand millicores) {
		return Math.max(LEAST_QUOTA, millicores.limit() * PERIOD / MILLICORES);
	}
}
