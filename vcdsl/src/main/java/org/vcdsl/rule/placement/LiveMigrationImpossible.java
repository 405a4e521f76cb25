package org.vcdsl.rule.placement;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.migration.LiveMigration;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** A virtual machine that is meant to move while it runs and cannot. */
public final class LiveMigrationImpossible implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD603", "live-migration-impossible", Severity.WARNING,
			"Virtual machine cannot move live as it is stated", """
			A virtual machine moves while it runs when another host has the same kind of hypervisor and CPU, enough memory and
			its networks, and reaches its disks. Its memory is copied, its disks are not: what lies on the host's own storage
			stays there unless it is copied in the same operation, which takes as long as the disk is large.""", """
			Put its disks on a shared volume, give it a second host of the same kind, or write 'migrate cold'.""", List.of(
					"QEMU, docs/devel/migration/compatibility.rst",
					"OpenStack Nova, admin/configuring-migrations.rst"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.liveMigrations().stream().filter(migration -> !migration.obstacles().isEmpty()).map(this::finding).forEach(findings);
	}

	private Finding finding(LiveMigration migration) {
		var first = migration.machines().getFirst();
		var count = migration.machines().size();
		return new Finding(id(), DESCRIPTION.severity(), first.source(),
				"'%s'%s says 'migrate live', which is not possible as it stands: %s. Put the disks on a shared volume and have a second host of its kind, or write 'migrate cold'."
						.formatted(first.declaration(), count == 1 ? "" : " (%s members)".formatted(count),
								String.join("; ", migration.obstacles())),
				List.of(first.declaration()), List.of());
	}
}
