package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** A range that goes backwards, repeats numbers, or competes with replicas. */
public final class RangeInvalid implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD111", "range-invalid", Severity.ERROR,
			"Range of a group cannot be read or overlaps another", """
			The members of a group are numbered, and each number stands for one element. A range that goes
			backwards, one that repeats a number, or a range beside 'replicas' leaves open how many there
			are.""", """
			Write the smaller number first, and give each declaration of the group numbers of its own.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
