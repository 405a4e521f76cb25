package org.vcdsl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.SourceRange;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXParseException;

/** Test reports against the schema of Maven Surefire, and what they are to say. */
class FindingsJUnitTest {

	@ParameterizedTest
	@ValueSource(strings = { "cellar", "dc1", "quorum", "legacy", "mixed" })
	void suitesOfExamplesKeepTheSchema(String example) throws Exception {
		var document = parsed(report(example));

		assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
		for (var suite : elements(document, "testsuite")) {
			validate(suite);
			assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(elements(suite, "testcase").size()));
			assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(elements(suite, "failure").size()));
			assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(elements(suite, "skipped").size()));
		}
	}

	@Test
	void theSchemaRefusesWhatIsWrong() throws Exception {
		var document = parsed(report("cellar"));
		elements(document, "testcase").getFirst().removeAttribute("time");

		assertThatThrownBy(() -> validate(elements(document, "testsuite").getFirst())).isInstanceOf(SAXParseException.class)
				.hasMessageContaining("time");
	}

	@Test
	void findingsFailAreSkippedOrPass() throws Exception {
		var document = parsed(report("cellar"));

		assertThat(elements(document, "testsuite").getFirst().getAttribute("name")).isEqualTo("shop.cellar");
		assertThat(outcome(document, "VCD300 everything-in-one-place: cellar, r1")).isEqualTo("system-out");
		assertThat(outcome(document, "VCD301 single-point-of-failure: mains, shopfront")).isEqualTo("skipped");
		assertThat(outcome(document, "VCD301 single-point-of-failure: alpha, shopfront")).isEqualTo("failure");
	}

	@Test
	void aPackageWithoutFindingsPasses() throws Exception {
		var document = parsed(FindingsJUnit.print(List.of(new PackageFindings("shop", List.of())), finding -> true));

		validate(elements(document, "testsuite").getFirst());
		assertThat(elements(document, "testcase")).extracting(test -> test.getAttribute("name")).containsExactly("no findings");
	}

	@Test
	void nastyTextsStayTexts() throws Exception {
		var nasty = "]]>&amp; <\"'> caf\u00e9 \uD83D\uDE00 ";
		var document = parsed(FindingsJUnit.print(
				List.of(new PackageFindings("shop", List.of(finding(nasty + "\u0001\u001b\uD800\uFFFF\nend"), finding("other")))), any -> true));

		validate(elements(document, "testsuite").getFirst());
		assertThat(elements(document, "failure").getFirst().getAttribute("message")).isEqualTo(nasty + " end");
		assertThat(elements(document, "failure").getFirst().getTextContent()).contains(nasty);
		assertThat(elements(document, "testcase")).extracting(test -> test.getAttribute("name"))
				.containsExactly("VCD301 single-point-of-failure: mains", "VCD301 single-point-of-failure: mains (2)");
	}

	private static Finding finding(String message) {
		return new Finding("VCD301", Severity.WARNING, new SourceRange("a.vcd", 0, 1, 1, 1, 1, 2), message, List.of("mains"), List.of(),
				Optional.empty());
	}

	private static String report(String example) {
		var checked = Project.pipeline().check(SourceSet.parse(List.of(Project.source("examples/%s/%s.vcd".formatted(example, example)))));
		return FindingsJUnit.print(checked.stream().map(verdict -> new PackageFindings(verdict.name(), verdict.findings())).toList(),
				finding -> finding.severity() != Severity.INFO);
	}

	private static String outcome(Document document, String name) {
		return elements(document, "testcase").stream().filter(test -> test.getAttribute("name").equals(name)).findFirst()
				.map(test -> elements(test, "*").getFirst().getTagName()).orElse("no such test case");
	}

	private static List<Element> elements(Document document, String name) {
		return elements(document.getDocumentElement(), name);
	}

	private static List<Element> elements(Element parent, String name) {
		var found = new ArrayList<Element>();
		var nodes = parent.getElementsByTagName(name);
		for (var i = 0; i < nodes.getLength(); i++) {
			found.add((Element) nodes.item(i));
		}
		return found;
	}

	private static Document parsed(String text) throws Exception {
		return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
				.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Surefire writes one suite a file, so its schema is about one suite. */
	private static void validate(Element suite) throws Exception {
		schema().newValidator().validate(new DOMSource(suite));
	}

	private static Schema schema() throws Exception {
		return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
				.newSchema(FindingsJUnitTest.class.getResource("/surefire-test-report.xsd"));
	}
}
