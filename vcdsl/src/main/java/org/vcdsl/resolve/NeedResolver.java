package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.NEED_CLAUSE__REQUIRED;
import static org.vcdsl.vcd.VcdPackage.Literals.NEED_CLAUSE__TARGET;

import java.util.List;
import java.util.Optional;

import org.vcdsl.conversion.Quantities;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Need;
import org.vcdsl.vcd.NeedClause;

/** What services and workloads need. */
final class NeedResolver {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final References references;

	NeedResolver(SourceRanges ranges, Remarks remarks, References references) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.references = references;
	}

	/**
	 * The needs of one service or workload.
	 *
	 * @param needing its name
	 */
	List<Need> of(List<NeedClause> clauses, String needing) {
		return clauses.stream().map(clause -> need(clause, needing)).flatMap(Optional::stream).toList();
	}

	private Optional<Need> need(NeedClause need, String needing) {
		var selection = references.workloads(need.getTarget());
		var target = selection.text();
		var among = selection.members();
		var source = ranges.of(need);
		var required = remarks.read(need, NEED_CLAUSE__REQUIRED, text -> Quantities.parseInt(text, 1, Integer.MAX_VALUE))
				.orElse(1);
		if (among.isEmpty()) {
			return Optional.empty();
		}
		if (required > among.size()) {
			remarks.add("VCD104", Severity.ERROR, source, "%s of '%s' are needed, but there %s %s.".formatted(required, target,
					among.size() == 1 ? "is only" : "are only", among.size()), needing, target);
			return Optional.empty();
		}
		if (need.getRequired() == null && among.size() > 1) {
			remarks.add(new Finding("VCD105", Severity.INFO, source,
					"'%s' has %s members and nothing says how many are needed: one is taken to suffice. Write 'needs 1 of %s'."
							.formatted(target, among.size(), target),
					List.of(needing, target), List.of()).fixedBy("Ask for 1 of '%s'".formatted(target),
							new Replace(ranges.before(need, NEED_CLAUSE__TARGET, 0), "1 of ")));
		}
		return Optional.of(new Need(required, target, among, Optional.ofNullable(need.getNetwork()).map(references::nameOf), source));
	}
}
