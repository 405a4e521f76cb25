package org.vcdsl.rule;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints Markdown (CommonMark, and GitHub's tables) in which texts mean just themselves. */
final class Markdown {

	private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!$]");
	private static final Pattern BACKTICKS = Pattern.compile("`+");
	private static final int SHORTEST_FENCE = 3;

	private final StringBuilder page = new StringBuilder();

	Markdown heading(int level, String text) {
		return block("#".repeat(level) + " " + escape(text));
	}

	Markdown paragraph(String text) {
		return block(atLineStart(escape(text)));
	}

	/** A block that is Markdown already. */
	Markdown block(String markdown) {
		page.append(page.isEmpty() ? "" : "\n").append(markdown).append('\n');
		return this;
	}

	Markdown list(List<String> items) {
		return block(items.stream().map(item -> "- " + atLineStart(escape(item))).collect(Collectors.joining("\n")));
	}

	/** Text as it is, whatever it holds; {@code language} tells a viewer how to colour it. */
	Markdown code(String language, String text) {
		var longest = BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
		var fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
		return block("%s%s\n%s\n%s".formatted(fence, language, text.stripTrailing(), fence));
	}

	/** Cells are Markdown already. */
	Markdown table(List<String> header, List<List<String>> rows) {
		var lines = new StringBuilder(row(header)).append('\n').append(row(header.stream().map(cell -> "---").toList()));
		rows.forEach(row -> lines.append('\n').append(row(row)));
		return block(lines.toString());
	}

	private static String row(List<String> cells) {
		return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
	}

	static String escape(String text) {
		return Arrays.stream(text.strip().split("\\s+")).map(word -> SPECIAL.matcher(word).replaceAll("\\\\$0"))
				.collect(Collectors.joining(" "));
	}

	/** Escapes what makes a list, a heading or a rule of a line it begins. */
	private static String atLineStart(String line) {
		return line.replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^(\\d+)([.)])(?=\\s|$)", "$1\\\\$2");
	}

	@Override
	public String toString() {
		return page.toString();
	}
}
