package org.vcdsl.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.Project.pipeline;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.Project;
import org.vcdsl.pipeline.SourceSet;

/**
 * A file that some version of the language accepted is accepted by all later ones of the same major version.
 *
 * <p>Files in the folder of a released version are never changed and never removed; what a new version adds gets files of its own.
 * Whether their names still stand for something is left to the catalogue.
 */
class LanguageVersionTest {

	private static final String SYNTAX_ERROR = "VCD100";

	@TestFactory
	Stream<DynamicTest> oldFilesParse() {
		return CorpusText.files(CorpusText.LANGUAGE).map(file -> dynamicTest(file.getFileName().toString(),
				() -> assertThat(pipeline().check(SourceSet.parse(List.of(CorpusText.source(file)))))
						.flatMap(checked -> checked.findings()).filteredOn(finding -> finding.ruleId().equals(SYNTAX_ERROR)).isEmpty()));
	}

	@Test
	void theHandbookSaysWhichVersionItIsAbout() {
		assertThat(Project.read("docs/language.md")).contains("**This is version 1 of the language.**");
		assertThat(Project.path(CorpusText.LANGUAGE + "/v1")).isDirectory();
	}
}
