package org.vcdsl.backend;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An XML element with text or with elements inside, never with both.
 *
 * @param attributes printed in alphabetical order
 * @param text empty when there are elements inside
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

	public XmlElement {
		attributes = Map.copyOf(attributes);
		children = List.copyOf(children);
		if (!text.isEmpty() && !children.isEmpty()) {
			throw new IllegalArgumentException("Text beside elements in " + name);
		}
	}

	/** An element with elements inside. */
	public static XmlElement element(String name, XmlElement... children) {
		return element(name, List.of(children));
	}

	/** An element with elements inside. */
	public static XmlElement element(String name, List<XmlElement> children) {
		return new XmlElement(name, Map.of(), "", children);
	}

	/** An element with text inside. */
	public static XmlElement text(String name, String text) {
		return new XmlElement(name, Map.of(), text, List.of());
	}

	/** This element with one attribute more. */
	public XmlElement with(String attribute, String value) {
		var more = new HashMap<>(attributes);
		more.put(attribute, value);
		return new XmlElement(name, more, text, children);
	}

	/** The element as a document without an XML declaration, indented by two blanks, ending with a line feed. */
	public String print() {
		try {
			var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
			document.appendChild(toDom(document));
			return serialised(document);
		} catch (ParserConfigurationException | TransformerException impossible) {
			throw new IllegalStateException("Every Java platform prints XML", impossible);
		}
	}

	private Element toDom(Document document) {
		var element = document.createElement(name);
		attributes.forEach(element::setAttribute);
		if (!text.isEmpty()) {
			element.setTextContent(text);
		}
		children.forEach(child -> element.appendChild(child.toDom(document)));
		return element;
	}

	/** Line ends are those of the text, not of the machine. */
	private static String serialised(Document document) throws TransformerException {
		var factory = TransformerFactory.newDefaultInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		var transformer = factory.newTransformer();
		transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
		transformer.setOutputProperty(OutputKeys.INDENT, "yes");
		transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
		var text = new StringWriter();
		transformer.transform(new DOMSource(document), new StreamResult(text));
		return text.toString().replace(System.lineSeparator(), "\n");
	}
}
