package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.FACT_CLAUSE__KEY;
import static org.vcdsl.vcd.VcdPackage.Literals.FACT_CLAUSE__TARGETS;
import static org.vcdsl.vcd.VcdPackage.Literals.FACT_CLAUSE__VALUES;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.Strings;
import org.vcdsl.conversion.Dates;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.facts.Provenance;
import org.vcdsl.facts.ReleaseSpan;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Version;
import org.vcdsl.vcd.FactClause;
import org.vcdsl.vcd.NamedDeclaration;

/** Reads the clauses of one catalogue entry, or of one block in it, by their keys. */
final class FactClauses {

	private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)\\s*(\\d+(?:\\.\\d+)*).*");
	/** May be said again and again. */
	private static final Set<String> LISTS = Set.of("note", "source", "syscall", "release", "carries");
	private static final Set<String> ALWAYS = Set.of("note", "source", "unverified");

	private final List<FactClause> clauses;
	private final SourceRanges ranges;
	private final Remarks remarks;

	FactClauses(List<FactClause> clauses, SourceRanges ranges, Remarks remarks) {
		this.clauses = clauses;
		this.ranges = ranges;
		this.remarks = remarks;
	}

	/** Complains about keys that an entry of this kind does not have, and about keys that are there twice. */
	FactClauses allowing(String kind, String... keys) {
		var allowed = Set.of(keys);
		var seen = new HashSet<String>();
		for (var clause : clauses) {
			var key = clause.getKey();
			if (!allowed.contains(key) && !ALWAYS.contains(key)) {
				remarks.add("VCD103", Severity.ERROR, ranges.of(clause, FACT_CLAUSE__KEY, 0),
						"'%s' says nothing about %s. Write one of %s.".formatted(key, kind,
								String.join(", ", Stream.concat(allowed.stream(), ALWAYS.stream()).sorted().toList())));
			} else if (!seen.add(key) && !LISTS.contains(key)) {
				remarks.add("VCD109", Severity.ERROR, ranges.of(clause, FACT_CLAUSE__KEY, 0),
						"'%s' is given twice. Keep one.".formatted(key));
			}
		}
		return this;
	}

	/** The clauses with a key, in the order of the text. */
	Stream<FactClause> all(String key) {
		return clauses.stream().filter(clause -> key.equals(clause.getKey()));
	}

	boolean has(String key) {
		return all(key).findAny().isPresent();
	}

	/** The first value of a key. */
	Optional<String> text(String key) {
		return texts(key).stream().findFirst();
	}

	/** All values of a key. */
	List<String> texts(String key) {
		return all(key).flatMap(clause -> clause.getValues().stream()).toList();
	}

	/** The name of the entry that a key names. */
	Optional<String> target(String key) {
		return targets(key).stream().findFirst();
	}

	/** The names of all entries that a key names; loads none of them. */
	List<String> targets(String key) {
		return all(key).flatMap(FactClauses::targets).toList();
	}

	/** The names of all entries that a clause names; loads none of them. */
	static Stream<String> targets(FactClause clause) {
		var named = ((InternalEList<NamedDeclaration>) clause.getTargets()).basicList();
		return IntStream.range(0, named.size())
				.mapToObj(index -> named.get(index).eIsProxy() ? written(clause, index) : named.get(index).getName())
				.filter(name -> name != null);
	}

	private static String written(FactClause clause, int index) {
		var text = NodeModelUtils.getTokenText(NodeModelUtils.findNodesForFeature(clause, FACT_CLAUSE__TARGETS).get(index));
		return text.startsWith("\"") ? Strings.convertFromJavaString(text.substring(1, text.length() - 1), true)
				: text.substring(text.lastIndexOf('.') + 1).replace("^", "");
	}

	/** The entry that a key names, with the number behind it. */
	Optional<Software> software(String key) {
		return target(key).map(name -> new Software(name, text(key)));
	}

	Optional<Version> version(String key) {
		return read(key, 0, SystemResolver::exactVersion);
	}

	Optional<LocalDate> date(String key) {
		return read(key, 0, Dates::parse);
	}

	Optional<Bound> bound(String key) {
		return read(key, 0, FactClauses::parseBound);
	}

	List<Bound> bounds(String key) {
		return all(key).findFirst().map(clause -> Stream.iterate(0, i -> i < clause.getValues().size(), i -> i + 1)
				.map(i -> read(clause, i, FactClauses::parseBound)).flatMap(Optional::stream).toList()).orElse(List.of());
	}

	/** One of a key's values as what it must be; a finding at its place when it is something else. */
	<T> Optional<T> read(String key, int index, Function<String, T> reader) {
		return all(key).findFirst().filter(clause -> index < clause.getValues().size()).flatMap(clause -> read(clause, index, reader));
	}

	/** One value of a clause as what it must be. */
	<T> Optional<T> read(FactClause clause, int index, Function<String, T> reader) {
		return remarks.read(clause, FACT_CLAUSE__VALUES, index, clause.getValues().get(index), reader);
	}

	Provenance provenance() {
		return new Provenance(texts("source"), new HashSet<>(texts("unverified")), texts("note"));
	}

	/** What stands behind the numbers of a version, as in {@code 1.0.0-rc93}, does not count. */
	private static Bound parseBound(String text) {
		var bound = BOUND.matcher(text);
		if (!bound.matches()) {
			throw new ValueException("'%s' is not a bound. Write a comparison and a version, for instance >= 5.8.".formatted(text));
		}
		return new Bound(Comparison.of(bound.group(1)).orElseThrow(), Version.parse(bound.group(2)).orElseThrow());
	}

	/** One version is a span of its own. */
	static ReleaseSpan parseUpstream(String text) {
		return parseSpan(text.contains("..") ? text : text + ".." + text);
	}

	static ReleaseSpan parseSpan(String text) {
		var ends = text.split("\\.\\.", 2);
		if (ends.length != 2) {
			throw new ValueException("'%s' is not a span of releases. Write the first and the last, for instance 20.10.10..20.10."
					.formatted(text));
		}
		return new ReleaseSpan(SystemResolver.exactVersion(ends[0].strip()), SystemResolver.exactVersion(ends[1].strip()));
	}
}
