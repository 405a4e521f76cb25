package org.vcdsl.releng;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The Eclipse target platform as the list of versions in {@code releng/vcdsl.bom} implies it.
 *
 * <p>A comment of the BOM that begins with "target" opens a section; each dependency below it, up to the next section, becomes
 * one exact coordinate of the target. In the section "target wrapped" the comment after a dependency names the bundle made of it.
 */
record TargetDefinition(Map<String, List<Artifact>> sections) {

	private static final String WRAPPED = "wrapped";

	record Artifact(String groupId, String artifactId, String version, String wrappedAs) {
	}

	static TargetDefinition of(Path bom) throws IOException {
		var project = parse(bom).getDocumentElement();
		var properties = propertiesOf(project);
		var sections = new LinkedHashMap<String, List<Artifact>>();
		String section = null;
		for (var node : childrenOf(child(child(project, "dependencyManagement"), "dependencies"))) {
			if (node instanceof Comment comment && opensSection(comment)) {
				section = targetSectionOf(comment);
			} else if (node instanceof Element dependency && section != null) {
				sections.computeIfAbsent(section, name -> new ArrayList<>()).add(artifactOf(dependency, section, properties));
			}
		}
		return new TargetDefinition(sections);
	}

	/** The target file, byte for byte. */
	String render() {
		var out = new StringBuilder("""
				<?xml version="1.0" encoding="UTF-8" standalone="no"?>
				<!-- Made from releng/vcdsl.bom/pom.xml, whose head says how. Do not edit. -->
				<?pde version="3.8"?>
				<target name="vcdsl">
				  <locations>
				""");
		sections.forEach((name, artifacts) -> {
			if (name.equals(WRAPPED)) {
				artifacts.forEach(artifact -> out.append(wrappedLocation(artifact)));
			} else {
				out.append(location(name, artifacts));
			}
		});
		return out.append("""
				  </locations>
				  <targetJRE path="org.eclipse.jdt.launching.JRE_CONTAINER/org.eclipse.jdt.internal.debug.ui.launcher.StandardVMType/JavaSE-21"/>
				</target>
				""").toString();
	}

	private static String location(String label, List<Artifact> artifacts) {
		return """
				    <location includeDependencyDepth="none" includeDependencyScopes="compile" includeSource="false" label="%s" missingManifest="error" type="Maven">
				      <dependencies>
				%s      </dependencies>
				    </location>
				""".formatted(label, artifacts.stream().map(TargetDefinition::coordinate).collect(Collectors.joining()));
	}

	private static String wrappedLocation(Artifact artifact) {
		return """
				    <location includeDependencyDepth="none" includeDependencyScopes="compile" includeSource="false" label="%1$s" missingManifest="generate" type="Maven">
				      <dependencies>
				%2$s      </dependencies>
				      <instructions><![CDATA[
				Bundle-Name: %1$s (wrapped from %3$s:%4$s)
				version: ${version_cleanup;${mvnVersion}}
				Bundle-SymbolicName: %1$s
				Bundle-Version: ${version}
				Import-Package: %5$s*;resolution:=optional
				Export-Package: *;version="%6$s";-noimport:=true
				]]></instructions>
				    </location>
				""".formatted(artifact.wrappedAs(), coordinate(artifact), artifact.groupId(), artifact.artifactId(),
				mandatoryImports(artifact), exportedVersion(artifact));
	}

	/** What Batik imports from itself must not be optional: p2 drops such imports, and the workbench dies in its style sheets. */
	private static String mandatoryImports(Artifact artifact) {
		return artifact.groupId().equals("org.apache.xmlgraphics") ? "org.apache.batik.*,org.apache.xmlgraphics.*,org.w3c.css.sac.*," : "";
	}

	/** Eclipse asks for three digits of the CSS interfaces, which are published with two; Maven's version serves elsewhere. */
	private static String exportedVersion(Artifact artifact) {
		return artifact.artifactId().equals("sac") ? artifact.version() + ".0" : "${version}";
	}

	private static String coordinate(Artifact artifact) {
		return "        <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><type>jar</type></dependency>\n"
				.formatted(artifact.groupId(), artifact.artifactId(), artifact.version());
	}

	private static boolean opensSection(Comment comment) {
		var before = comment.getPreviousSibling();
		return before == null || before.getTextContent().contains("\n");
	}

	private static String targetSectionOf(Comment comment) {
		Matcher target = Pattern.compile("target (\\w+)").matcher(comment.getTextContent().strip());
		return target.lookingAt() ? target.group(1) : null;
	}

	private static Artifact artifactOf(Element dependency, String section, Map<String, String> properties) {
		var version = child(dependency, "version").getTextContent();
		for (var property : properties.entrySet()) {
			version = version.replace("${" + property.getKey() + "}", property.getValue());
		}
		return new Artifact(child(dependency, "groupId").getTextContent(), child(dependency, "artifactId").getTextContent(),
				version, section.equals(WRAPPED) ? commentBehind(dependency) : "");
	}

	private static String commentBehind(Element dependency) {
		var node = dependency.getNextSibling();
		while (!(node instanceof Comment)) {
			node = node.getNextSibling();
		}
		return node.getTextContent().strip();
	}

	private static Map<String, String> propertiesOf(Element project) {
		return childrenOf(child(project, "properties")).stream().filter(Element.class::isInstance)
				.collect(Collectors.toMap(Node::getNodeName, Node::getTextContent));
	}

	private static Element child(Element parent, String name) {
		return childrenOf(parent).stream().filter(node -> node.getNodeName().equals(name)).map(Element.class::cast).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("<%s> lacks <%s>".formatted(parent.getNodeName(), name)));
	}

	private static List<Node> childrenOf(Element parent) {
		var children = new ArrayList<Node>();
		for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			children.add(node);
		}
		return children;
	}

	private static Document parse(Path file) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException(file + " cannot be read as XML", e);
		}
	}
}
