package org.vcdsl.rule;

import java.util.List;

import org.vcdsl.finding.Severity;

/**
 * What all findings of a rule share; its page is printed from it.
 *
 * @param id for instance {@code VCD301}: its class is found by it, and never anything else becomes of it
 * @param name in kebab case: {@code single-point-of-failure}
 * @param severity how much its findings matter unless one says otherwise
 * @param title short, without names and full stop
 * @param rationale why an architect should care
 * @param remedy what to do about it
 * @param sources books, standards and manuals it follows
 */
public record RuleDescription(String id, String name, Severity severity, String title, String rationale, String remedy,
		List<String> sources) {

	public RuleDescription {
		rationale = onOneLine(rationale);
		remedy = onOneLine(remedy);
		sources = List.copyOf(sources);
	}

	/** A rule that follows no source but common sense. */
	public RuleDescription(String id, String name, Severity severity, String title, String rationale, String remedy) {
		this(id, name, severity, title, rationale, remedy, List.of());
	}

	private static String onOneLine(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}
}
