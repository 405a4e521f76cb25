package org.vcdsl.finding;

import java.util.List;

/**
 * What tells a finding from others and stays when lines move, numbers change or a message is worded anew. Two findings may share one.
 *
 * @param ruleId for instance {@code VCD301}
 * @param file as the finding names it
 * @param subjects names of the elements the finding is about, the one at fault first
 */
public record FindingIdentity(String ruleId, String file, List<String> subjects) {

	public FindingIdentity {
		subjects = List.copyOf(subjects);
	}
}
