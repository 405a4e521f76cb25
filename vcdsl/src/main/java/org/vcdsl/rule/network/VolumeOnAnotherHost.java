package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** A local volume is attached only where it stands. */
public final class VolumeOnAnotherHost implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD702", "volume-on-another-host", Severity.ERROR,
			"Virtual machine mounts a volume of another host", """
			A volume that stands on a host's own disks can be attached only there. A virtual machine on another host
			starts without it or not at all.""", """
			Place the virtual machine and the volume on one host.""");

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
		var volumes = context.topology().volumes();
		context.topology().workloads().values().forEach(workload -> {
			if (!workload.volumes().isEmpty()) {
				var place = context.topology().hostOf(workload).name();
				workload.volumes().stream().map(volumes::get)
						.filter(volume -> volume.host().filter(host -> !host.equals(place)).isPresent())
						.forEach(volume -> findings.accept(new Finding(id(), DESCRIPTION.severity(), workload.source(),
								"'%s' stands on '%s' but mounts volume '%s' of '%s'. Place both on one host.".formatted(
										workload.name(), place, volume.name(), volume.host().orElseThrow()),
								List.of(workload.name(), volume.name()), List.of())));
			}
		});
	}
}
