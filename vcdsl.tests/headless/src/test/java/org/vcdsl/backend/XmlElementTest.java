package org.vcdsl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vcdsl.backend.XmlElement.element;
import static org.vcdsl.backend.XmlElement.text;

import java.io.StringReader;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class XmlElementTest {

	@Test
	void elementsStandInTheirOrderAndIndented() {
		var volume = element("volume", text("name", "orders"), element("target", element("format").with("type", "qcow2")))
				.with("type", "file");
		assertThat(volume.print()).isEqualTo("""
				<volume type="file">
				  <name>orders</name>
				  <target>
				    <format type="qcow2"/>
				  </target>
				</volume>
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = {"<&>", "\"'", "]]>", "a\nb", "a\tb", "a\rb", " a ", "zażółć 😀", "&amp;", "--", "<!-- x -->"})
	void textAndAttributesComeBackAsTheyWere(String value) throws Exception {
		var printed = text("name", value).with("label", value).print();
		var parsed = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
				.parse(new InputSource(new StringReader(printed))).getDocumentElement();
		assertThat(parsed).extracting(Element::getTextContent, name -> name.getAttribute("label"))
				.containsExactly(value, value);
	}

	@Test
	void textBesideElementsIsRefused() {
		assertThatThrownBy(() -> new XmlElement("name", Map.of(), "text", List.of(element("inner"))))
				.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("name");
	}
}
