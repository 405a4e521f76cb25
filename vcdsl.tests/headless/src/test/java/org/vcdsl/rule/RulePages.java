package org.vcdsl.rule;

import static org.vcdsl.rule.Markdown.escape;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.vcdsl.Project;
import org.vcdsl.finding.Fix;

/** Prints the pages of all rules and their index from the descriptions of the rules and their fixtures. */
final class RulePages {

	static final String FOLDER = "docs/rules";

	static final String HOW_TO_REWRITE = "./build test -P '!eclipse' -pl vcdsl.tests/headless -am -Dtest=RulePagesTest "
			+ "-Dsurefire.failIfNoSpecifiedTests=false -Dvcdsl.update=true";

	private static final Map<Character, String> HUNDREDS = new LinkedHashMap<>();

	static {
		HUNDREDS.put('1', "Names, types and units");
		HUNDREDS.put('2', "Kernels, images and engines");
		HUNDREDS.put('3', "Failures");
		HUNDREDS.put('4', "Capacity");
		HUNDREDS.put('5', "Isolation");
		HUNDREDS.put('6', "Placement and migration");
		HUNDREDS.put('7', "Networks and storage");
		HUNDREDS.put('8', "What an artefact cannot say");
	}

	private RulePages() {
	}

	static Path file(Rule rule) {
		return Project.path(FOLDER).resolve(rule.id() + ".md");
	}

	/** Everything that belongs into the folder: text by file. */
	static Map<Path, String> all() {
		var pages = new LinkedHashMap<Path, String>();
		pages.put(Project.path(FOLDER).resolve("README.md"), index());
		RuleCatalogue.all().forEach(rule -> pages.put(file(rule), page(rule)));
		return pages;
	}

	static String page(Rule rule) {
		var description = rule.description();
		var page = new Markdown()
				.heading(1, "%s: %s".formatted(rule.id(), description.title()))
				.block("Name: `%s`. Severity: %s, unless the finding says otherwise.".formatted(description.name(),
						description.severity().label()))
				.heading(2, "Why it matters").paragraph(description.rationale())
				.heading(2, "What to do").paragraph(description.remedy());
		if (!description.sources().isEmpty()) {
			page.heading(2, "Sources").list(description.sources());
		}
		var bad = Fixture.bad(rule);
		var good = Fixture.good(rule);
		page.heading(2, "Example")
				.paragraph("This model breaks the rule:").code("vcd", bad.source().text());
		Fixture.placement(rule).ifPresent(text -> page.block("Beside it lies `%s`:".formatted(Fixture.PLACEMENT)).code("json", text));
		page
				.block("`vcd %s bad.vcd` says:".formatted(bad.isPlanned() ? "plan" : "check")).code("text", findings(bad));
		var fixed = Fixture.fixed(rule).map(fixture -> fixture.source().text());
		var isGood = fixed.filter(good.source().text()::equals).isPresent();
		if (fixed.isPresent() && !isGood) {
			page.paragraph("%s makes this of it:".formatted(quickFix(rule, bad))).code("vcd", fixed.get());
		}
		return page.paragraph("One line makes the difference; this model breaks %s%s:".formatted(
				good.markers().isEmpty() ? "no rule" : "none that it does not accept",
				isGood ? ", and is what the quick fix \"%s\" makes of the other".formatted(labels(rule, bad).getFirst()) : ""))
				.code("vcd", good.source().text())
				.toString();
	}

	private static String findings(Fixture fixture) {
		return fixture.findings(Project.pipeline()).stream().map(Fixture::label).collect(Collectors.joining("\n"));
	}

	/** Which fixes an editor offers, as the subject of a sentence about the first of them. */
	private static String quickFix(Rule rule, Fixture bad) {
		var labels = labels(rule, bad);
		return labels.size() == 1 ? "The quick fix \"%s\"".formatted(labels.getFirst())
				: "Quick fixes leave a choice: \"%s\". The first".formatted(String.join("\" or \"", labels));
	}

	private static List<String> labels(Rule rule, Fixture bad) {
		return bad.findings(Project.pipeline()).stream().filter(finding -> finding.ruleId().equals(rule.id()))
				.flatMap(finding -> finding.fixes().stream()).map(Fix::label).distinct().toList();
	}

	private static String index() {
		var page = new Markdown().heading(1, "Rules").block("""
				Everything VCDSL has an opinion on. `vcd explain VCD301` prints a rule on the command line; \
				`@accept VCD301 "reason" until 2027-06-30` in front of an element accepts what a rule says of it. \
				[How to add a rule](../add-a-rule.md).""");
		HUNDREDS.forEach((hundred, title) -> page.heading(2, title).table(
				List.of("Rule", "Says", "Name", "Severity"),
				RuleCatalogue.all().stream().filter(rule -> rule.id().charAt(3) == hundred).map(RulePages::row).toList()));
		return page.toString();
	}

	private static List<String> row(Rule rule) {
		var description = rule.description();
		return List.of("[%s](%s.md)".formatted(rule.id(), rule.id()), escape(description.title()),
				"`%s`".formatted(description.name()), description.severity().label());
	}
}
