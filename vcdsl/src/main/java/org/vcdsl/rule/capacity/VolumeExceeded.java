package org.vcdsl.rule.capacity;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.VolumeDemand;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Constraint.Resource;

/** What is carved out of a volume against its size. */
public final class VolumeExceeded implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD407", "volume-exceeded", Severity.ERROR,
			"More is carved out of a volume than it holds", """
			A disk 'on' a volume takes its size out of it, and every member of a group takes its own. What was promised
			beyond the volume is missing when it is written, and everything on the volume stops with it.""", """
			Make the volume larger, or put some of the disks elsewhere.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		Members.of(context.volumeDemands().stream().filter(demand -> !demand.fits()), VolumeDemand::volume)
				.map(members -> new Finding(id(), DESCRIPTION.severity(), members.first().source(), message(members),
						members.subjects(), List.of()))
				.forEach(findings);
	}

	private static String message(Members<VolumeDemand> members) {
		var demand = members.firstFact();
		var sum = new Sum(Resource.DISK, demand.parts());
		return "Volume '%s' holds %s, but %s are carved out of it: %s%s. Make it larger, or put a disk elsewhere.".formatted(
				demand.volume().name(), Amount.of(Resource.DISK, demand.sizeBytes()).label(), sum.total(), sum.terms(), members.others());
	}
}
