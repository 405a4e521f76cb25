package org.vcdsl.rule;

import static org.vcdsl.Project.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.analysis.placement.Placer;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Topology;

/**
 * A fixture as the rule engine gets it: parsed, resolved and placed once, so that many engines can judge it.
 *
 * @param catalogue what is known of the releases it names
 * @param resolving what resolving found
 * @param hasConflicts whether the placer says what it could not keep
 */
record ResolvedFixture(Fixture fixture, Topology topology, Catalogue catalogue, List<Finding> resolving, boolean hasConflicts) {

	/** What the engine itself says of acceptances, whichever rules it asks. */
	private static final Set<String> ABOUT_ACCEPTANCES = Set.of("VCD106", "VCD107");

	/** None when the text has errors. */
	static List<ResolvedFixture> of(Fixture fixture) {
		var withoutRules = fixture.keepingPlacement(new Pipeline(TODAY, List.of(), List.of()));
		return withoutRules.check(SourceSet.parse(List.of(fixture.source()))).stream()
				.filter(checked -> checked.topology().isPresent())
				.map(checked -> new ResolvedFixture(fixture, checked.topology().get(), checked.catalogue(), checked.findings().stream()
						.filter(finding -> !ABOUT_ACCEPTANCES.contains(finding.ruleId())).toList(),
						hasConflicts(checked.topology().get(), checked.catalogue())))
				.toList();
	}

	private static boolean hasConflicts(Topology topology, Catalogue catalogue) {
		return !Placer.place(topology.placed(Map.of()), catalogue, Map.of()).conflicts().isEmpty();
	}
}
