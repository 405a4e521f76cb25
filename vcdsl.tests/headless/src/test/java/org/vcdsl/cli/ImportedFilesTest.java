package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFilesTest {

	private static final String DC = "package dc\nimport lib.*\nsite s { host h : Node }\n";
	private static final String LIB = "package lib\ntemplate host Node { cores 8 }\n";

	@TempDir
	Path folder;

	@Test
	void anImportedPackageIsFoundInTheFolderOfAnInput() throws IOException {
		write("here/dc.vcd", DC);
		write("here/lib.vcd", LIB);

		assertThat(check("here/dc.vcd").exit()).isZero();
	}

	@Test
	void anImportedPackageIsFoundOnThePathAndBelow() throws IOException {
		write("here/dc.vcd", DC);
		write("there/deep/lib.vcd", LIB);

		assertThat(check("here/dc.vcd").exit()).isEqualTo(Vcd.FINDINGS);
		assertThat(check("--path", "there", "here/dc.vcd").exit()).isZero();
	}

	@Test
	void theFolderOfAnInputComesBeforeThePath() throws IOException {
		write("here/dc.vcd", DC);
		write("here/lib.vcd", LIB);
		write("there/lib.vcd", "package lib\ntemplate host Other\n");

		assertThat(check("--path", "there", "here/dc.vcd").exit()).isZero();
	}

	@Test
	void whatAnImportedPackageImportsIsFoundToo() throws IOException {
		write("here/dc.vcd", DC);
		write("here/lib.vcd", "package lib\nimport base.*\ntemplate host Node : Base\n");
		write("here/base.vcd", "package base\nimport lib.*\ntemplate host Base { cores 8 }\n");

		assertThat(check("here/dc.vcd").exit()).isZero();
	}

	@Test
	void whatIsOnlyImportedIsLinkedButNotReportedOn() throws IOException {
		var risky = "package lib\nimport vcd.catalog.*\ntemplate host Node\n"
				+ "host far { memory 1 GiB  hypervisor kvm }\nvm big on far { memory 2 GiB }\n";
		write("here/dc.vcd", DC);
		write("here/lib.vcd", risky);

		assertThat(check("here/dc.vcd").out()).doesNotContain("VCD401");
		assertThat(check("here/lib.vcd").out()).contains("VCD401");
	}

	@Test
	void anImportedTextThatCannotBeReadAsOneIsAnErrorAtItsPlace() throws IOException {
		write("here/dc.vcd", DC);
		write("here/lib.vcd", "package lib\ntemplate host Node { cores eight }\n");

		assertThat(check("here/dc.vcd").out()).contains("here/lib.vcd:2:");
	}

	@Test
	void filesOfOtherPackagesAreNobodysBusiness() throws IOException {
		write("here/dc.vcd", DC);
		write("here/lib.vcd", LIB);
		write("here/broken.vcd", "package broken {{{");
		Files.write(folder.resolve("here/binary.vcd"), new byte[] { 0, 1, 2, (byte) 0xFF });

		assertThat(check("here/dc.vcd").exit()).isZero();
	}

	@Test
	void aPathThatIsNoFolderIsSaid() throws IOException {
		write("here/dc.vcd", DC);

		var run = check("--path", "nowhere", "here/dc.vcd");

		assertThat(run.exit()).isEqualTo(Vcd.UNUSABLE);
		assertThat(run.err()).contains("nowhere: no such folder");
	}

	private CommandLine.Run check(String... arguments) {
		var all = new ArrayList<>(List.of("check"));
		all.addAll(List.of(arguments));
		return CommandLine.in(folder).run(all.toArray(String[]::new));
	}

	private void write(String name, String text) throws IOException {
		var file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}
}
