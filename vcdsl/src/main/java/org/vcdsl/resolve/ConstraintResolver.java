package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.RESERVE_CONDITION__COUNT;
import static org.vcdsl.vcd.VcdPackage.Literals.SPREAD_CONDITION__SKEW;

import java.util.Locale;
import java.util.OptionalInt;

import org.vcdsl.conversion.Quantities;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.vcd.AloneCondition;
import org.vcdsl.vcd.ApartCondition;
import org.vcdsl.vcd.BanCondition;
import org.vcdsl.vcd.Condition;
import org.vcdsl.vcd.ConstraintClause;
import org.vcdsl.vcd.ForbidCondition;
import org.vcdsl.vcd.PinCondition;
import org.vcdsl.vcd.ReserveCondition;
import org.vcdsl.vcd.SpreadCondition;
import org.vcdsl.vcd.TogetherCondition;

/** What stands in {@code rules}. */
final class ConstraintResolver {

	private static final int MOST = 1_000_000;

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final References references;

	ConstraintResolver(SourceRanges ranges, Remarks remarks, References references) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.references = references;
	}

	Constraint constraint(ConstraintClause clause) {
		return new Constraint(Constraint.Strength.valueOf(upper(clause.getStrength())), condition(clause.getCondition()),
				ranges.of(clause));
	}

	private Constraint.Condition condition(Condition condition) {
		return switch (condition) {
			case SpreadCondition spread -> new Constraint.Spread(references.workloads(spread.getSubjects()),
					domain(spread.getDomain()), remarks.read(spread, SPREAD_CONDITION__SKEW, text -> Quantities.parseInt(text, 0, MOST))
							.map(OptionalInt::of).orElseGet(OptionalInt::empty));
			case ApartCondition apart -> new Constraint.Apart(references.workloads(apart.getSubjects()), domain(apart.getDomain()));
			case TogetherCondition together -> new Constraint.Together(references.workloads(together.getSubjects()),
					domain(together.getDomain()));
			case PinCondition pin -> new Constraint.Pin(references.workloads(pin.getSubjects()), references.written(pin.getPlaces()),
					references.platformsIn(pin.getPlaces()));
			case BanCondition ban -> new Constraint.Ban(references.workloads(ban.getSubjects()), references.written(ban.getPlaces()),
					references.platformsIn(ban.getPlaces()));
			case AloneCondition alone -> new Constraint.Alone(references.workloads(alone.getSubjects()), domain(alone.getDomain()));
			case ReserveCondition reserve -> new Constraint.Reserve(
					remarks.read(reserve, RESERVE_CONDITION__COUNT, text -> Quantities.parseInt(text, 1, MOST)).orElse(1),
					domain(reserve.getDomain()), Constraint.Resource.valueOf(upper(reserve.getResource())));
			case ForbidCondition forbid -> new Constraint.Forbid(Constraint.Trait.valueOf(upper(forbid.getTrait())),
					references.written(forbid.getPlaces()), references.platformsIn(forbid.getPlaces()));
			default -> throw new IllegalStateException("A condition the grammar does not know: " + condition);
		};
	}

	private static FailureDomain domain(String domain) {
		return FailureDomain.valueOf(upper(domain));
	}

	private static String upper(String word) {
		return word.toUpperCase(Locale.ROOT);
	}
}
