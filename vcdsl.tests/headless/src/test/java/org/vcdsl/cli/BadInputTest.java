package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;

/** What is large, deep, circular or full gets a message and the right exit code, and never a stack trace. */
class BadInputTest {

	private static final String MORE = "vm more on beta { guest Debian 12  memory 1 GiB }\n";

	@TempDir
	Path folder;

	@Test
	void importsInACircleAreFine() throws IOException {
		write("a.vcd", "package a\nimport b.*\nsite north { host alpha { } }\n");
		write("b.vcd", "package b\nimport c.*\nfinal template host Node { cores 8 }\n");
		write("c.vcd", "package c\nimport b.*\nimport a.*\nfinal template host Other { cores 4 }\n");

		assertThat(vcd("check", "a.vcd").exit()).isBetween(0, 1);
		assertThat(vcd("check", ".").err()).doesNotContain("internal");
	}

	@Test
	void bracesThreeThousandDeepAreAnErrorOfTheText() throws IOException {
		write("deep.vcd", "package deep\n" + "site s { ".repeat(3_000) + "}".repeat(3_000));

		var run = vcd("check", "deep.vcd");

		assertThat(run.exit()).isBetween(1, 2);
		assertThat(run.out() + run.err()).contains("deep").doesNotContain("Exception", "internal error");
	}

	@Test
	void twoFilesOfAPackageThatClashAreToldApart() throws IOException {
		write("one.vcd", "package shop\nsite north { host alpha { } }\n");
		write("two.vcd", "package shop\nsite north { host alpha { } }\n");

		var run = vcd("check", ".");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.out()).contains("two.vcd", "VCD102", "'alpha'");
	}

	@Test
	void aRangeOfAMillionIsRefusedAtItsPlace() throws IOException {
		write("many.vcd", "package many\nsite s { host h[1..1000000] { } }\nvm v[1..1000000] on h\n");

		var run = vcd("check", "many.vcd");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.out()).contains("many.vcd:", "VCD116");
	}

	@Test
	void fiftyMegabytesOfGarbageAreRefused() throws IOException {
		var garbage = new byte[50 << 20];
		new Random(1).nextBytes(garbage);
		Files.write(folder.resolve("garbage.vcd"), garbage);

		var run = vcd("check", "garbage.vcd");

		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.err()).startsWith("vcd: garbage.vcd: not ").hasLineCount(1);
	}

	@Test
	void resultsThatCannotBeWrittenAreNotPassedOver() throws Exception {
		assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");

		var answer = process(new File("/dev/full"), "check", "--format", "json", cellar());

		assertThat(answer.exit()).isEqualTo(2);
		assertThat(answer.err()).contains("vcd: standard output: No space left on device").doesNotContain("\tat ");
	}

	@Test
	void whatFillsTheDiskLeavesTheOldPlan() throws Exception {
		var bash = List.of("bash", "-c", "ulimit -f \"$0\" && exec \"$@\"");
		assertThat(process(null, "plan", "--output", folder.resolve("out").toString(), cellar()).exit()).isZero();
		var before = FolderContent.read(folder.resolve("out"));
		Files.writeString(folder.resolve("more.vcd"), Files.readString(Path.of(cellar())) + MORE);

		// Files larger than 2 KiB cannot be written, as on a disk that fills up meanwhile.
		var answer = process(Stream.of(bash, List.of("2")).flatMap(List::stream).toList(), new File("/dev/null"), "plan", "--output",
				folder.resolve("out").toString(), folder.resolve("more.vcd").toString());

		assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
		assertThat(answer.err()).containsPattern("vcd: .*out/shop.cellar/\\S+: File too large").doesNotContain("\tat ", "internal error");
		assertThat(FolderContent.read(folder.resolve("out"))).isEqualTo(before);
	}

	/** Whenever it is killed, the folder is the old or the new one, and the next run leaves the new one and nothing beside it. */
	@Test
	void aKillInTheMiddleLeavesTheOldPlanOrTheNewOne() throws Exception {
		var out = folder.resolve("out");
		Files.copy(Path.of(cellar()), folder.resolve("cellar.vcd"));
		write("more.vcd", Files.readString(Path.of(cellar())).replace("16 GiB", "12 GiB") + MORE);
		assertThat(vcd("plan", "--output", "new", "more.vcd").exit()).isZero();
		var after = FolderContent.read(folder.resolve("new/shop.cellar"));
		assertThat(vcd("plan", "--output", "old", "cellar.vcd").exit()).isZero();
		var before = FolderContent.read(folder.resolve("old/shop.cellar"));
		assertThat(after).isNotEqualTo(before);
		var killed = 0;
		for (var delay = 0; delay < 8; delay++) {
			FolderContent.write(out.resolve("shop.cellar"), before);
			killed += killWhenItWrites(out.resolve("shop.cellar"), delay) ? 1 : 0;
			assertThat(FolderContent.read(out.resolve("shop.cellar"))).as("after kill %s", delay).isIn(before, after);
			assertThat(vcd("plan", "--output", "out", "more.vcd").exit()).isZero();
			assertThat(FolderContent.read(out.resolve("shop.cellar"))).isEqualTo(after);
			assertThat(out).isDirectoryNotContaining(path -> !path.endsWith("shop.cellar"));
		}
		assertThat(killed).as("runs that did not end by themselves").isPositive();
	}

	/** Kills a run some milliseconds after it began to write, unless it has ended by then. */
	private boolean killWhenItWrites(Path target, int delay) throws Exception {
		var process = start(List.of(), new File("/dev/null"), "plan", "--output", target.getParent().toString(), "more.vcd");
		while (process.isAlive() && !isWriting(target)) {
			Thread.onSpinWait();
		}
		var end = System.nanoTime() + delay * 5_000_000L;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		return process.destroyForcibly().waitFor() > 128;
	}

	private static boolean isWriting(Path target) {
		return Files.exists(target.resolveSibling(".vcd-" + target.getFileName()));
	}

	private record Answer(int exit, String err) {
	}

	private Answer process(File out, String... arguments) throws Exception {
		return process(List.of(), out == null ? new File("/dev/null") : out, arguments);
	}

	private Answer process(List<String> prefix, File out, String... arguments) throws Exception {
		var process = start(prefix, out, arguments);
		var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Answer(process.waitFor(), err);
	}

	private Process start(List<String> prefix, File out, String... arguments) throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		var command = Stream.of(prefix, List.of(java, "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", classPath,
				"org.vcdsl.cli.Main"),
				List.of(arguments), arguments[0].equals("plan") ? List.of("--today", Project.TODAY.toString()) : List.<String>of())
				.flatMap(List::stream).toList();
		return new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out).start();
	}

	private static String cellar() {
		return Project.path("examples/cellar/cellar.vcd").toAbsolutePath().toString();
	}

	private CommandLine.Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}
}
