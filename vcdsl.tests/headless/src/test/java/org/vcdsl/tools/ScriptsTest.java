package org.vcdsl.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts at the top of the project, tried in a checkout whose path has a space, with JDKs and a build that only pretend.
 *
 * <p>A pretended {@code java} prints the folder it runs in and its arguments; a pretended {@code build} leaves a jar and counts.
 */
class ScriptsTest {

    private static final Path PROJECT = Path.of(System.getProperty("vcdsl.root"));

    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then exit 0; fi
            echo "in $PWD"
            for argument; do echo "$argument"; done
            """;

    private static final String BUILD = """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            echo "[INFO] Building Pretence [1/1]"
            echo once >>builds
            if [ -e broken ]; then echo "[ERROR] Pretence is broken"; exit 1; fi
            sleep 0.2
            mkdir -p releng/vcdsl.cli/target
            echo jar >releng/vcdsl.cli/target/vcdsl.cli-1.0.0-all.jar
            """;

    @TempDir Path folder;
    private Path checkout;
    private Path source;
    private Path jdk21;

    @BeforeEach void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("check out"));
        source = Files.createDirectories(checkout.resolve("vcdsl/src/main/java/org")).resolve("Language.java");
        Files.writeString(source, "class Language { }");
        Files.createDirectories(checkout.resolve("releng/tools"));
        for (String script : List.of("vcd", "releng/tools/jdk.sh")) {
            Files.copy(PROJECT.resolve(script), checkout.resolve(script));
        }
        executable(checkout.resolve("build"), BUILD);
        makeEverythingOld(checkout);
        jdk21 = jdk("jdk 21", "21.0.4", JAVA);
    }

    @Test void javaHomeIsTakenWhenNewEnough() throws IOException {
        Path jdk25 = jdk("jdk 25", "25.0.1", JAVA);
        assertThat(findJdk(jdk21, jdk25)).isEqualTo(jdk21.toString());
    }

    @Test void theNewestJdkReplacesAJavaHomeThatIsTooOld() throws IOException {
        Path jdk17 = jdk("jdk 17", "17.0.15", JAVA);
        Path jdk25 = jdk("jdk 25", "25", JAVA);
        assertThat(findJdk(jdk17, jdk21, jdk25, jdk17)).isEqualTo(jdk25.toString());
    }

    @Test void aJdkThatDoesNotStartIsPassedOver() throws IOException {
        Path foreign = jdk("jdk 25", "25.0.1", "#!/bin/sh\nexit 126\n");
        assertThat(findJdk(folder, foreign, jdk21)).isEqualTo(jdk21.toString());
    }

    @Test void aRuntimeWithoutCompilerIsNoJdk() throws IOException {
        Path runtime = jdk("jre 25", "25.0.1", JAVA);
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(findJdk(runtime, runtime, jdk21)).isEqualTo(jdk21.toString());
    }

    @Test void withoutAnyJdkItSaysWhatToInstallAndWhereItLooked() throws IOException {
        Path jdk17 = jdk("jdk 17", "17.0.15", JAVA);
        assertThat(findJdk(jdk17, jdk17)).contains("needs a JDK 21 or later", "Install one", jdk17.toString());
    }

    @Test void vcdBuildsOnFirstUseOnlyAndKeepsStandardOutputClean() throws IOException {
        Program.Result first = vcd(folder, "check", "my shop.vcd");
        assertThat(first.output()).startsWith("in " + folder + "\n").endsWith("\ncheck\nmy shop.vcd\n").doesNotContain("Pretence");
        assertThat(messages()).contains("vcd: building the command line tool", "Pretence");

        vcd(folder, "check");
        assertThat(messages()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test void vcdWorksThroughALinkToALink() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("vcd-1.0"), Path.of("../check out/vcd"));
        Path link = Files.createSymbolicLink(bin.resolve("vcd"), Path.of("vcd-1.0"));
        assertThat(run(link, checkout.resolve("vcdsl"), "plan").output())
                .startsWith("in " + checkout.resolve("vcdsl") + "\n").endsWith("\nplan\n");
    }

    @Test void vcdHandsOptionsToTheJvm() throws IOException {
        assertThat(vcd(folder, "check").output()).contains("\n-Xmx3g\n-Dcolour=blue\n-jar\n");
    }

    @Test void vcdUsesTheQuickCompilerAloneForSmallFilesOnly() throws IOException {
        Files.writeString(folder.resolve("small.vcd"), "package shop");
        Files.writeString(folder.resolve("large.vcd"), "// shop\n".repeat(200_000));
        assertThat(vcd(folder, "check", "small.vcd").output()).contains("-XX:TieredStopAtLevel=1");
        assertThat(vcd(folder, "check", "small.vcd", "large.vcd").output()).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(vcd(folder, "check", ".").output()).doesNotContain("-XX:TieredStopAtLevel=1");
        Path small = Files.createDirectories(folder.resolve("small files/inside")).resolve("small.vcd");
        Files.writeString(small, "package shop");
        assertThat(vcd(folder, "plan", "--output", "nowhere", "small files").output()).contains("-XX:TieredStopAtLevel=1");
    }

    @Test void vcdCompilesLittleThoroughlyForLargeFilesAndLeavesServersAlone() throws IOException {
        Files.writeString(folder.resolve("small.vcd"), "package shop");
        Files.writeString(folder.resolve("large.vcd"), "// shop\n".repeat(200_000));
        assertThat(vcd(folder, "check", "large.vcd").output()).contains("\n-XX:Tier4InvocationThreshold=50000\n");
        assertThat(vcd(folder, "check", "small.vcd").output()).doesNotContain("-XX:Tier4");
        assertThat(vcd(folder, "lsp").output()).doesNotContain("-XX:Tier");
    }

    @Test void vcdBuildsAgainWhenASourceChangesOrIsAddedOrDeleted() throws IOException {
        vcd(folder, "check");
        Files.writeString(source, "class Language { int version; }");
        vcd(folder, "check");
        assertThat(builds()).as("changed").isEqualTo(2);

        Path added = Files.writeString(source.resolveSibling("Rule.java"), "class Rule { }");
        Files.setLastModifiedTime(added, FileTime.from(Instant.EPOCH));
        vcd(folder, "check");
        assertThat(builds()).as("added, with the old time of where it came from").isEqualTo(3);

        Files.delete(added);
        vcd(folder, "check");
        assertThat(builds()).as("deleted").isEqualTo(4);
    }

    @Test void vcdIsNotMisledByWhatTheBuildWrites() throws IOException {
        vcd(folder, "check");
        Files.writeString(Files.createDirectories(checkout.resolve("vcdsl/target/classes")).resolve("Language.class"), "");
        Files.writeString(Files.createDirectories(checkout.resolve("vcdsl/src/main/xtext-gen")).resolve("Parser.java"), "");
        vcd(folder, "check");
        assertThat(builds()).isEqualTo(1);
    }

    @Test void vcdShowsWhyABuildFailedAndTriesAgain() throws IOException {
        Path broken = Files.writeString(checkout.resolve("broken"), "");
        Program.Result result = vcd(folder, "check");
        assertThat(result).isEqualTo(new Program.Result(2, ""));
        assertThat(messages()).contains("the build failed", "[ERROR] Pretence is broken");
        assertThat(checkout.resolve(".vcd-cli/vcd.jar")).doesNotExist();

        Files.delete(broken);
        assertThat(vcd(folder, "check").exit()).isZero();
    }

    @Test void twoFirstUsesAtOnceBuildOnce() throws IOException {
        Program vcd = program(checkout.resolve("vcd"));
        List<CompletableFuture<Program.Result>> uses = new ArrayList<>();
        for (int use = 0; use < 3; use++) {
            uses.add(CompletableFuture.supplyAsync(() -> vcd.run(folder, List.of("check")), Thread::startVirtualThread));
        }
        assertThat(uses).allSatisfy(use -> assertThat(use.join().exit()).isZero());
        assertThat(builds()).isEqualTo(1);
    }

    @Test void theSummaryCountsTheReportsOfThisBuildOnly() throws IOException {
        report("old", "OldTest", "<testcase classname='org.OldTest' name='t'/>");
        makeEverythingOld(checkout);
        Path start = Files.writeString(folder.resolve("start"), "");
        report("vcdsl.tests/headless", "NewTest", """
                <testcase classname='org.NewTest' name='passes'/>
                <testcase classname='org.NewTest' name='fails'><failure message='1 is not 2&#10;at'/></testcase>
                <testcase classname='org.NewTest' name='breaks'><error type='NullPointerException'/></testcase>
                <testcase classname='org.NewTest' name='waits'><skipped type='org.opentest4j.TestAbortedException'><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: virsh is missing
                  at org.NewTest]]></skipped></testcase>
                """);

        Program.Result result = summary(start, "vcdsl.tests/headless");
        assertThat(result.output()).isEqualTo("""

                Tests of this build
                  vcdsl.tests/headless: 1 passed, 2 failed, 1 skipped
                Failed
                  NewTest.fails: 1 is not 2
                  NewTest.breaks: no reason given
                Skipped
                  virsh is missing
                    NewTest.waits
                1 passed, 2 failed, 1 skipped
                """);
        assertThat(result.exit()).isZero();
    }

    @Test void theSummaryFailsWhenAModuleRanNoTest() throws IOException {
        Path start = Files.writeString(folder.resolve("start"), "");
        report("vcdsl.tests/headless", "NewTest", "<testcase classname='org.NewTest' name='passes'/>");
        Program.Result result = summary(start, "vcdsl.tests/workbench");
        assertThat(result.output()).contains("No test of vcdsl.tests/workbench was in this run.").endsWith("\n1 passed, 0 failed, 0 skipped\n");
        assertThat(result.exit()).isEqualTo(1);
    }

    /** What {@code jdk_find} settles on: a folder, or its complaint. */
    private String findJdk(Path javaHome, Path... usualPlaces) {
        String places = String.join(":", Stream.of(usualPlaces).map(Path::toString).toList());
        Program shell = new Program(List.of("/bin/sh", "-c", ". './check out/releng/tools/jdk.sh'; jdk_find test && echo \"$JAVA_HOME\""),
                Map.of("JAVA_HOME", javaHome.toString(), "VCDSL_JDKS", places));
        return shell.run(folder, List.of()).output().strip();
    }

    private Program.Result vcd(Path workingFolder, String... arguments) {
        return run(checkout.resolve("vcd"), workingFolder, arguments);
    }

    /** Runs a script; what it writes to standard error is left to {@link #messages()}. */
    private Program.Result run(Path script, Path workingFolder, String... arguments) {
        return program(script).run(workingFolder, List.of(arguments));
    }

    private Program program(Path script) {
        return new Program(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" 2>\"$MESSAGES\"", script.toString()), Map.of(
                "JAVA_HOME", jdk21.toString(),
                "VCD_JAVA_OPTS", "-Xmx3g -Dcolour=blue",
                "MESSAGES", folder.resolve("messages").toString()));
    }

    private String messages() throws IOException {
        return Files.readString(folder.resolve("messages"));
    }

    private int builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }

    private Program.Result summary(Path start, String requiredModule) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path summary = PROJECT.resolve("releng/tools/TestSummary.java").toAbsolutePath();
        return new Program(List.of(java.toString(), summary.toString()), Map.of())
                .run(folder, List.of(checkout.toString(), start.toString(), requiredModule));
    }

    private void report(String module, String test, String testCases) throws IOException {
        Path reports = Files.createDirectories(checkout.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-org." + test + ".xml"), "<testsuite>" + testCases + "</testsuite>");
    }

    private Path jdk(String name, String version, String java) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), java);
        executable(home.resolve("bin/javac"), "");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeEverythingOld(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
    }
}
