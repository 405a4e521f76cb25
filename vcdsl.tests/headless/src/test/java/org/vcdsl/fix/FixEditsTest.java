package org.vcdsl.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Change;
import org.vcdsl.finding.Change.AddConstraint;
import org.vcdsl.finding.Change.AddImport;
import org.vcdsl.finding.Change.AddKey;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Change.TakeAway;
import org.vcdsl.finding.Change.TakeOutOfList;
import org.vcdsl.finding.Fix;
import org.vcdsl.pipeline.FixTrial;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Constraint.Apart;
import org.vcdsl.topology.Constraint.Condition;
import org.vcdsl.topology.Constraint.Forbid;
import org.vcdsl.topology.Constraint.Spread;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.Constraint.Trait;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.SourceRange;

/** What becomes of a text by each kind of change. */
class FixEditsTest {

	private static final Condition SPREAD = new Spread(List.of(Selection.of("k8s.wk")), FailureDomain.HOST, OptionalInt.empty());

	@Test
	void aConstraintGoesBehindThoseThereAre() {
		assertThat(constrained("""
				package shop

				rules {
				  must spread web across rack   // one rack burned
				  // more to come
				}

				service shopfront { needs web }
				""")).isEqualTo("""
				package shop

				rules {
				  must spread web across rack   // one rack burned
				  // more to come
				  must spread k8s.wk across host
				}

				service shopfront { needs web }
				""");
		assertThat(constrained("package shop\n\nrules { must spread web across rack }\n"))
				.isEqualTo("package shop\n\nrules { must spread web across rack  must spread k8s.wk across host }\n");
		assertThat(constrained("package shop\n\nrules { }\n")).isEqualTo("package shop\n\nrules { must spread k8s.wk across host }\n");
	}

	@Test
	void withoutRulesSomeAreWritten() {
		assertThat(constrained("package shop\n\nnetwork lan\n")).isEqualTo("""
				package shop

				network lan

				rules {
				  must spread k8s.wk across host
				}
				""");
		assertThat(constrained("package shop\r\n\r\nnetwork lan   // the only one\r\n\r\n\r\n")).isEqualTo(
				"package shop\r\n\r\nnetwork lan   // the only one\r\n\r\nrules {\r\n  must spread k8s.wk across host\r\n}\r\n");
	}

	@Test
	void aConstraintGoesWhereThePackageHasItsOwn() {
		var structure = new SourceFile("a/structure.vcd", "package shop\n\nnetwork lan\n");
		var others = new SourceFile("a/others.vcd", "package others\n\nrules {\n}\n");
		var intent = new SourceFile("a/intent.vcd", "package shop\n\nrules {\n  should spread web across rack\n}\n");
		var change = new AddConstraint(place(structure, "lan"), Strength.MUST, SPREAD);

		assertThat(changed(change, structure, others, intent)).containsExactly(structure.text(), others.text(), """
				package shop

				rules {
				  should spread web across rack
				  must spread k8s.wk across host
				}
				""");
	}

	@Test
	void namesAreWrittenSoThatTheyAreRead() {
		var file = new SourceFile("shop.vcd", "package shop\n\nrules {\n}\n");
		var apart = new Apart(List.of(new Selection("on[1..2]", List.of()), Selection.of("k8s.on"), Selection.of("memory")), FailureDomain.RACK);
		assertThat(changed(new AddConstraint(place(file, "rules"), Strength.SHOULD, apart), file).getFirst())
				.contains("  should apart ^on[1..2], k8s.on, memory by rack\n");
		var forbid = new Forbid(Trait.VM, List.of("by"), List.of());
		assertThat(changed(new AddConstraint(place(file, "rules"), Strength.MUST, forbid), file).getFirst())
				.contains("  must forbid vm on ^by\n");
	}

