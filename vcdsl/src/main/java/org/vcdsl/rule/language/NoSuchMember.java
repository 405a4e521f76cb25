package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** A reference to members that a group does not have. */
public final class NoSuchMember implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD112", "no-such-member", Severity.ERROR,
			"Group has no such member", """
			A reference such as 'kvm[7]' names members of a group by number. One that does not exist is most
			often a slip, or left over from a larger group.""", """
			Name members that exist, declare the missing ones, or write the name alone for all members.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
