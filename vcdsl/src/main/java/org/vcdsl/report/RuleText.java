package org.vcdsl.report;

import java.util.List;
import java.util.stream.Collectors;

import org.vcdsl.rule.Rule;

/** Rules as a terminal shows them. */
public final class RuleText {

	private static final int WIDTH = 100;

	private RuleText() {
	}

	/** One line a rule. */
	public static String list(List<Rule> rules) {
		var nameWidth = rules.stream().mapToInt(rule -> rule.description().name().length()).max().orElse(1);
		return rules.stream().map(Rule::description)
				.map(rule -> ("%s  %-7s  %-" + nameWidth + "s  %s\n").formatted(rule.id(), rule.severity().label(), rule.name(),
						rule.title()))
				.collect(Collectors.joining());
	}

	/** All there is to say about a rule. */
	public static String explain(Rule explained) {
		var rule = explained.description();
		var text = new StringBuilder();
		text.append(rule.id()).append(' ').append(rule.name()).append(" (").append(rule.severity().label()).append(")\n");
		text.append(rule.title()).append(".\n\n");
		text.append(wrapped(rule.rationale())).append("\n");
		text.append(wrapped("What to do: " + rule.remedy()));
		rule.sources().forEach(source -> text.append(wrapped("Source: " + source)));
		text.append("\nTo live with a finding of it, write before the element it is about\n");
		text.append("  @accept ").append(rule.id()).append(" \"why\" until 2027-06-30\n");
		return text.toString();
	}

	private static String wrapped(String paragraph) {
		var lines = new StringBuilder();
		var column = 0;
		for (var word : paragraph.split(" ")) {
			if (column > 0 && column + 1 + word.length() > WIDTH) {
				lines.append('\n');
				column = 0;
			} else if (column > 0) {
				lines.append(' ');
				column++;
			}
			lines.append(word);
			column += word.length();
		}
		return lines.append('\n').toString();
	}
}
