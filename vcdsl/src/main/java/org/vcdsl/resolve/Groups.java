package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.conversion.ValueException.Meant;
import org.vcdsl.finding.Change.AddImport;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.Severity;
import org.vcdsl.naming.LocalNames;
import org.vcdsl.topology.Selection;
import org.vcdsl.vcd.FeedDeclaration;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.IndexRange;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.SwitchDeclaration;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VcdPackage;
import org.vcdsl.vcd.VolumeDeclaration;
import org.vcdsl.vcd.WorkloadDeclaration;

/**
 * The names of a topology, and which elements each of them stands for.
 *
 * <p>A group is the union of the same-named ranges of one kind in one package. All names of a package are distinct; where two
 * packages of a topology use one name, the later package's element is called by its package and name.
 */
final class Groups {

	/** More elements than this are refused before anything is allocated for them. */
	static final int MOST_ELEMENTS = 1_000_000;

	/** So that one more is still a number. */
	private static final int HIGHEST_ORDINAL = 2_000_000_000;

	private static final String RANGE = "VCD111";

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Map<String, Map<String, Group>> byPackage = new LinkedHashMap<>();
	private final Map<NamedDeclaration, Group> byDeclaration = new IdentityHashMap<>();
	private long elements;

	Groups(SourceRanges ranges, Remarks remarks) {
		this.ranges = ranges;
		this.remarks = remarks;
	}

	/**
	 * Ordinals that one declaration gives its members.
	 *
	 * @param position among the declarations of the group, in the order of files and text
	 */
	private record Part(NamedDeclaration declaration, int first, int last, int position) {

		long size() {
			return (long) last - first + 1;
		}
	}

	/** What one name stands for. */
	private static final class Group {

		private final NamedDeclaration first;
		private final boolean plain;
		private final List<Part> parts = new ArrayList<>(1);
		private String name;
		private List<String> members;

		Group(NamedDeclaration first, boolean plain, String name) {
			this.first = first;
			this.plain = plain;
			this.name = name;
		}

		List<String> members() {
			if (members == null) {
				var names = new ArrayList<String>();
				for (var part : parts) {
					for (var ordinal = part.first(); ordinal <= part.last(); ordinal++) {
						names.add(name + "[" + ordinal + "]");
					}
				}
				members = plain ? List.of(name) : List.copyOf(names);
			}
			return members;
		}
	}

	/** Takes the name of a template or a catalogue entry in, which makes no element. */
	void reserve(NamedDeclaration declaration) {
		var names = byPackage.computeIfAbsent(packageOf(declaration), name -> new LinkedHashMap<>());
		var group = names.putIfAbsent(declaration.getName(), new Group(declaration, true, declaration.getName()));
		if (group != null) {
			refuse(declaration, group);
		}
	}

	/** Takes the name of a declaration in, and the elements it makes. */
	void declare(NamedDeclaration declaration) {
		var part = part(declaration);
		if (part == null) {
			return;
		}
		var localName = LocalNames.of(declaration);
		var names = byPackage.computeIfAbsent(packageOf(declaration), name -> new LinkedHashMap<>());
		var plain = !isRanged(declaration);
		var group = names.get(localName);
		if (group == null) {
			group = new Group(declaration, plain, localName);
			names.put(localName, group);
		} else if (plain || group.plain || group.first.eClass() != declaration.eClass()) {
			refuse(declaration, group);
			return;
		}
		elements += part.size();
		group.parts.add(new Part(declaration, part.first(), part.last(), group.parts.size()));
		byDeclaration.put(declaration, group);
	}

