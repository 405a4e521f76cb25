package org.vcdsl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.vcdsl.Project;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.TextLayout;
import org.vcdsl.vcd.VcdFile;

/** The files say what the tables say, the index says what the files say, and every name in them stands for something. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogueFilesTest {

	private static final List<String> WRITTEN_BY_HAND = List.of("cpu.vcd", "images.vcd", "servers.vcd", "userland.vcd");

	@TestFactory
	@Order(1)
	Stream<DynamicTest> filesArePrintedFromTheTables() {
		return CataloguePrinter.files(CataloguePrinter.entries(CatalogueData.read())).entrySet().stream()
				.map(file -> dynamicTest(file.getKey(), () -> isUpToDate(CatalogueFiles.path(file.getKey()),
						TextLayout.layOut(new SourceFile(file.getKey(), file.getValue())).text())));
	}

	@Test
	@Order(2)
	void indexIsPrintedFromTheFiles() {
		isUpToDate(CatalogueFiles.indexPath(), CatalogueFiles.index());
	}

	@Test
	void allFilesAreLaidOut() {
		assertThat(CatalogueFiles.names()).allSatisfy(file -> {
			var text = Project.read(CatalogueFiles.FOLDER + "/" + file);
			assertThat(TextLayout.layOut(new SourceFile(file, text)).text()).isEqualTo(text);
		});
	}

	@Test
	void nothingElseIsInTheFolder() {
		var printed = CataloguePrinter.files(List.of()).keySet();
		assertThat(CatalogueFiles.names()).containsExactlyInAnyOrderElementsOf(
				Stream.concat(printed.stream(), WRITTEN_BY_HAND.stream()).toList());
	}

	@TestFactory
	Stream<DynamicTest> everyNameInAFileIsKnown() {
		return CatalogueFiles.names().stream().map(file -> dynamicTest(file, () -> {
			var resource = CatalogueFiles.parse(file);
			EcoreUtil.resolveAll(resource);
			assertThat(resource.getErrors()).isEmpty();
			assertThat(((VcdFile) resource.getContents().getFirst()).getName()).isEqualTo("vcd.catalog");
		}));
	}

	@Test
	void offsetsCountCharactersBecauseAllTextIsAscii() {
		assertThat(CatalogueFiles.names()).allSatisfy(
				file -> assertThat(Project.read(CatalogueFiles.FOLDER + "/" + file)).matches(text -> text.chars().allMatch(c -> c < 128)));
	}

	private static void isUpToDate(Path file, String text) {
		if (Boolean.getBoolean("vcdsl.update")) {
			write(file, text);
		}
		assertThat(file).as("rewrite the catalogue: " + CatalogueFiles.HOW_TO_REWRITE).exists().hasContent(text);
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
