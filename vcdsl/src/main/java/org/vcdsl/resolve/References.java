package org.vcdsl.resolve;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.topology.Selection;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.ElementReference;
import org.vcdsl.vcd.FeedReference;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.ImageDeclaration;
import org.vcdsl.vcd.IndexRange;
import org.vcdsl.vcd.Item;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.PlaceReference;
import org.vcdsl.vcd.PlatformReference;
import org.vcdsl.vcd.RackDeclaration;
import org.vcdsl.vcd.RoomDeclaration;
import org.vcdsl.vcd.SiteDeclaration;
import org.vcdsl.vcd.SwitchReference;
import org.vcdsl.vcd.WorkloadReference;

/** From references in the tree to names of the topology: groups and places stand for all in them. */
final class References {

	private final Groups groups;
	private final Map<ClusterDeclaration, List<String>> clusterMembers = new IdentityHashMap<>();

	private final Set<ImageDeclaration> shippedImages = new LinkedHashSet<>();

	References(Groups groups) {
		this.groups = groups;
	}

	/** Says which platforms a cluster consists of; to be said before a reference to it is read. */
	void define(ClusterDeclaration cluster, List<String> members) {
		clusterMembers.put(cluster, List.copyOf(members));
	}

	/** What a declaration, or the group it is part of, is called. */
	String nameOf(NamedDeclaration declaration) {
		return groups.nameOf(declaration);
	}

	/** What declarations are called, each name once. */
	List<String> namesOf(Collection<? extends NamedDeclaration> declarations) {
		return declarations.stream().map(groups::nameOf).distinct().toList();
	}

	/** What an image is called; one that the catalogue ships becomes part of the topology. */
	String image(ImageDeclaration image) {
		if (!groups.contains(image)) {
			shippedImages.add(image);
		}
		return groups.nameOf(image);
	}

	/** The images of the catalogue that were referred to. */
	Set<ImageDeclaration> shippedImages() {
		return shippedImages;
	}

	List<String> feeds(List<FeedReference> references) {
		var names = new LinkedHashSet<String>();
		references.forEach(reference -> names.addAll(groups.selected(reference, reference.getTarget(), reference.getRange()).members()));
		return List.copyOf(names);
	}

	List<String> switches(List<SwitchReference> references) {
		var names = new LinkedHashSet<String>();
		references.forEach(reference -> names.addAll(groups.selected(reference, reference.getTarget(), reference.getRange()).members()));
		return List.copyOf(names);
	}

	Selection workloads(WorkloadReference reference) {
		return groups.selected(reference, reference.getTarget(), reference.getRange());
	}

	List<Selection> workloads(List<WorkloadReference> references) {
		return references.stream().map(this::workloads).toList();
	}

	/** What an acceptance names. */
	List<Selection> elements(List<ElementReference> references) {
		return references.stream().map(reference -> groups.selected(reference, reference.getTarget(), reference.getRange())).toList();
	}

	/** Hosts and virtual machines: a cluster stands for its members. One reference to a whole group allocates nothing. */
	List<String> platforms(List<PlatformReference> references) {
		if (references.size() == 1) {
			return platforms(references.getFirst());
		}
		var names = new LinkedHashSet<String>();
		references.forEach(reference -> names.addAll(platforms(reference)));
		return List.copyOf(names);
	}

	private List<String> platforms(PlatformReference reference) {
		return reference.getTarget() instanceof ClusterDeclaration cluster ? clusterMembers.getOrDefault(cluster, List.of())
				: groups.selected(reference, reference.getTarget(), reference.getRange()).members();
	}

	/** Hosts and virtual machines: a location stands for the hosts in it, a cluster for its members. */
	List<String> platformsIn(List<PlaceReference> references) {
		var names = new LinkedHashSet<String>();
		for (var reference : references) {
			switch (reference.getTarget()) {
				case SiteDeclaration site -> addHosts(site.getItems(), names);
				case RoomDeclaration room -> addHosts(room.getItems(), names);
				case RackDeclaration rack -> addHosts(rack.getItems(), names);
				case ClusterDeclaration cluster -> names.addAll(clusterMembers.getOrDefault(cluster, List.of()));
				default -> names.addAll(groups.selected(reference, reference.getTarget(), reference.getRange()).members());
			}
		}
		return List.copyOf(names);
	}

	/** The places as written: {@code r1}, {@code kvm[1..3]}. */
	List<String> written(List<PlaceReference> references) {
		return references.stream().map(reference -> written(reference.getTarget(), reference.getRange())).toList();
	}

	/** A reference as written. */
	String written(NamedDeclaration target, IndexRange range) {
		return nameOf(target) + (range == null ? "" : Groups.written(range));
	}

	private void addHosts(List<Item> items, Collection<String> names) {
		for (var item : items) {
			switch (item) {
				case RoomDeclaration room -> addHosts(room.getItems(), names);
				case RackDeclaration rack -> addHosts(rack.getItems(), names);
				case HostDeclaration host -> names.addAll(groups.membersOf(host));
				default -> {
					// nothing that carries workloads
				}
			}
		}
	}
}
