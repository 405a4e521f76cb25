package org.vcdsl.rule;

/**
 * Something VCDSL has an opinion on. The page {@code docs/rules/VCDnnn.md} is printed from its description and from the fixtures in
 * {@code vcdsl.tests/fixtures/rules/VCDnnn}.
 *
 * <p>A rule about a topology is a {@link TopologyRule}. Rules about the text (1xx) and about artefacts (8xx) are checked where these
 * are read and written, and only described here.
 */
public interface Rule {

	RuleDescription description();

	/** For instance {@code VCD301}. */
	default String id() {
		return description().id();
	}
}