	/**
	 * Checks what only all declarations together show: overlaps and gaps of groups, and how many elements there are.
	 *
	 * @return whether so few that they can be made
	 */
	boolean check() {
		byPackage.values().forEach(names -> names.values().forEach(this::check));
		if (elements > MOST_ELEMENTS) {
			var largest = byPackage.values().stream().flatMap(names -> names.values().stream()).flatMap(group -> group.parts.stream())
					.max(Comparator.comparingLong(Part::size)).orElseThrow();
			remarks.add("VCD116", Severity.ERROR, ranges.of(largest.declaration()),
					String.format(Locale.ROOT, "The topology would have %,d elements, %,d of them from '%s' here; %,d are the most.",
							elements, largest.size(), LocalNames.of(largest.declaration()), MOST_ELEMENTS),
					LocalNames.of(largest.declaration()));
		}
		distinguishPackages();
		return elements <= MOST_ELEMENTS;
	}

	/** Whether a declaration is part of the topology: its name is not taken, and its range can be read. */
	boolean contains(NamedDeclaration declaration) {
		return byDeclaration.containsKey(declaration);
	}

	/** What a declaration, or the group it is part of, is called. */
	String nameOf(NamedDeclaration declaration) {
		var group = byDeclaration.get(declaration);
		return group != null ? group.name : LocalNames.of(declaration);
	}

	/** Names of the elements that one declaration makes, by ordinal. */
	List<String> membersOf(NamedDeclaration declaration) {
		var group = byDeclaration.get(declaration);
		if (group == null) {
			return List.of();
		}
		if (group.parts.size() == 1 && group.parts.getFirst().declaration() == declaration) {
			return group.members();
		}
		var names = new ArrayList<String>();
		for (var part : group.parts) {
			for (var ordinal = part.first(); part.declaration() == declaration && ordinal <= part.last(); ordinal++) {
				names.add(group.name + "[" + ordinal + "]");
			}
		}
		return names;
	}

	/**
	 * What a reference stands for: all members of the group without a range, else those of the range, which must all be there.
	 *
	 * @param reference where it is written
	 */
	Selection selected(EObject reference, NamedDeclaration target, IndexRange range) {
		var group = byDeclaration.get(target);
		if (group == null) {
			refuseForeign(reference, target);
			return new Selection(LocalNames.of(target), List.of());
		}
		if (range == null) {
			return new Selection(group.name, group.members());
		}
		var bounds = bounds(range);
		if (bounds == null) {
			return new Selection(group.name, List.of());
		}
		var text = group.name + (bounds[0] == bounds[1] ? "[%s]" : "[%s..%s]").formatted(bounds[0], bounds[1]);
		if (group.plain) {
			remarks.add(new Finding("VCD112", Severity.ERROR, ranges.of(reference),
					"'%s' is one %s and no group. Write its name alone.".formatted(group.name, Kinds.label(target)), List.of(group.name),
					List.of()).fixedBy("Write '%s'".formatted(group.name), new Replace(ranges.of(range), "")));
			return new Selection(text, List.of());
		}
		var names = new ArrayList<String>();
		long wanted = (long) bounds[1] - bounds[0] + 1;
		for (var part : group.parts) {
			for (var ordinal = Math.max(part.first(), bounds[0]); ordinal <= Math.min(part.last(), bounds[1]); ordinal++) {
				names.add(group.name + "[" + ordinal + "]");
			}
		}
		if (names.size() < wanted) {
			remarks.add("VCD112", Severity.ERROR, ranges.of(reference), "There is no %s: the members of '%s' are numbered %s."
					.formatted(missing(group, bounds[0], bounds[1]), group.name, ordinals(group)), group.name);
			return new Selection(text, List.of());
		}
		return new Selection(text, names);
	}

	/** A name with its package in front is found everywhere, but only what is imported is part of the topology. */
	private void refuseForeign(EObject reference, NamedDeclaration target) {
		var packageName = packageOf(target);
		var file = (VcdFile) EcoreUtil.getRootContainer(reference);
		if (!byPackage.containsKey(packageName)
				&& file.getImports().stream().noneMatch(clause -> clause.getImportedNamespace().startsWith(packageName + "."))) {
			var source = ranges.of(reference);
			remarks.add(new Finding("VCD101", Severity.ERROR, source, "'%s' is in package '%s', which is not imported. Write 'import %s.*'."
					.formatted(LocalNames.of(target), packageName, packageName), List.of(LocalNames.of(target)), List.of())
					.fixedBy("Import '%s.*'".formatted(packageName), new AddImport(source, packageName + ".*")));
		}
	}