	@Test
	void aKeyGoesBehindThoseThereAre() {
		assertThat(keyed("package shop\n\nvm db { vcpu 4 }\n")).isEqualTo("package shop\n\nvm db { vcpu 4  nic lan, ^on }\n");
		assertThat(keyed("package shop\n\nvm db { }\n")).isEqualTo("package shop\n\nvm db { nic lan, ^on }\n");
		assertThat(keyed("""
				package shop

				cluster k8s {
				  vm db on alpha {
				    vcpu 4            // enough
				    memory 16 GiB     // so far
				  }
				}
				""")).isEqualTo("""
				package shop

				cluster k8s {
				  vm db on alpha {
				    vcpu 4            // enough
				    memory 16 GiB     // so far
				    nic lan, ^on
				  }
				}
				""");
	}

	@Test
	void aDeclarationWithoutBracesGetsSome() {
		assertThat(keyed("package shop\n\nvm db on alpha   // the ledger\n"))
				.isEqualTo("package shop\n\nvm db on alpha { nic lan, ^on }   // the ledger\n");
	}

	@Test
	void columnsGoOnWhereTheyWereKept() {
		assertThat(keyed("""
				package shop

				vm db {
				  vcpu    4
				  memory  16 GiB
				  migrate live
				}
				""")).isEqualTo("""
				package shop

				vm db {
				  vcpu    4
				  memory  16 GiB
				  migrate live
				  nic     lan, ^on
				}
				""");
	}

	@Test
	void anImportGoesBehindThoseThereAre() {
		assertThat(imported("package shop\n\nimport acme.*   // hosts\nnetwork lan\n"))
				.isEqualTo("package shop\n\nimport acme.*   // hosts\nimport vcd.catalog.*\nnetwork lan\n");
		assertThat(imported("package shop\n\nnetwork lan\n")).isEqualTo("package shop\n\nimport vcd.catalog.*\n\nnetwork lan\n");
		assertThat(imported("package shop import acme.* network lan\n"))
				.isEqualTo("package shop import acme.*\nimport vcd.catalog.*\nnetwork lan\n");
		assertThat(imported("package shop\n")).isEqualTo("package shop\n\nimport vcd.catalog.*\n");
	}

	@Test
	void whatGoesTakesItsLineWithIt() {
		assertThat(without("302", "package shop\n\n@accept VCD302 \"two copies\"\n    until 2027-06-30\nnetwork lan\n"))
				.isEqualTo("package shop\n\nnetwork lan\n");
		assertThat(without("lan", "package shop\n\nnetwork wan\n\nnetwork lan {\n  vlan 7\n}\n\nnetwork dmz\n"))
				.isEqualTo("package shop\n\nnetwork wan\n\nnetwork dmz\n");
		assertThat(without("7", "package shop\n\nnetwork lan {\n  vlan 7\n  cidr 10.0.0.0/24\n}\n"))
				.isEqualTo("package shop\n\nnetwork lan {\n  cidr 10.0.0.0/24\n}\n");
	}

	@Test
	void whatSharesItsLineGoesAlone() {
		assertThat(without("7", "package shop\n\nnetwork lan { vlan 7  cidr 10.0.0.0/24 }\n"))
				.isEqualTo("package shop\n\nnetwork lan { cidr 10.0.0.0/24 }\n");
		assertThat(without("10.0.0.0", "package shop\n\nnetwork lan { vlan 7  cidr 10.0.0.0/24 }\n"))
				.isEqualTo("package shop\n\nnetwork lan { vlan 7 }\n");
		assertThat(without("lan", "package shop\n\nnetwork lan   // nobody knows why\nnetwork wan\n"))
				.isEqualTo("package shop\n\n// nobody knows why\nnetwork wan\n");
	}

	@Test
	void namesGoWithTheirCommas() {
		assertThat(outOfList("(a, b, c)", "a")).contains("(b, c)");
		assertThat(outOfList("(a, b, c)", "b")).contains("(a, c)");
		assertThat(outOfList("(a, b, c)", "b", "c")).contains("(a)");
		assertThat(outOfList("(a, b, c)", "a", "b")).contains("(c)");
		assertThat(outOfList("(a, b /* why */, k8s.^on)", "k8s.on")).contains("(a, b /* why */)");
		assertThat(outOfList("(a, cp[1..2])", "k8s.cp[1..2]")).contains("(a)");
		assertThat(outOfList("(a, b)", "x")).contains("(a, b)");
	}

