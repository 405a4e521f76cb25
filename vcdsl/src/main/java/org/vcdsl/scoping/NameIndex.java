package org.vcdsl.scoping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vcdsl.naming.LocalNames;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.Item;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.RackDeclaration;
import org.vcdsl.vcd.RoomDeclaration;
import org.vcdsl.vcd.SiteDeclaration;
import org.vcdsl.vcd.VcdFile;

/**
 * What the architect's files in a resource set declare, by package and name.
 *
 * <p>Built in one walk over all declarations when first asked, in time linear in their number; after that a name is found in constant
 * time. {@link VcdLinker} tells it when a file was parsed anew. Not safe for several threads at once, like the resource set.
 */
public final class NameIndex extends AdapterImpl {

	private final ResourceSet resources;
	private Map<String, Map<String, List<NamedDeclaration>>> packages;

	private NameIndex(ResourceSet resources) {
		this.resources = resources;
	}

	/** The index of a resource set, made when there is none. */
	public static NameIndex of(ResourceSet resources) {
		if (EcoreUtil.getExistingAdapter(resources, NameIndex.class) instanceof NameIndex index) {
			return index;
		}
		var index = new NameIndex(resources);
		resources.eAdapters().add(index);
		return index;
	}

	@Override
	public boolean isAdapterForType(Object type) {
		return type == NameIndex.class;
	}

	/** Files come and go; those of the shipped catalogue are not indexed here. */
	@Override
	public void notifyChanged(Notification change) {
		if (change.getFeatureID(ResourceSet.class) == ResourceSet.RESOURCE_SET__RESOURCES
				&& !(change.getNewValue() instanceof Resource added && ShippedCatalogue.contains(added))) {
			forget();
		}
	}

	/** Forgets what was indexed, since some file has changed. */
	void forget() {
		packages = null;
	}

	/** The declarations of a name in a package, in the order of files and text; several for a group that goes on elsewhere. */
	List<NamedDeclaration> find(String packageName, String localName) {
		var found = namesOf(packageName).getOrDefault(localName, List.of());
		if (found.stream().allMatch(declaration -> isCalled(declaration, localName))) {
			return found;
		}
		forget();
		return namesOf(packageName).getOrDefault(localName, List.of());
	}

	/** False when a program has renamed or removed it since it was indexed. */
	private static boolean isCalled(NamedDeclaration declaration, String localName) {
		return declaration.eContainer() != null
				&& localName.equals(localName.indexOf('.') < 0 ? declaration.getName() : LocalNames.of(declaration));
	}

	/** All names of a package with their declarations. */
	Map<String, List<NamedDeclaration>> namesOf(String packageName) {
		return packages().getOrDefault(packageName, Map.of());
	}

	/** All packages that declare something. */
	Stream<String> packageNames() {
		return packages().keySet().stream();
	}

	private Map<String, Map<String, List<NamedDeclaration>>> packages() {
		if (packages == null) {
			var found = new LinkedHashMap<String, Map<String, List<NamedDeclaration>>>();
			for (var resource : List.copyOf(resources.getResources())) {
				if (!ShippedCatalogue.contains(resource)) {
					for (var root : resource.getContents()) {
						if (root instanceof VcdFile file && file.getName() != null) {
							collect(file.getItems(), found.computeIfAbsent(file.getName(), name -> new LinkedHashMap<>()));
						}
					}
				}
			}
			packages = found;
		}
		return packages;
	}

	private static void collect(List<? extends EObject> items, Map<String, List<NamedDeclaration>> names) {
		for (var item : items) {
			if (item instanceof NamedDeclaration declaration) {
				if (declaration.getName() != null) {
					names.computeIfAbsent(LocalNames.of(declaration), name -> new ArrayList<>(1)).add(declaration);
				}
				collect(inside(declaration), names);
			}
		}
	}

	private static List<? extends Item> inside(NamedDeclaration declaration) {
		return switch (declaration) {
			case SiteDeclaration site -> site.getItems();
			case RoomDeclaration room -> room.getItems();
			case RackDeclaration rack -> rack.getItems();
			case ClusterDeclaration cluster -> cluster.getItems();
			default -> List.of();
		};
	}
}
