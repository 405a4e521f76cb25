package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.errors;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;

/** What the language cannot say. */
class OutOfScopeTest {

	@Test
	void whatIsOutOfScopeIsSaidInTheHandbookAndNoKeyTakesIt() {
		var handbook = Project.read("docs/language.md");

		assertThat(handbook.substring(handbook.indexOf("## Out of scope"))).contains("active and passive members",
				"thresholds that differ for reading and writing", "cooling");
		assertThat(errors("host h { engine docker } container web on h service s { needs web  passive web }")).isNotEmpty();
		assertThat(errors("host h { engine docker } container web on h service s { needs web  read 1 of web }")).isNotEmpty();
		assertThat(errors("rack r1 { cooling 5 kW }")).isNotEmpty();
	}
}
