package org.vcdsl.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.resource.Resource.Diagnostic;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;

/** Examples in which one word or sign is deleted, doubled or replaced by another one of the same text. */
class MutatedTextTest {

	private static final int MUTANTS = 1000;
	private static final int ITEMS_KEPT_FOR_EACH_LOST = 50;
	/** The pipeline takes longer than the parser: one of so many mutants is judged, too. */
	private static final int ONE_OF = 40;
	private static final Pattern TOKEN = Pattern.compile("//[^\n]*|\"[^\"\n]*\"|[A-Za-z_@^][\\w.]*|\\d[\\w.:/-]*|->|\\.\\.|[^\\s]");
	private static final Pattern WORDS_OF_THE_PARSER = Pattern.compile("RULE_|mismatched|no viable|extraneous|missing EOF|expecting|<EOF>"
			+ "|required \\(\\.\\.\\.\\)|null|Exception", Pattern.CASE_INSENSITIVE);

	/** A text with one change. */
	private record Mutant(String text, int line) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd", "examples/dc1/standards.vcd" })
	void nothingCrashesMessagesSpeakTheLanguageAndOtherItemsStayInTheTree(String example) {
		var text = Project.read(example);
		var whole = items(LiveText.parse(text));
		var kept = 0;
		var lost = 0;
		var number = 0;
		for (var mutant : mutants(text)) {
			var resource = LiveText.parse(mutant.text());
			assertThat(resource.getErrors()).as(mutant.text()).extracting(Diagnostic::getMessage).allSatisfy(MutatedTextTest::speaks);
			if (number++ % ONE_OF == 0) {
				assertThat(pipeline().check(LiveText.sources(mutant.text()))).as(mutant.text()).flatExtracting(Checked::findings)
						.extracting(Finding::message).allSatisfy(MutatedTextTest::speaks);
			}
			var left = items(resource).stream().map(Item::name).collect(Collectors.toSet());
			for (var name : away(mutant, whole)) {
				kept += left.contains(name) ? 1 : 0;
				lost += left.contains(name) ? 0 : 1;
			}
		}
		assertThat(lost).as("of %s items away from the damage; a brace too many or too few may take some", lost + kept)
				.isLessThanOrEqualTo(kept / ITEMS_KEPT_FOR_EACH_LOST);
	}

	private static void speaks(String message) {
		assertThat(message).isNotBlank().doesNotContainPattern(WORDS_OF_THE_PARSER);
	}

	/** The items that are neither damaged nor next to the damaged one. */
	private static List<String> away(Mutant mutant, List<Item> items) {
		var damaged = IntStream.range(0, items.size()).filter(i -> items.get(i).firstLine() <= mutant.line()).max().orElse(0);
		return IntStream.range(0, items.size()).filter(i -> Math.abs(i - damaged) > 1).mapToObj(i -> items.get(i).name()).toList();
	}

	private record Item(String name, int firstLine) {
	}

	private static List<Item> items(XtextResource resource) {
		var items = new ArrayList<Item>();
		if (resource.getContents().stream().findFirst().orElse(null) instanceof VcdFile file) {
			for (var item : file.getItems()) {
				if (item instanceof NamedDeclaration declaration) {
					items.add(new Item(item.eClass().getName() + " " + declaration.getName(), NodeModelUtils.getNode(item).getStartLine()));
				}
			}
		}
		return items;
	}

	private static List<Mutant> mutants(String text) {
		var tokens = TOKEN.matcher(text).results().filter(token -> !token.group().startsWith("//")).toList();
		var random = new Random(7);
		return IntStream.range(0, MUTANTS).mapToObj(i -> mutant(text, tokens, random)).toList();
	}

	private static Mutant mutant(String text, List<MatchResult> tokens, Random random) {
		var token = tokens.get(random.nextInt(tokens.size()));
		var other = tokens.get(random.nextInt(tokens.size())).group();
		var changed = switch (random.nextInt(3)) {
			case 0 -> "";
			case 1 -> token.group() + " " + token.group();
			default -> other;
		};
		return new Mutant(text.substring(0, token.start()) + changed + text.substring(token.end()),
				(int) text.substring(0, token.start()).chars().filter(character -> character == '\n').count() + 1);
	}
}
