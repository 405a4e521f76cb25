package org.vcdsl.companion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.PlacementFile;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.pipeline.SourceSet;

/**
 * What lies beside some sources, and the verdicts and plans that follow from both.
 *
 * @param placements by the name of the root package
 */
public record Companions(Configurations configurations, Map<String, PlacementFile> placements) {

	/** Where nothing lies beside. */
	static final Companions NONE = new Companions(Configurations.NONE, Map.of());

	public Companions {
		placements = Map.copyOf(placements);
	}

	/**
	 * Judges the sources: one verdict for each package. Errors that leave no topology are never left out.
	 *
	 * @param weights of findings, which go over those of the configurations
	 */
	public List<Checked> check(Pipeline pipeline, SourceSet sources, Weights weights) {
		return pipeline.keeping(placements).check(sources).stream().map(checked -> checked.topology().isEmpty() ? checked
				: checked.with(configurations.weigh(checked.findings(), weights))).toList();
	}

	/** Plans what was judged; empty when the text has errors. */
	public Optional<Planned> plan(Pipeline pipeline, Checked checked, Weights weights) {
		return pipeline.plan(checked).map(planned -> planned.with(configurations.weigh(planned.findings(), weights)));
	}
}
