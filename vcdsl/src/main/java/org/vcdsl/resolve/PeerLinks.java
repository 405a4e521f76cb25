package org.vcdsl.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.vcdsl.finding.Severity;
import org.vcdsl.vcd.SwitchDeclaration;
import org.vcdsl.vcd.SwitchReference;

/**
 * Links between switches that lead both ways, and which switches the outside world is reached at for all that.
 *
 * <p>Switches that are joined by such links look for their way out together: one of them that has no uplink is an edge only when none of
 * them is marked as one or has an uplink to a switch that is not joined with them. Linear in the switches and their links.
 */
final class PeerLinks {

	/** More links than this are refused before anything is allocated for them. */
	private static final int MOST_LINKS = Groups.MOST_ELEMENTS;

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Groups groups;
	private final References references;

	private final Map<String, SwitchDeclaration> switches = new LinkedHashMap<>();
	private final Map<String, Set<String>> peers = new HashMap<>();
	private final Set<String> edges = new HashSet<>();
	private long links;

	PeerLinks(SourceRanges ranges, Remarks remarks, Groups groups, References references) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.groups = groups;
		this.references = references;
	}

	/** Reads all links. Precondition: all names are taken in. */
	void read(Collection<SwitchDeclaration> declarations) {
		if (declarations.stream().allMatch(declaration -> declaration.getPeers().isEmpty())) {
			return;
		}
		declarations.forEach(declaration -> groups.membersOf(declaration).forEach(name -> switches.put(name, declaration)));
		declarations.forEach(declaration -> declaration.getPeers().forEach(peer -> join(declaration, peer)));
		var seen = new HashSet<String>();
		peers.keySet().stream().filter(name -> !seen.contains(name)).forEach(name -> {
			var joined = joinedWith(name);
			seen.addAll(joined);
			findEdges(joined);
		});
	}

	/** The switches that one has a link with, whichever of the two says so; in the order of the text. */
	List<String> of(String name) {
		return List.copyOf(peers.getOrDefault(name, Set.of()));
	}

	/** Whether a switch is an edge although it has peers. */
	boolean isEdge(String name) {
		return edges.contains(name);
	}

	private void join(SwitchDeclaration declaration, SwitchReference peer) {
		var members = groups.membersOf(declaration);
		var named = references.switches(List.of(peer));
		links += (long) members.size() * named.size();
		if (links > MOST_LINKS) {
			remarks.add("VCD116", Severity.ERROR, ranges.of(peer),
					String.format(Locale.ROOT, "The switches would have more than %,d links with their peers. Name fewer of them.",
							MOST_LINKS),
					groups.nameOf(declaration));
		} else if (named.size() == 1 && members.contains(named.getFirst())) {
			remarks.add("VCD108", Severity.ERROR, ranges.of(peer),
					"Switch '%s' is its own peer. Name the switch at the other end of the link.".formatted(named.getFirst()),
					named.getFirst());
		} else {
			members.forEach(member -> named.stream().filter(other -> !other.equals(member)).forEach(other -> {
				peers.computeIfAbsent(member, any -> new LinkedHashSet<>()).add(other);
				peers.computeIfAbsent(other, any -> new LinkedHashSet<>()).add(member);
			}));
		}
	}

	private Set<String> joinedWith(String name) {
		var joined = new LinkedHashSet<>(List.of(name));
		var next = new ArrayDeque<>(joined);
		while (!next.isEmpty()) {
			peers.get(next.remove()).stream().filter(joined::add).forEach(next::add);
		}
		return joined;
	}

	private void findEdges(Set<String> joined) {
		if (joined.stream().noneMatch(name -> leadsOut(name, joined))) {
			joined.stream().filter(name -> switches.get(name).getUplinks().isEmpty()).forEach(edges::add);
		}
	}

	private boolean leadsOut(String name, Set<String> joined) {
		var declaration = switches.get(name);
		return declaration.isEdge() || !joined.containsAll(references.switches(declaration.getUplinks()));
	}
}
