package org.vcdsl.backend.compose;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.vcdsl.backend.BinarySize;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.Topology;

/**
 * A Compose file as a tree.
 *
 * <p>Precondition: the containers stand on one docker engine, and their images have references.
 */
final class ComposeFile {

	/** Docker's own default weight of one core, which Kubernetes uses too. */
	private static final long SHARES_PER_CORE = 1024;

	/** The kernel takes no less. */
	private static final long LEAST_SHARES = 2;

	private static final String[] SIZE_UNITS = {"b", "k", "m", "g"};

	private final Topology topology;
	private final List<Container> containers;

	ComposeFile(Topology topology, List<Container> containers) {
		this.topology = topology;
		this.containers = containers;
	}

	Map<String, Object> document() {
		var services = new LinkedHashMap<String, Object>();
		var networks = new LinkedHashSet<String>();
		for (var container : containers) {
			services.put(DeploymentNames.composeService(container), service(container));
			networks.addAll(slugs(container.nics()));
		}
		var document = new LinkedHashMap<String, Object>();
		document.put("name", DeploymentNames.slug(topology.name()));
		document.put("services", services);
		if (!networks.isEmpty()) {
			document.put("networks", ofEngineDefaults(networks));
		}
		return document;
	}

	private Map<String, Object> service(Container container) {
		var image = topology.images().get(container.image().orElseThrow());
		var service = new LinkedHashMap<String, Object>();
		service.put("image", literal(image.reference().orElseThrow()));
		if (image.platforms().size() == 1) {
			service.put("platform", literal(image.platforms().getFirst().toString()));
		}
		service.put("labels", Map.of("org.vcdsl.workload", literal(container.name())));
		service.put("restart", "unless-stopped");
		var ports = container.ports().stream().map(port -> port.hostPort() + ":" + port.containerPort()).toList();
		putUnlessEmpty(service, "ports", ports);
		putUnlessEmpty(service, "networks", slugs(container.nics()));
		container.cpuMillicores().filter(cpu -> cpu.request() > 0)
				.ifPresent(cpu -> service.put("cpu_shares", shares(cpu.request())));
		putUnlessEmpty(service, "deploy", deploy(container));
		return service;
	}

	private static Map<String, Object> deploy(Container container) {
		var limits = new LinkedHashMap<String, Object>();
		var reservations = new LinkedHashMap<String, Object>();
		container.cpuMillicores().ifPresent(cpu -> {
			putUnlessZero(limits, "cpus", cpu.limit(), cores(cpu.limit()));
			putUnlessZero(reservations, "cpus", cpu.request(), cores(cpu.request()));
		});
		container.memoryBytes().ifPresent(memory -> {
			putUnlessZero(limits, "memory", memory.limit(), size(memory.limit()));
			putUnlessZero(reservations, "memory", memory.request(), size(memory.request()));
		});
		var resources = new LinkedHashMap<String, Object>();
		putUnlessEmpty(resources, "limits", limits);
		putUnlessEmpty(resources, "reservations", reservations);
		return resources.isEmpty() ? Map.of() : Map.of("resources", resources);
	}

	/** Networks as the engine makes them by default: a bridge on Linux, NAT on Windows. */
	private static Map<String, Object> ofEngineDefaults(Iterable<String> names) {
		var networks = new LinkedHashMap<String, Object>();
		names.forEach(name -> networks.put(name, Map.of()));
		return networks;
	}

	/** Text that Compose does not take for a variable. */
	private static String literal(String text) {
		return text.replace("$", "$$");
	}

	/** What a busy engine gives a container relative to the others: it is how docker keeps a request of CPU. */
	private static long shares(long millicores) {
		return Math.max(LEAST_SHARES, millicores * SHARES_PER_CORE / 1000);
	}

	private static String cores(long millicores) {
		return BigDecimal.valueOf(millicores, 3).stripTrailingZeros().toPlainString();
	}

	private static String size(long bytes) {
		var size = BinarySize.of(bytes, SIZE_UNITS);
		return size.amount() + size.unit();
	}

	private static List<String> slugs(List<String> names) {
		return names.stream().map(DeploymentNames::slug).toList();
	}

	private static void putUnlessZero(Map<String, Object> map, String key, long amount, String text) {
		if (amount != 0) {
			map.put(key, text);
		}
	}

	private static void putUnlessEmpty(Map<String, Object> map, String key, List<?> value) {
		if (!value.isEmpty()) {
			map.put(key, value);
		}
	}

	private static void putUnlessEmpty(Map<String, Object> map, String key, Map<?, ?> value) {
		if (!value.isEmpty()) {
			map.put(key, value);
		}
	}
}