	/** Sorts the parts of a group; of numbers that are given twice the second ones are dropped, so that resolving can go on. */
	private void check(Group group) {
		var parts = group.parts.stream().sorted(Comparator.comparingInt(Part::first)).toList();
		group.parts.clear();
		var next = -1;
		Part farthest = null;
		for (var part : parts) {
			if (part.first() < next) {
				refuseOverlap(group, farthest, part);
			} else if (part.first() > next && farthest != null) {
				remarks.add("VCD113", Severity.INFO, ranges.of(part.declaration()),
						"The group '%s' has no %s. If that is meant, nothing needs to be done.".formatted(group.name,
								members(group.name, next, part.first() - 1)),
						group.name);
			}
			if (part.last() >= next) {
				group.parts.add(new Part(part.declaration(), Math.max(next, part.first()), part.last(), part.position()));
				farthest = part;
				next = part.last() + 1;
			}
		}
	}

	/** At the one that stands later in the text. */
	private void refuseOverlap(Group group, Part one, Part other) {
		var earlier = one.position() < other.position() ? one : other;
		var later = earlier == one ? other : one;
		remarks.add(RANGE, Severity.ERROR, ranges.of(later.declaration()),
				"%s is declared already, at %s. Give each member of '%s' its own number.".formatted(
						members(group.name, other.first(), Math.min(one.last(), other.last())), place(earlier.declaration()),
						group.name),
				group.name);
	}

	private void distinguishPackages() {
		var taken = new HashSet<String>();
		byPackage.forEach((packageName, names) -> {
			for (var group : names.values()) {
				if (taken.contains(group.name)) {
					group.name = packageName + "." + group.name;
				}
			}
			names.values().forEach(group -> taken.add(group.name));
		});
	}

	private void refuse(NamedDeclaration declaration, Group group) {
		var name = LocalNames.of(declaration);
		var mixed = group.first.eClass() != declaration.eClass();
		var reason = mixed ? "'%s' is a %s already, at %s.".formatted(name, Kinds.label(group.first), place(group.first))
				: "'%s' is declared already, at %s.".formatted(name, place(group.first));
		remarks.add("VCD102", Severity.ERROR, ranges.of(declaration), reason + (group.plain && isRanged(declaration)
				|| !group.plain && !isRanged(declaration) && !mixed
						? " A name stands for one element or for a group, not for both. Give one of them another name."
						: " Give one of them another name."),
				name);
	}

	private String place(NamedDeclaration declaration) {
		var there = ranges.of(declaration);
		return there.file() + ":" + there.line();
	}

	/** The ordinals a declaration states, or 1 to 1; null, with an error, when they cannot be read. */
	private Part part(NamedDeclaration declaration) {
		var range = range(declaration);
		var replicas = declaration instanceof WorkloadDeclaration workload ? workload.getReplicas() : null;
		if (range != null && replicas != null) {
			refuseBoth(declaration, range, replicas);
			return null;
		}
		if (range != null) {
			var bounds = bounds(range);
			return bounds == null ? null : new Part(declaration, bounds[0], bounds[1], 0);
		}
		if (replicas == null) {
			return new Part(declaration, 1, 1, 0);
		}
		return remarks.read(declaration, VcdPackage.Literals.WORKLOAD_DECLARATION__REPLICAS,
				text -> Quantities.parseInt(text, 1, HIGHEST_ORDINAL)).map(count -> new Part(declaration, 1, count, 0)).orElse(null);
	}