	@Test
	void allElseStaysAsSloppyAsItIs() {
		assertThat(keyed("package shop\nnetwork   lan{vlan 7}\nvm db {vcpu   4}\n"))
				.isEqualTo("package shop\nnetwork   lan{vlan 7}\nvm db {vcpu   4  nic lan, ^on }\n");
		assertThat(constrained("package   shop\nnetwork   lan"))
				.isEqualTo("package   shop\nnetwork   lan\n\nrules {\n  must spread k8s.wk across host\n}\n");
		assertThat(without("7", "package shop\nnetwork   lan{vlan 7   cidr 10.0.0.0/24}\n"))
				.isEqualTo("package shop\nnetwork   lan{ cidr 10.0.0.0/24}\n");
	}

	@Test
	void nothingIsChangedWhereNothingMay() {
		var library = new SourceFile("lib.vcd", "package lib\n\nnetwork lan\n", true);
		var own = new SourceFile("shop.vcd", "package shop\n\nnetwork wan\n");
		var sources = SourceSet.parse(List.of(library, own));

		assertThat(sources.edits(new Fix("Rename", new Replace(place(library, "lan"), "lan2")))).isEmpty();
		assertThat(sources.edits(new Fix("Rename", new Replace(place(own, "wan"), "wan")))).isEmpty();
		assertThat(sources.edits(new Fix("Rename", new Replace(new SourceRange("shop.vcd", 900, 3, 1, 1, 1, 4), "x")))).isEmpty();
		assertThat(sources.edits(new Fix("Add", new AddKey(place(own, "package"), "vlan 7", List.of())))).isEmpty();
	}

	@Test
	void onlyWhatPutsSomethingIntoTheModelIsADecision() {
		var place = new SourceRange("shop.vcd", 0, 1, 1, 1, 1, 2);
		assertThat(List.of(new AddKey(place, "vlan 7", List.of()), new AddConstraint(place, Strength.MUST, SPREAD)))
				.allMatch(Change::isDecision);
		assertThat(List.of(new Replace(place, "x"), new TakeAway(place), new TakeOutOfList(place, List.of()), new AddImport(place, "lib.*")))
				.noneMatch(Change::isDecision);
	}

	private static String constrained(String text) {
		return changed(text, "package", place -> new AddConstraint(place, Strength.MUST, SPREAD));
	}

	private static String keyed(String text) {
		return changed(text, "db", place -> new AddKey(place, "nic", List.of("lan", "on")));
	}

	private static String imported(String text) {
		return changed(text, "package", place -> new AddImport(place, "vcd.catalog.*"));
	}

	private static String without(String word, String text) {
		return changed(text, word, TakeAway::new);
	}

	private static String outOfList(String list, String... names) {
		return changed("package shop\n\n@accept VCD302%s \"so be it\"\nnetwork lan\n".formatted(list), "VCD302",
				place -> new TakeOutOfList(place, List.of(names)));
	}

	@FunctionalInterface
	private interface ChangeAt {

		Change of(SourceRange place);
	}

	private static String changed(String text, String word, ChangeAt change) {
		var file = new SourceFile("shop.vcd", text);
		return changed(change.of(place(file, word)), file).getFirst();
	}

	/** The texts of all files with a change made, which can be read as before. */
	private static List<String> changed(Change change, SourceFile... files) {
		var edits = SourceSet.parse(List.of(files)).edits(new Fix("Try", change));
		var texts = new ArrayList<String>();
		for (var file : files) {
			texts.add(FixTrial.applied(file, edits).text());
		}
		return texts;
	}

	private static SourceRange place(SourceFile file, String word) {
		var offset = file.text().indexOf(word);
		assertThat(offset).isNotNegative();
		return new SourceRange(file.name(), offset, word.length(), 1, offset + 1, 1, offset + word.length() + 1);
	}
}
