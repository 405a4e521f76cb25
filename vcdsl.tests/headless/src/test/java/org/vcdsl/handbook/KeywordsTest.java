package org.vcdsl.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

/** Words of the language stay usable as names. */
class KeywordsTest {

	/** Words that would leave open what is meant: they are names only behind {@code ^}. */
	private static final Set<String> NEVER_NAMES = Set.of("package", "import", "on", "by", "of");

	/** A topology in which one name stands wherever an element is declared or a reference expected. */
	private static final List<String> MODELS = List.of(
			"site NAME { room a { rack b { host h } } }",
			"site a { room NAME { rack b { host h } } }",
			"site a { rack NAME { host h } }",
			"site a { feed NAME  pdu p { fed by NAME }  switch s { fed by 1 of NAME, p }  host h { fed by NAME, p } }",
			"site a { switch NAME  switch s { uplink NAME  peer NAME }  host h { uplink NAME, s } }",
			"site a { switch s { carries NAME } host h { hypervisor kvm } } network NAME vm v on h { nic NAME }"
					+ " service z { needs v via NAME }",
			"site a { host NAME { hypervisor kvm  engine docker } } vm v on NAME  volume d { on NAME }",
			"site a { host NAME[1..2] { hypervisor kvm } } vm v on NAME[1], NAME[2] replicas 2  rules { must pin v on NAME }",
			"site a { host h { hypervisor kvm } } vm NAME on h  vm w on h { needs NAME }  service s { needs NAME  needs 1 of w }"
					+ " rules { must apart NAME, w by host  should spread NAME, w across rack }",
			"site a { host h { hypervisor kvm { managed by NAME } } } microvm NAME on h",
			"site a { host h { engine docker } } image NAME  container c on h { image NAME }",
			"site a { host h { engine docker } } container NAME on h  @accept VCD301(NAME) \"so be it\" service s { needs NAME }",
			"site a { host h { engine lxc } } lxc NAME on h",
			"site a { host h { engine docker } } pod NAME on h { container NAME }",
			"site a { host h { hypervisor kvm } } volume NAME  vm v on h { boot 1 GiB on NAME  disk NAME, 1 GiB on NAME }",
			"site a { host h { hypervisor kvm } } cluster NAME { members h  vm NAME }  vm w on NAME  service s { needs NAME.NAME }",
			"template host NAME  final template host b : NAME  site a { host h : NAME }",
			"site a { host h { engine docker } } template container NAME  container c : NAME on h",
			"engine NAME hypervisor NAME2 site a { host h { engine NAME 1.0  hypervisor NAME2 } }",
			"os NAME 1 { family linux } feature f site a { host h { os NAME 1 } }",
			"os NAME { family linux } site a { host h { os NAME } } image i { from NAME }",
			"builds NAME { carries f }  feature f  os o 1 { family linux  builds NAME } site a { host h { os o 1 } }",
			"feature NAME site a { host h { engine docker } } container c on h { requires feature NAME, cgroup 2 }",
			"site a { host h } service NAME { availability 99 % }");

	static Stream<String> words() {
		return Keywords.all().stream().filter(word -> !word.startsWith("@"));
	}

	@ParameterizedTest
	@MethodSource("words")
	void aWordOfTheLanguageIsANameWhereNothingElseCanStand(String word) {
		assertUnderstood(NEVER_NAMES.contains(word) ? "^" + word : word);
	}

	@Test
	void withASignInFrontEveryWordIsAName() {
		assertThat(words().filter(word -> !isUnderstood("site s { host ^%1$s { hypervisor kvm } } vm v on ^%1$s".formatted(word))))
				.isEmpty();
	}

	@Test
	void theSignIsNotPartOfTheName() {
		assertThat(resolve("site s { host ^host  host ^on }").hosts()).containsOnlyKeys("host", "on");
	}

	@Test
	void wordsThatAreNeverNamesAreTheOnesThePageNames() {
		var never = new TreeSet<String>();
		words().filter(word -> !isUnderstood("site s { host %s }".formatted(word))).forEach(never::add);

		assertThat(never).isEqualTo(new TreeSet<>(NEVER_NAMES));
	}

	/** All models at once, so that the catalogue is loaded once; what is named twice does not matter before resolving. */
	private static void assertUnderstood(String name) {
		var models = MODELS.stream().map(model -> model.replace("NAME", name)).toList();
		if (!isUnderstood(String.join("\n", models))) {
			assertThat(models).allMatch(KeywordsTest::isUnderstood);
		}
	}

	private static boolean isUnderstood(String text) {
		var source = new SourceFile("test.vcd", "package test import vcd.catalog.*\n" + text);
		return !SourceSet.parse(List.of(source)).hasTextErrors();
	}
}
