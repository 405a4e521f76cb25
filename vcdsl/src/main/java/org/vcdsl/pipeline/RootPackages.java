package org.vcdsl.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.vcdsl.scoping.ShippedCatalogue;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.RackDeclaration;
import org.vcdsl.vcd.RoomDeclaration;
import org.vcdsl.vcd.RulesDeclaration;
import org.vcdsl.vcd.ServiceDeclaration;
import org.vcdsl.vcd.SiteDeclaration;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.WorkloadDeclaration;

/**
 * Which packages make a topology of their own: those that no other package among the inputs imports and that declare a place, a host or a
 * workload, or what is asked of those in the packages they import: services and rules.
 */
final class RootPackages {

	private static final String WILDCARD = ".*";

	private final Map<String, List<VcdFile>> files = new LinkedHashMap<>();

	private final Predicate<VcdFile> isLibrary;

	/**
	 * Of these files, in this order.
	 *
	 * @param isLibrary whether a file is only there because something imports its package, so that it makes no topology
	 */
	RootPackages(List<VcdFile> files, Predicate<VcdFile> isLibrary) {
		this.isLibrary = isLibrary;
		files.forEach(file -> this.files.computeIfAbsent(file.getName(), name -> new ArrayList<>()).add(file));
	}

	/** Each root package with its own files and those of all packages it imports, the own ones first; in the order of the inputs. */
	Map<String, List<VcdFile>> topologies() {
		var imported = new LinkedHashSet<String>();
		files.keySet().forEach(name -> imports(name).stream().filter(other -> !other.equals(name)).forEach(imported::add));
		var topologies = new LinkedHashMap<String, List<VcdFile>>();
		files.forEach((name, own) -> {
			if (!imported.contains(name) && own.stream().anyMatch(isLibrary.negate()) && makesTopology(name, own)) {
				topologies.put(name, withImports(name));
			}
		});
		return topologies;
	}

	/** The packages that belong to no topology, each with its own files: libraries that nothing among the inputs uses. */
	Map<String, List<VcdFile>> libraries() {
		var used = new LinkedHashSet<VcdFile>();
		topologies().values().forEach(used::addAll);
		var libraries = new LinkedHashMap<>(files);
		libraries.values().removeIf(own -> used.containsAll(own) || own.stream().allMatch(isLibrary));
		return libraries;
	}

	private boolean makesTopology(String name, List<VcdFile> own) {
		return own.stream().anyMatch(RootPackages::isInhabited)
				|| own.stream().anyMatch(RootPackages::asks) && withImports(name).stream().anyMatch(RootPackages::isInhabited);
	}

	private static boolean asks(VcdFile file) {
		return file.getItems().stream().anyMatch(item -> item instanceof ServiceDeclaration || item instanceof RulesDeclaration);
	}

	private static boolean isInhabited(VcdFile file) {
		return file.getItems().stream()
				.anyMatch(item -> item instanceof SiteDeclaration || item instanceof RoomDeclaration
						|| item instanceof RackDeclaration || item instanceof HostDeclaration || item instanceof WorkloadDeclaration
						|| item instanceof ClusterDeclaration);
	}

	private List<VcdFile> withImports(String root) {
		var reached = new LinkedHashSet<String>();
		var open = new ArrayList<>(List.of(root));
		while (!open.isEmpty()) {
			var name = open.removeFirst();
			if (files.containsKey(name) && reached.add(name)) {
				open.addAll(imports(name));
			}
		}
		return reached.stream().flatMap(name -> files.get(name).stream()).toList();
	}

	/** The packages that the files of a package import, by wildcard or one of their elements. */
	private Set<String> imports(String name) {
		var imports = new LinkedHashSet<String>();
		files.get(name).stream().flatMap(file -> file.getImports().stream()).map(clause -> clause.getImportedNamespace())
				.map(RootPackages::packageOf).filter(other -> !other.equals(ShippedCatalogue.PACKAGE))
				.forEach(imports::add);
		return imports;
	}

	private static String packageOf(String importedNamespace) {
		return importedNamespace.endsWith(WILDCARD)
				? importedNamespace.substring(0, importedNamespace.length() - WILDCARD.length())
				: importedNamespace.substring(0, Math.max(0, importedNamespace.lastIndexOf('.')));
	}
}
