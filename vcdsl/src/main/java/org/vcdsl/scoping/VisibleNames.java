package org.vcdsl.scoping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.vcdsl.naming.LocalNames;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.ImportClause;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;

/**
 * The names that can be seen from one place. The nearest level that knows a name of an allowed kind decides: the cluster around the
 * place; its package; elements imported by name; packages imported as a whole; a name written with its package in front.
 */
final class VisibleNames {

	private static final String WILDCARD = ".*";

	private final EObject place;
	private final ResourceSet resources;
	private final NameIndex index;
	private final Set<EClass> allowed;
	private final VcdFile file;

	/** What may be seen from a place that is part of a resource set. */
	VisibleNames(EObject place, Set<EClass> allowed) {
		this.place = place;
		this.resources = place.eResource().getResourceSet();
		this.index = NameIndex.of(resources);
		this.allowed = allowed;
		this.file = EcoreUtil.getRootContainer(place) instanceof VcdFile root ? root : null;
	}

	/**
	 * What a name stands for: nothing, one declaration, or the first declaration of each package among which the name leaves the
	 * choice.
	 */
	List<EObject> find(String name) {
		if (file == null || file.getName() == null) {
			return List.of();
		}
		var cluster = EcoreUtil2.getContainerOfType(place, ClusterDeclaration.class);
		var found = cluster == null ? List.<EObject>of() : find(file.getName(), cluster.getName() + "." + name);
		if (found.isEmpty()) {
			found = find(file.getName(), name);
		}
		if (found.isEmpty()) {
			found = findImported(name);
		}
		if (found.isEmpty()) {
			found = findWithPackage(name);
		}
		return found;
	}

	/** Has names looked up anew, as a program may have put something in. */
	void lookAnew() {
		index.forget();
	}

	/** Names that may stand for an element here, as nothing nearer may have them: without, and with its cluster and package. */
	List<String> candidates(EObject element) {
		if (!(element instanceof NamedDeclaration declaration) || declaration.getName() == null
				|| !(EcoreUtil.getRootContainer(element) instanceof VcdFile home) || home.getName() == null) {
			return List.of();
		}
		var local = LocalNames.of(declaration);
		return Stream.of(declaration.getName(), local, home.getName() + "." + local).distinct().toList();
	}

	/**
	 * All visible names with what they stand for; a name that the nearer level hides is left out. Entries of the shipped catalogue are
	 * proxies.
	 */
	Map<String, EObject> all() {
		var all = new LinkedHashMap<String, EObject>();
		if (file == null || file.getName() == null) {
			return all;
		}
		var cluster = EcoreUtil2.getContainerOfType(place, ClusterDeclaration.class);
		if (cluster != null) {
			var prefix = cluster.getName() + ".";
			index.namesOf(file.getName()).forEach((name, declarations) -> {
				if (name.startsWith(prefix)) {
					add(name.substring(prefix.length()), declarations, all);
				}
			});
		}
		index.namesOf(file.getName()).forEach((name, declarations) -> add(name, declarations, all));
		for (var clause : file.getImports()) {
			addImported(clause, all);
		}
		return all;
	}

	private void addImported(ImportClause clause, Map<String, EObject> all) {
		var namespace = clause.getImportedNamespace();
		if (namespace == null) {
			return;
		}
		if (!namespace.endsWith(WILDCARD)) {
			var dot = namespace.lastIndexOf('.');
			var name = namespace.substring(dot + 1);
			find(namespace.substring(0, Math.max(0, dot)), name).forEach(found -> all.putIfAbsent(name, found));
			return;
		}
		var packageName = namespace.substring(0, namespace.length() - WILDCARD.length());
		if (packageName.equals(ShippedCatalogue.PACKAGE)) {
			ShippedCatalogue.names().filter(entry -> allowed.contains(entry.kind()) && !all.containsKey(entry.name()))
					.forEach(entry -> all.put(entry.name(), ShippedCatalogue.proxy(resources, entry)));
		} else {
			index.namesOf(packageName).forEach((name, declarations) -> add(name, declarations, all));
		}
	}

	private void add(String name, List<? extends EObject> declarations, Map<String, EObject> all) {
		declarations.stream().filter(this::isAllowed).findFirst().ifPresent(found -> all.putIfAbsent(name, found));
	}

	private List<EObject> findImported(String name) {
		var wildcards = new ArrayList<EObject>();
		for (var clause : file.getImports()) {
			var namespace = clause.getImportedNamespace();
			if (namespace == null) {
				continue;
			}
			if (namespace.endsWith(WILDCARD)) {
				find(namespace.substring(0, namespace.length() - WILDCARD.length()), name).stream()
						.filter(found -> !wildcards.contains(found)).forEach(wildcards::add);
			} else if (namespace.endsWith(name) && namespace.length() > name.length()
					&& namespace.charAt(namespace.length() - name.length() - 1) == '.') {
				var found = find(namespace.substring(0, namespace.length() - name.length() - 1), name);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return wildcards;
	}

	private List<EObject> findWithPackage(String name) {
		for (var dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
			var found = find(name.substring(0, dot), name.substring(dot + 1));
			if (!found.isEmpty()) {
				return found;
			}
		}
		return List.of();
	}

	/** The first declaration of an allowed kind in one package. */
	private List<EObject> find(String packageName, String name) {
		var declarations = packageName.equals(ShippedCatalogue.PACKAGE) ? ShippedCatalogue.find(resources, name, allowed::contains)
				: index.find(packageName, name);
		for (var declaration : declarations) {
			if (isAllowed(declaration)) {
				return List.of(declaration);
			}
		}
		return List.of();
	}

	private boolean isAllowed(EObject declaration) {
		return allowed.contains(declaration.eClass());
	}
}
