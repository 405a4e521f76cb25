package org.vcdsl.report;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.FindingIdentity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleCatalogue;

/**
 * Findings as the test report that CI servers read: JUnit's XML as Maven Surefire documents it, one suite a package below one root.
 *
 * <p>A finding is a test case. It has failed if it fails the command, is skipped if it is accepted, and else has passed, with its text
 * as output. A package without findings has one test case that passes, since servers take an empty suite for a mistake. Times are 0:
 * what a rule takes is not measured, and the same input gives the same bytes.
 */
public final class FindingsJUnit {

	private static final String NO_TIME = "0";

	/** What XML 1.0 cannot hold, not even escaped, and line ends that attributes would not keep. */
	private static final String NOT_PRINTABLE = "[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]+";

	private final XMLStreamWriter xml;
	private final Predicate<Finding> fails;
	private final Map<FindingIdentity, Integer> seen = new HashMap<>();

	private FindingsJUnit(XMLStreamWriter xml, Predicate<Finding> fails) {
		this.xml = xml;
		this.fails = fails;
	}

	/**
	 * One document, ending with a line feed.
	 *
	 * @param fails whether a finding fails the command; never asked of accepted ones
	 */
	public static String print(List<PackageFindings> packages, Predicate<Finding> fails) {
		var text = new StringWriter();
		try {
			var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
			new FindingsJUnit(xml, fails).printSuites(packages);
			xml.close();
		} catch (XMLStreamException impossible) {
			throw new IllegalStateException("Writing to memory cannot fail", impossible);
		}
		return text.toString();
	}

	private void printSuites(List<PackageFindings> packages) throws XMLStreamException {
		xml.writeStartDocument("UTF-8", "1.0");
		startLine(0, "testsuites");
		xml.writeAttribute("name", "vcd");
		for (var found : packages) {
			printSuite(found);
		}
		endLine(0);
		xml.writeEndDocument();
		xml.writeCharacters("\n");
	}

	private void printSuite(PackageFindings found) throws XMLStreamException {
		seen.clear();
		var findings = found.findings();
		startLine(1, "testsuite");
		xml.writeAttribute("name", printable(found.name()));
		xml.writeAttribute("tests", String.valueOf(Math.max(1, findings.size())));
		xml.writeAttribute("failures", String.valueOf(findings.stream().filter(this::hasFailed).count()));
		xml.writeAttribute("errors", "0");
		xml.writeAttribute("skipped", String.valueOf(findings.stream().filter(finding -> finding.accepted().isPresent()).count()));
		xml.writeAttribute("time", NO_TIME);
		if (findings.isEmpty()) {
			startCase(found.name(), "no findings");
			xml.writeEndElement();
		}
		for (var finding : findings) {
			startCase(found.name(), nameOf(finding));
			printOutcome(finding);
			endLine(2);
		}
		endLine(1);
	}

	private boolean hasFailed(Finding finding) {
		return finding.accepted().isEmpty() && fails.test(finding);
	}

	private void startCase(String suite, String name) throws XMLStreamException {
		startLine(2, "testcase");
		xml.writeAttribute("classname", printable(suite));
		xml.writeAttribute("name", printable(name));
		xml.writeAttribute("time", NO_TIME);
	}

	/** The same for a finding that has moved to other lines, so that servers know it again. */
	private String nameOf(Finding finding) {
		var rule = RuleCatalogue.byId(finding.ruleId()).map(Rule::description).orElseThrow();
		var subjects = finding.subjects().isEmpty() ? "" : ": " + String.join(", ", finding.subjects());
		var number = seen.merge(finding.identity(), 1, Integer::sum);
		return "%s %s%s%s".formatted(rule.id(), rule.name(), subjects, number == 1 ? "" : " (%s)".formatted(number));
	}

	private void printOutcome(Finding finding) throws XMLStreamException {
		if (finding.accepted().isPresent()) {
			startLine(3, "skipped");
			xml.writeAttribute("message", printable("accepted: " + finding.accepted().get().reason()));
		} else if (hasFailed(finding)) {
			startLine(3, "failure");
			xml.writeAttribute("message", printable(finding.message()));
			xml.writeAttribute("type", finding.severity().label());
		} else {
			startLine(3, "system-out");
		}
		xml.writeCharacters(printable(FindingsText.print(List.of(finding))));
		xml.writeEndElement();
	}

	private void startLine(int depth, String element) throws XMLStreamException {
		xml.writeCharacters("\n" + "  ".repeat(depth));
		xml.writeStartElement(element);
	}

	private void endLine(int depth) throws XMLStreamException {
		xml.writeCharacters("\n" + "  ".repeat(depth));
		xml.writeEndElement();
	}

	private static String printable(String text) {
		return text.replaceAll(NOT_PRINTABLE, " ").strip();
	}
}
