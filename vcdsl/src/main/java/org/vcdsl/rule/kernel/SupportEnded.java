package org.vcdsl.rule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.kernel.catalogue.ReleaseSupport;
import org.vcdsl.analysis.kernel.catalogue.VendorSupport.Phase;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Names;

/** An operating system release past the support of its vendor. */
public final class SupportEnded implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD210", "support-ended", Severity.INFO,
			"Operating system is past its normal support", """
			A release without support gets no fixes any more, neither its kernel, which all containers on it share, nor
			what images made from it contain. Long-term support, where there is any, goes on for a while, often against
			payment.""", """
			Update to a supported release, or make sure that long-term support is paid for.""", List.of(
					"endoflife.date, product pages"));


	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.releaseSupport().stream().filter(support -> support.phase() == Phase.EXTENDED || support.phase() == Phase.ENDED)
				.map(this::finding).forEach(findings);
	}

	private Finding finding(ReleaseSupport support) {
		var release = support.release();
		var ended = support.phase() == Phase.ENDED;
		var subjects = new ArrayList<>(support.users());
		subjects.add(release.name());
		var message = ended
				? "Support of %s, which %s, ended on %s: there are no fixes any more. Update to a supported release.".formatted(release.name(),
						use(support), release.extended().or(release::supported).orElseThrow())
				: "Normal support of %s, which %s, ended on %s; long-term support ends on %s.".formatted(release.name(), use(support),
						release.supported().orElseThrow(), release.extended().orElseThrow());
		return new Finding(id(), severity(support.phase()), support.source(), message, subjects,
				release.provenance().sources());
	}

	private static Severity severity(Phase phase) {
		return switch (phase) {
			case ENDED -> Severity.WARNING;
			case EXTENDED, SUPPORTED, UNKNOWN -> Severity.INFO;
		};
	}

	private static String use(ReleaseSupport support) {
		var users = support.users();
		return Names.few(users) + (users.size() == 1 ? " uses" : " use");
	}
}
