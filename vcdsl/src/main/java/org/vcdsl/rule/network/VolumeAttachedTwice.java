package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.network.WholeVolume;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Volume;

/** All of a volume goes to one workload. */
public final class VolumeAttachedTwice implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD709", "volume-attached-twice", Severity.ERROR,
			"All of a volume is attached, and more of it", """
			All of V goes to one workload with 'disk V'. Two that write to one disk without knowing of each other destroy what is
			on it, so most hypervisors refuse to start the second. What is carved out of it, with 'disk 80 GiB on V', lies in
			what the other takes for its own. Disks of a group are the same for each member.""", """
			Give each its own volume, or carve a part out for each: 'disk 80 GiB on V'.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public boolean forbidsDeployment() {
		return true;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.wholeVolumes().stream().filter(WholeVolume::isTakenTwice).map(this::finding).forEach(findings);
	}

	/** At the last one: it comes to what others have. */
	private Finding finding(WholeVolume taken) {
		var users = Stream.concat(taken.carved().stream(), taken.whole().stream()).toList();
		var subjects = Stream.concat(users.reversed().stream().flatMap(user -> Stream.of(user.declaration(), user.name())),
				taken.volumes().stream().map(Volume::name));
		return new Finding(id(), DESCRIPTION.severity(), users.getLast().source(), message(taken), subjects.distinct().toList(), List.of());
	}

	private static String message(WholeVolume taken) {
		var is = taken.volumes().size() == 1 ? "is" : "are";
		return "%s %s attached whole to %s%s. %s".formatted(Quoted.names(taken.volumes()), is, Quoted.names(taken.whole()),
				taken.carved().isEmpty() ? "" : ", and %s carved for %s".formatted(is, Quoted.names(taken.carved())),
				"Give each a volume of its own, or carve a part out for each.");
	}
}
