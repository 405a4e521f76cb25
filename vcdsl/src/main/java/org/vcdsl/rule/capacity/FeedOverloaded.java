package org.vcdsl.rule.capacity;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.FeedLoad;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Constraint.Resource;

/** What may fall on a feed against what it can carry. */
public final class FeedOverloaded implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD404", "feed-overloaded", Severity.WARNING,
			"More power may be drawn from a feed than it carries", """
			Two feeds are there so that one may fail. Then all falls on the other, and if that is more than it carries
			its breaker opens too: the second feed was no spare. What is fed by one of n feeds may draw all it needs
			from any one of them, what needs r of n at most a part in r, through other feeds too. A feed that is
			overloaded while everything is up is an error. Each host and switch counts with the most it draws.""", """
			Give the feed more capacity, or feed some of the hosts from elsewhere.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		Members.of(context.overloadedFeeds().stream().filter(FeedLoad::isOverloadedAnyway), FeedLoad::feed).map(this::anyway)
				.forEach(findings);
		Members.of(context.overloadedFeeds().stream().filter(load -> !load.isOverloadedAnyway()), FeedLoad::feed).map(this::atWorst)
				.forEach(findings);
	}

	private Finding anyway(Members<FeedLoad> members) {
		var load = members.firstFact();
		var sum = new Sum(Resource.POWER, load.usual());
		return finding(members, Severity.ERROR, "%s, but even while every feed is up %s are drawn from it: %s%s. %s".formatted(carries(load),
				sum.total(), sum.terms(), members.others(), DESCRIPTION.remedy()));
	}

	private Finding atWorst(Members<FeedLoad> members) {
		var load = members.firstFact();
		var sum = new Sum(Resource.POWER, load.worst());
		return finding(members, DESCRIPTION.severity(), "%s, but %s may fall on it when other feeds are lost: %s%s. %s".formatted(
				carries(load), sum.total(), sum.terms(), members.others(), DESCRIPTION.remedy()));
	}

	private static String carries(FeedLoad load) {
		return "'%s' carries %s".formatted(load.feed().name(), Amount.of(Resource.POWER, load.capacityWatts()).label());
	}

	private Finding finding(Members<FeedLoad> members, Severity severity, String message) {
		return new Finding(id(), severity, members.first().source(), message, members.subjects(), List.of());
	}
}
