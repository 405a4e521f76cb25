package org.vcdsl.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.pipeline.FixTrial;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

/** However a text is broken, what a fix says can be done, and nearly always settles its finding. */
class FixesOfBrokenTextTest {

	private static final String CELLAR = Project.read("examples/cellar/cellar.vcd");
	private static final List<MatchResult> WORDS = Pattern.compile("\\w+|[^\\w\\s]").matcher(CELLAR).results().toList();

	@Test
	void aSlipIsMendedByItsFix() {
		var random = new Random(11);
		var offered = 0;
		var good = 0;
		for (var round = 0; round < 100; round++) {
			var trial = new FixTrial(List.of(new SourceFile("cellar.vcd", broken(random))), pipeline()::check);
			for (var finding : trial.findings()) {
				for (var fix : finding.fixes()) {
					var text = trial.sources().getFirst();
					assertThat(SourceSet.parse(List.of(text)).edits(fix)).as("%s of%n%s", fix, text.text()).isNotEmpty();
					offered++;
					good += trial.with(finding, fix).isPresent() ? 1 : 0;
				}
			}
		}
		assertThat(offered).isGreaterThan(20);
		assertThat(good).as("of " + offered).isGreaterThan(offered * 9 / 10);
	}

	/** A word misspelt, doubled, in capitals, or in front of a sign that does not belong there. */
	private static String broken(Random random) {
		var word = WORDS.get(random.nextInt(WORDS.size()));
		var instead = switch (random.nextInt(4)) {
			case 0 -> word.group() + "e";
			case 1 -> word.group() + " " + word.group();
			case 2 -> word.group().toUpperCase(Locale.ROOT);
			default -> word.group() + ";";
		};
		return CELLAR.substring(0, word.start()) + instead + CELLAR.substring(word.end());
	}
}
