package org.vcdsl.analysis.placement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Where workloads can come to stand, whatever the placement: on each of their candidates, and where that is a virtual machine, wherever it
 * can come to stand itself. Each workload by itself, so that of workloads whose choices depend on each other there is more here than can
 * be.
 *
 * <p>Pools are gone through once, however many workloads share them.
 */
final class Choices {

	private final Topology topology;
	private final FailureDomains domains;
	/** By identity: the members of a declaration share their pool. */
	private final Map<List<String>, Set<String>> hosts = new IdentityHashMap<>();
	private final Map<FailureDomain, Map<List<String>, Choice>> choices = new EnumMap<>(FailureDomain.class);
	private final Map<String, Choice> ownKernels = new HashMap<>();

	Choices(Topology topology) {
		this.topology = topology;
		this.domains = new FailureDomains(topology);
	}

	/** Where a workload can come to stand. */
	Choice of(Workload workload, FailureDomain kind) {
		if (kind == FailureDomain.KERNEL && workload.bringsKernel()) {
			return ownKernels.computeIfAbsent(workload.name(), name -> new Choice(Set.of(List.of(name)), true));
		}
		var candidates = workload.pool().candidates();
		var ofKind = choices.computeIfAbsent(kind, any -> new IdentityHashMap<>());
		var choice = ofKind.get(candidates);
		if (choice == null) {
			choice = choice(kind == FailureDomain.KERNEL ? candidates : hosts(candidates), kind);
			ofKind.put(candidates, choice);
		}
		return choice;
	}

	private Choice choice(Iterable<String> platforms, FailureDomain kind) {
		var places = new LinkedHashSet<List<String>>();
		var isStated = true;
		for (var platform : platforms) {
			var place = domains.ofPlatform(platform, kind);
			places.add(place);
			isStated &= !place.isEmpty() || FailureDomains.hasSpare(topology.hosts().get(platform), kind);
		}
		return new Choice(places, isStated);
	}

	/** The hosts that a candidate is or can come to stand on; one set for all that share a pool. */
	Set<String> hosts(String candidate) {
		return switch (topology.platform(candidate)) {
			case Host host -> Set.of(host.name());
			case VirtualMachine vm -> hosts(vm.pool().candidates());
		};
	}

	/** The hosts that what has such candidates can come to stand on, through any nesting. */
	Set<String> hosts(List<String> candidates) {
		var known = hosts.get(candidates);
		if (known != null) {
			return known;
		}
		var all = new LinkedHashSet<String>();
		Set<List<String>> below = Collections.newSetFromMap(new IdentityHashMap<>());
		for (var candidate : candidates) {
			switch (topology.platform(candidate)) {
				case Host host -> all.add(host.name());
				case VirtualMachine vm -> below.add(vm.pool().candidates());
			}
		}
		below.forEach(pool -> all.addAll(hosts(pool)));
		hosts.put(candidates, all);
		return all;
	}

	/** Whether it is known on which host each candidate of these workloads is. */
	boolean areSettled(List<Workload> workloads) {
		Set<List<String>> pools = Collections.newSetFromMap(new IdentityHashMap<>());
		workloads.forEach(workload -> pools.add(workload.pool().candidates()));
		return pools.stream().flatMap(List::stream).allMatch(candidate -> hosts(candidate).size() == 1);
	}

	/**
	 * What decides on which host a workload stands: the host or, where somewhere below it there is a choice, the outermost machine that
	 * everything below is given by. Workloads with one such name share their host, whatever the placement.
	 */
	String decidedBy(Workload workload) {
		var decisive = workload;
		while (decisive.pool().isFixed()) {
			var candidate = decisive.pool().candidates().getFirst();
			switch (topology.platform(candidate)) {
				case Host host -> {
					return host.name();
				}
				case VirtualMachine vm -> decisive = vm;
			}
		}
		return decisive.name();
	}
}