	private void refuseBoth(NamedDeclaration declaration, IndexRange range, String replicas) {
		var count = NodeModelUtils.findNodesForFeature(declaration, VcdPackage.Literals.WORKLOAD_DECLARATION__REPLICAS).getFirst();
		remarks.add(new Finding(RANGE, Severity.ERROR, ranges.of(declaration),
				"'%s' and 'replicas %s' both say how many '%s' there are. Keep one of them.".formatted(written(range), replicas,
						declaration.getName()),
				List.of(declaration.getName()), List.of())
				.fixedBy(List.of(
						new Fix("Keep '%s'".formatted(written(range)), new Replace(ranges.between(declaration, Keys.before(count), count), "")),
						new Fix("Keep 'replicas %s'".formatted(replicas), new Replace(ranges.of(range), "")))));
	}

	/** First and last ordinal; null, with an error at its place, when they cannot be read. */
	private int[] bounds(IndexRange range) {
		var first = remarks.read(range, VcdPackage.Literals.INDEX_RANGE__FIRST, Groups::ordinal);
		var last = range.getLast() == null ? first : remarks.read(range, VcdPackage.Literals.INDEX_RANGE__LAST, Groups::ordinal);
		if (first.isEmpty() || last.isEmpty()) {
			return null;
		}
		if (last.get() < first.get()) {
			var source = ranges.of(range);
			remarks.add(new Finding(RANGE, Severity.ERROR, source, "The range %s..%s is reversed. Write %s..%s.".formatted(first.get(),
					last.get(), last.get(), first.get()), List.of(), List.of()).fixedBy("Write '%s..%s'".formatted(last.get(), first.get()),
							new Replace(source, "[%s..%s]".formatted(last.get(), first.get()))));
			return null;
		}
		return new int[] { first.get(), last.get() };
	}

	private static int ordinal(String text) {
		if (text.length() > 1 && text.startsWith("0")) {
			throw new ValueException("'%s' starts with a zero. Members are numbered 1, 2, 3.".formatted(text),
					Optional.of(new Meant(text, text.replaceFirst("^0+(?=.)", ""))));
		}
		return Quantities.parseInt(text, 0, HIGHEST_ORDINAL);
	}

	private static boolean isRanged(NamedDeclaration declaration) {
		return range(declaration) != null || declaration instanceof WorkloadDeclaration workload && workload.getReplicas() != null;
	}

	private static IndexRange range(NamedDeclaration declaration) {
		return switch (declaration) {
			case FeedDeclaration feed -> feed.getRange();
			case SwitchDeclaration networkSwitch -> networkSwitch.getRange();
			case HostDeclaration host -> host.getRange();
			case VolumeDeclaration volume -> volume.getRange();
			case WorkloadDeclaration workload -> workload.getRange();
			default -> null;
		};
	}

	private static String packageOf(NamedDeclaration declaration) {
		return ((VcdFile) EcoreUtil.getRootContainer(declaration)).getName();
	}

	/** As {@code 1 to 2 and 5}. Precondition: the parts are sorted. */
	private static String ordinals(Group group) {
		var texts = group.parts.stream()
				.map(part -> part.first() == part.last() ? String.valueOf(part.first()) : part.first() + " to " + part.last()).toList();
		return texts.size() == 1 ? texts.getFirst()
				: String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
	}

	/** Those of a range that are not there. Precondition: the parts are sorted. */
	private static String missing(Group group, int first, int last) {
		var missing = new ArrayList<String>();
		var next = first;
		for (var part : group.parts) {
			if (part.first() > last) {
				break;
			}
			if (part.first() > next) {
				missing.add(members(group.name, next, part.first() - 1));
			}
			next = Math.max(next, part.last() + 1);
		}
		if (next <= last) {
			missing.add(members(group.name, next, last));
		}
		return String.join(", ", missing);
	}

	/** A range as it is written. */
	static String written(IndexRange range) {
		return range.getLast() == null ? "[%s]".formatted(range.getFirst()) : "[%s..%s]".formatted(range.getFirst(), range.getLast());
	}

	private static String members(String name, int first, int last) {
		return first == last ? "'%s[%s]'".formatted(name, first) : "'%s[%s..%s]'".formatted(name, first, last);
	}
}
