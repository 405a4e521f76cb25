package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** A required engine against those of the platform. */
public final class EngineDiffers extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD208", "engine-differs", Severity.ERROR,
			"Engine is another or older than required", """
			An image that relies on an engine's system call filter or on one of its features fails on another
			engine or on an older one, often only once it runs.""", """
			Place the container where such an engine runs, or update the engine.""", List.of(
					"Open Container Initiative, Image Format Specification"));

	public EngineDiffers() {
		super(DESCRIPTION, Kind.ENGINE);
	}
}
