package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.cli.CommandLine.Run;

/** The first file that somebody writes. */
class InitCommandTest {

	private static final Pattern ANNOUNCED = Pattern.compile("(?:// |, )(VCD\\d{3})( accepted)?");
	private static final Pattern FOUND = Pattern.compile("(?m)^datacentre.vcd:(\\d+):\\d+: (\\w+) (VCD\\d{3})");

	@TempDir
	Path folder;

	@Test
	void itWritesAFileAndSaysWhatIsNext() throws IOException {
		assertThat(vcd("init")).isEqualTo(new Run(0, "", """
				vcd: datacentre.vcd is written; read it, then
				  vcd check datacentre.vcd    tells what is wrong or risky in it
				  vcd plan datacentre.vcd     plans how to deploy it
				"""));
		assertThat(FolderContent.read(folder)).containsOnlyKeys("datacentre.vcd");
	}

	@Test
	void theFirstFileHasTheFindingsThatItAnnouncesAndNoErrors() throws IOException {
		vcd("init");

		var check = vcd("check", "datacentre.vcd");

		assertThat(check.out()).doesNotContain(" error ");
		assertThat(findings(check.out())).isEqualTo(announced(Files.readAllLines(folder.resolve("datacentre.vcd")))).isNotEmpty();
	}

	@Test
	void theFirstFileCanBePlanned() {
		vcd("init");

		assertThat(vcd("plan", "datacentre.vcd").exit()).isZero();
	}

	@Test
	void aFileThatIsThereIsNeverReplaced() throws IOException {
		Files.writeString(folder.resolve("mine.vcd"), "package mine");
		Files.createSymbolicLink(folder.resolve("datacentre.vcd"), Path.of("nowhere"));

		assertThat(vcd("init", "mine.vcd")).isEqualTo(new Run(2, "",
				"vcd: mine.vcd is there already, and stays as it is. Give another name, or '-' to see what would be in it\n"));
		assertThat(vcd("init").exit()).isEqualTo(2);
		assertThat(folder.resolve("mine.vcd")).hasContent("package mine");
		assertThat(folder.resolve("nowhere")).doesNotExist();
	}

	@Test
	void aDashShowsTheFileAndWritesNothing() throws IOException {
		var shown = vcd("init", "-");

		assertThat(shown.exit()).isZero();
		assertThat(shown.err()).isEmpty();
		assertThat(FolderContent.read(folder)).isEmpty();
		vcd("init", "plans/dc one.vcd");
		assertThat(folder.resolve("plans/dc one.vcd")).hasContent(shown.out());
	}

	@Test
	void namesThatDoNotFitAreRefused() throws IOException {
		Files.writeString(folder.resolve("file"), "");

		assertThat(vcd("init", "dc1.txt")).isEqualTo(new Run(2, "",
				"vcd: 'dc1.txt' does not end with .vcd, so that no command would find it in a folder\n"));
		assertThat(vcd("init", "file/dc1.vcd")).satisfies(run -> assertThat(run.exit()).isEqualTo(2))
				.satisfies(run -> assertThat(run.err()).startsWith("vcd: file").hasLineCount(1));
	}

	/** Nobody writes there, not even root. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void aFileThatCannotBeWrittenIsNamedAsItWasAskedFor() {
		assertThat(vcd("init", "/sys/dc1.vcd")).satisfies(run -> assertThat(run.exit()).isEqualTo(2))
				.satisfies(run -> assertThat(run.err()).startsWith("vcd: /sys/dc1.vcd: ").hasLineCount(1));
	}

	/** Rules by line: {@code 12 VCD300 accepted}. */
	private static Set<String> announced(List<String> lines) {
		var announced = new TreeSet<String>();
		IntStream.range(0, lines.size()).forEach(i -> ANNOUNCED.matcher(lines.get(i)).results().forEach(
				rule -> announced.add("%s %s%s".formatted(i + 1, rule.group(1), rule.group(2) == null ? "" : rule.group(2)))));
		return announced;
	}

	private static Set<String> findings(String out) {
		var findings = new TreeSet<String>();
		FOUND.matcher(out).results().forEach(finding -> findings.add(
				"%s %s%s".formatted(finding.group(1), finding.group(3), finding.group(2).equals("accepted") ? " accepted" : "")));
		return findings;
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}
}
