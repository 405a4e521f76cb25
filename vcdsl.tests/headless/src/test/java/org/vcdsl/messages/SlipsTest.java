package org.vcdsl.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

/** What somebody reads who made one of the common slips: one error, at its place. */
class SlipsTest {

	@Test
	void anUnknownKeyIsMetWithNearOnesOfItsElement() {
		assertSlip("site s { host h { kores 4 } }", "19 'kores' means nothing in a host. Did you mean 'cores'?");
		assertSlip("network lan { vlam 7 }", "15 'vlam' means nothing in a network. Did you mean 'vlan'?");
	}

	@Test
	void aKeyLikeNoneIsMetWithAllOfItsElement() {
		assertSlip("network lan { colour 7 }", "15 'colour' means nothing in a network. A network has cidr, vlan.");
	}

	@Test
	void aKeyOfAnotherElementSaysWhereItBelongs() {
		assertSlip("site s { host h { engine docker } } container c on h { vcpu 2 }",
				"56 'vcpu' belongs to vm, microvm; a container has 'cpu'.");
		assertSlip("network lan { ports 7 }", "15 'ports' belongs to switch; a network has cidr, vlan.");
	}

	@Test
	void anElementInTheWrongPlace() {
		assertSlip("site s { host h { hypervisor kvm  vm db { vcpu 2 } } }", "35 A vm cannot stand in a host. Declare it outside.");
	}

	@Test
	void aMissingCommaInAList() {
		assertSlip("site s { feed A  feed B  host h { fed by A B } }", "44 'B' means nothing in a host. If it goes on with the list in "
				+ "front of it, write a comma between: 'A, B'.");
	}

	@Test
	void signsBetweenAKeyAndItsValue() {
		assertSlip("site s { host h { memory = 16 GiB } }", "26 No '=' stands between a key and its value. Write 'memory 16 GiB'.");
		assertSlip("site s { host h { memory: 16 GiB } }", "25 No ':' stands between a key and its value. Write 'memory 16 GiB'.");
		assertSlip("site s { host h { cores 4; } }", "26 No ';' is needed here. Take it away.");
		assertSlip("site s { host h { cores 4, } }", "26 No ',' can stand here: it stands between the values of a list, not between keys.");
		assertSlip("site s { host h { engine docker } } container c on h replicas: 3",
				"62 No ':' stands between a key and its value. Write 'replicas 3'.");
	}

	@Test
	void aMissingBraceNamesWhereItOpened() {
		assertSlip("site s { host h { cores 4", "26 The file ends, but the '{' in line 2 is still open.");
		assertSlip("site s { rack r { host h { cores 4  host i { cores 5 } } }", "37 A host cannot stand in a host. The '}' of 'h' in "
				+ "line 2 is missing in front of it.");
	}

	@Test
	void aBraceTooMany() {
		assertSlip("site s { host h { cores 4 } } }", "31 This '}' closes nothing.");
	}

	@Test
	void quotedNames() {
		assertSlip("site s { host \"alpha\" { cores 4 } }", "15 Names stand without quotes: 'host alpha'.");
	}

	@Test
	void capitalWords() {
		assertSlip("site s { Host alpha { cores 4 } }", "10 Words of the language are written in small letters: 'host'.");
	}

	@Test
	void portsAsComposeWritesThem() {
		assertSlip("site s { host h { engine docker } } container c on h { publish 8443:443 }",
				"64 Ports are published as '8443 -> 443': the host's, then the container's.");
	}

	@Test
	void decimalUnitsAndUnitsWithoutSpace() {
		assertSlip("site s { host h { memory 16GB } }",
				"26 'GB' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. GiB counts in powers of 1024.");
		assertSlip("site s { host h { memory 16 G } }",
				"26 'G' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. GiB counts in powers of 1024.");
	}

	@Test
	void textWithoutQuotes() {
		assertSlip("image i { ref shop/web:3 }", "15 'shop' cannot stand here; text in double quotes is expected: \"shop\".");
	}

	@Test
	void textThatIsNotClosed() {
		assertSlip("image i { ref \"shop/web }", "15 The text that begins here is not closed: '\"' is missing in this line.");
	}

	@Test
	void aCommentThatIsNotClosed() {
		assertSlip("network lan /* all", "13 The comment that begins here is not closed: '*/' is missing.");
	}

	@Test
	void aWordOfTheLanguageAsAName() {
		assertSlip("site s { host on { cores 4 } }", "15 'on' is a word of the language. Write '^on' to use it as a name.");
	}

	@Test
	void aNameWithDots() {
		assertSlip("site s { host a.b { cores 4 } }",
				"15 A declaration has a name without dots: its package and its cluster come in front by themselves.");
	}

	@Test
	void aValueThatIsMissing() {
		assertSlip("network lan { vlan }", "20 What 'vlan' asks for is missing: a number.");
		assertSlip("service shop { needs }", "22 What 'needs' asks for is missing.");
	}

	@Test
	void aWordThatIsMissing() {
		assertSlip("service shop { needs 2 web }", "24 'web' cannot stand here; 'of' is expected.");
	}

	@Test
	void anImportOfAPackageWithoutItsWildcard() {
		assertThat(errors("package p\nimport vcd.catalog\nnetwork lan")).containsExactly(
				"2:8 'vcd.catalog' is a package. Write 'import vcd.catalog.*' to see what it declares.");
		assertThat(errors("package p\nimport vcd.catalogue.*\nnetwork lan")).containsExactly(
				"2:8 There is no package 'vcd.catalogue' here. Did you mean 'vcd.catalog'?");
	}

	@Test
	void aNameWhosePackageIsNotImported() {
		assertThat(errors("package p\nsite s { host h { os Debian 12 } }")).containsExactly("2:22 There is no operating system release "
				+ "'Debian 12' here, but in 'vcd.catalog'. Write 'import vcd.catalog.*' at the top of the file.");
	}

	@Test
	void aNameOfAnotherKind() {
		assertSlip("site s { switch sw1  host h { fed by sw1 } }", "38 'sw1' is a switch, but a feed is expected here.");
	}

	@Test
	void noPackage() {
		assertThat(errors("network lan { vlan 7 }")).containsExactly("1:1 A file begins with its package: 'package NAME'.");
		assertThat(errors("")).containsExactly("1:1 A file begins with its package: 'package NAME'.");
	}

	@Test
	void twoPackages() {
		assertThat(errors("package p\npackage q\nnetwork lan")).containsExactly("2:1 A file has one package. Its own is named in line 1.");
	}

	@Test
	void twoSlipsInTwoLinesAreTwoErrors() {
		assertThat(errors("package p\nnetwork lan { vlam 7 }\nsite s { Host h }\nnetwork wan { vlan x }")).hasSize(3);
	}

	/** One error in the last line of a file, behind its column. */
	private static void assertSlip(String text, String expected) {
		assertThat(errors("package p import vcd.catalog.*\n" + text)).containsExactly(
				(text.contains("\n") ? "" : "2:") + expected);
	}

	private static List<String> errors(String text) {
		return pipeline().check(SourceSet.parse(List.of(new SourceFile("slip.vcd", text)))).stream()
				.flatMap(checked -> checked.findings().stream()).filter(finding -> finding.severity() == Severity.ERROR)
				.map(finding -> "%s:%s %s".formatted(finding.source().line(), finding.source().column(), finding.message())).toList();
	}
}
