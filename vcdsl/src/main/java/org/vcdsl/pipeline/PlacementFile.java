package org.vcdsl.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * Where the workloads of a package stood when somebody kept that, and the addresses that somebody gave them:
 * {@code PACKAGE.placement.json}, described in {@code docs/placement.md}.
 *
 * @param name as findings name it
 * @param packageName the root package it belongs to
 * @param entries in the order of the file, each workload once
 * @param addresses in the order of the file
 */
public record PlacementFile(String name, String packageName, List<Entry> entries, List<KeptAddress> addresses) {

	/** Behind the name of the package. */
	public static final String SUFFIX = ".placement.json";

	public PlacementFile {
		entries = List.copyOf(entries);
		addresses = List.copyOf(addresses);
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
	 * What somebody wrote as an address of a workload on a network.
	 *
	 * @param workload its qualified name
	 * @param text whatever stands there
	 * @param source of the text
	 */
	public record KeptAddress(String workload, String network, String text, SourceRange source) {
	}

	/**
	 * Reads a file.
	 *
	 * @param name as findings shall name it
	 * @param packageName the package that it shall belong to
	 * @throws UnreadablePlacementException when it is no placement of that package that this version understands
	 */
	public static PlacementFile read(String name, String packageName, String text) throws UnreadablePlacementException {
		return new PlacementJson(name, packageName, text).read();
	}

	/** The text of a file that keeps all workloads of a topology where they stand: the same for the same places. */
	public static String print(Topology topology) {
		return PlacementJson.print(topology.name(), places(topology), new TreeMap<>());
	}

	/** As {@link #print}, with the addresses of this file, right or wrong; but for those of workloads that are not there. */
	public String printAnew(Topology topology) {
		var kept = new TreeMap<String, TreeMap<String, List<String>>>();
		addresses.stream().filter(address -> topology.workloads().containsKey(address.workload())).forEach(address -> kept
				.computeIfAbsent(address.workload(), workload -> new TreeMap<>()).merge(address.network(), List.of(address.text()),
						PlacementFile::joined));
		return PlacementJson.print(topology.name(), places(topology), kept);
	}

	/** Workloads that have addresses here, and that a topology does not have; in the order of the file. */
	public List<String> addressedButMissing(Topology topology) {
		return addresses.stream().map(KeptAddress::workload).filter(workload -> !topology.workloads().containsKey(workload)).distinct().toList();
	}

	private static TreeMap<String, String> places(Topology topology) {
		var places = new TreeMap<String, String>();
		topology.workloads().values().forEach(workload -> places.put(workload.name(), topology.standsOn(workload)));
		return places;
	}

	private static List<String> joined(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
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
