package org.vcdsl.topology;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A finding somebody decided to live with.
 *
 * @param ruleId for instance {@code VCD301}
 * @param subjects what the finding must be about; anything when empty
 * @param element what it was written on, which the finding must be about too
 * @param until the last day on which it holds; for ever when absent
 */
public record Acceptance(String ruleId, List<Selection> subjects, Selection element, String reason, Optional<LocalDate> until,
		SourceRange source) {

	public Acceptance {
		subjects = List.copyOf(subjects);
	}
}
