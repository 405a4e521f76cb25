package org.vcdsl.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class EditedTextTest {

	@Test
	void editsTurnTheOldTextIntoTheNew() {
		var random = new Random(7);
		for (var round = 0; round < 2_000; round++) {
			var text = new EditedText("a.vcd", letters(random, 12));
			for (var change = 0; change < 4; change++) {
				var from = random.nextInt(text.text().length() + 1);
				text.replace(from, from + random.nextInt(text.text().length() - from + 1), letters(random, 4));
			}

			var applied = new StringBuilder(text.original());
			var end = Integer.MAX_VALUE;
			for (var edit : text.edits().reversed()) {
				var place = edit.place();
				assertThat(place.offset() + place.length()).isLessThan(end);
				applied.replace(place.offset(), place.offset() + place.length(), edit.text());
				end = place.offset();
			}
			assertThat(applied).hasToString(text.text());
		}
	}

	@Test
	void anEditSaysWhereItStands() {
		var text = new EditedText("a.vcd", "one\ntwo\nthree\n");
		text.replace(4, 7, "2\n");

		assertThat(text.edits()).singleElement().satisfies(edit -> {
			assertThat(edit.text()).isEqualTo("2\n");
			assertThat(edit.place().toString()).contains("file=a.vcd", "line=2, column=1, endLine=2, endColumn=4");
		});
	}

	@Test
	void whatStaysTheSameIsNoEdit() {
		var text = new EditedText("a.vcd", "needs web");
		text.replace(0, 9, "needs 1 of web");
		assertThat(text.edits()).singleElement().satisfies(edit -> {
			assertThat(edit.text()).isEqualTo("1 of ");
			assertThat(edit.place().length()).isZero();
		});

		text.replace(6, 11, "");
		assertThat(text.edits()).isEmpty();
	}

	@Test
	void whatStandsBesideAChangeIsChanged() {
		var text = new EditedText("a.vcd", "0123456789");
		text.replace(4, 6, "");

		assertThat(text.isChanged(4, 4)).isTrue();
		assertThat(text.isChanged(0, 3)).isFalse();
		assertThat(text.isChanged(5, 8)).isFalse();
		text.replace(8, 8, "x");
		assertThat(text.isChanged(9, 9)).isTrue();
		text.replace(0, 1, "");
		assertThat(text.isChanged(0, 0)).isTrue();
	}

	/** Few letters, so that much of the new is in the old. */
	private static String letters(Random random, int most) {
		var length = random.nextInt(most + 1);
		return random.ints(length, 0, 3).collect(StringBuilder::new, (text, i) -> text.append("ab\n".charAt(i)), StringBuilder::append)
				.toString();
	}
}
