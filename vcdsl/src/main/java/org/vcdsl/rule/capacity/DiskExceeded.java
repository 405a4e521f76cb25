package org.vcdsl.rule.capacity;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.DiskDemand;
import org.vcdsl.analysis.capacity.Fraction;
import org.vcdsl.analysis.capacity.SharedDiskDemand;
import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Conflicts;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Volume;

/** Disks of guests and copies of volumes against the disks of the hosts that keep them. */
public final class DiskExceeded implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD403", "disk-exceeded", Severity.ERROR,
			"More is kept on a host than its disk holds", """
			Disks without a volume, and volumes that stand on a host, are kept on the host's own disk. What was
			promised beyond it is missing when it is written, and what writes there stops. Which copy of a shared
			volume lies on which of its hosts nobody says: that it does not fit is certain when all their disks
			together are too small.""", """
			Give the host more disk, put a disk on a volume elsewhere, or keep fewer copies.""");


	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		Members.of(context.diskDemands().stream().filter(demand -> demand.free().compareTo(Fraction.ZERO) < 0), DiskDemand::host)
				.map(members -> new Finding(id(), DESCRIPTION.severity(), members.first().source(), message(members, context),
						members.subjects(), List.of()))
				.forEach(findings);
		context.sharedDiskDemands().stream().filter(demand -> !demand.fits()).map(this::finding).forEach(findings);
	}

	private static String message(Members<DiskDemand> members, RuleContext context) {
		var demand = members.firstFact();
		var sum = new Sum(Resource.DISK, demand.parts());
		return "Host '%s' has %s, but %s are to be kept on it: %s%s. %s".formatted(
				demand.host().name(), Amount.of(Resource.DISK, demand.diskBytes()).labelOfResource(), sum.total(), sum.terms(),
				members.others(), context.conflictOver(new Obligation.Capacity(Resource.DISK))
						.map(conflict -> Conflicts.sentence(conflict) + " Give it more.").orElse("Give it more, or put something elsewhere."));
	}

	private Finding finding(SharedDiskDemand demand) {
		var volumes = demand.volumes();
		var subjects = Stream.concat(volumes.stream().flatMap(volume -> Stream.of(volume.declaration(), volume.name())),
				demand.hosts().stream()).distinct().toList();
		return new Finding(id(), DESCRIPTION.severity(), volumes.getFirst().source(), message(demand), subjects, List.of());
	}

	private static String message(SharedDiskDemand demand) {
		var sum = new Sum(Resource.DISK, demand.parts());
		return "%s cannot be kept on %s: with all copies %s %s, and %s is free on all these disks together. %s".formatted(
				Names.few(demand.volumes().stream().map(Volume::declaration).distinct().toList()), Names.few(demand.hosts()), sum.terms(),
				"make " + sum.total(), new Amount(Resource.DISK, demand.freeBytes()).label(),
				"Keep fewer copies, or give the hosts more disk.");
	}
}
