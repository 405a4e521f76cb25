package org.vcdsl.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * Where the workloads of a package stood when somebody kept that: {@code PACKAGE.placement.json}, described in
 * {@code docs/placement.md}.
 *
 * @param name as findings name it
 * @param packageName the root package it belongs to
 * @param entries in the order of the file, each workload once
 */
public record PlacementFile(String name, String packageName, List<Entry> entries) {

	/** Behind the name of the package. */
	public static final String SUFFIX = ".placement.json";

	public PlacementFile {
		entries = List.copyOf(entries);
	}

	/**
	 * One workload.
	 *
	 * @param workload its qualified name
	 * @param platform qualified name of the host or virtual machine it stood on
	 * @param source of both
	 */
	public record Entry(String workload, String platform, SourceRange source) {
	}

	/**
	 * Reads a file.
	 *
	 * @param name as findings shall name it
	 * @param packageName the package that it shall belong to
	 * @throws UnreadablePlacementException when it is no placement of that package that this version understands
	 */
	public static PlacementFile read(String name, String packageName, String text) throws UnreadablePlacementException {
		return new PlacementFile(name, packageName, new PlacementJson(name, packageName, text).read());
	}

	/** The text of a file that keeps all workloads of a topology where they stand: the same for the same places. */
	public static String print(Topology topology) {
		var places = new TreeMap<String, String>();
		topology.workloads().values().forEach(workload -> places.put(workload.name(), topology.standsOn(workload)));
		return PlacementJson.print(topology.name(), places);
	}

	/** What it says of workloads and platforms that are in a topology. */
	Map<String, String> placesIn(Topology topology) {
		var places = new LinkedHashMap<String, String>();
		entries.stream().filter(entry -> topology.workloads().containsKey(entry.workload()) && isPlatform(entry.platform(), topology))
				.forEach(entry -> places.put(entry.workload(), entry.platform()));
		return places;
	}

	/** Whether something can stand on what has this name. */
	static boolean isPlatform(String name, Topology topology) {
		return topology.hosts().containsKey(name) || topology.workloads().get(name) instanceof VirtualMachine;
	}
}
