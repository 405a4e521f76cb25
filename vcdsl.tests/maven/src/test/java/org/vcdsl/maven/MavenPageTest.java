package org.vcdsl.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** docs/maven.md shows what examples/maven has, and both name the Xtext that VCDSL is built with. */
class MavenPageTest {

	private static final Pattern PLUGIN = Pattern.compile("( *)<plugin>.*?</plugin>\n", Pattern.DOTALL);

	@Test
	void thePageShowsThePluginOfTheExample() throws IOException {
		var example = read("examples/maven/pom.xml");
		var plugin = PLUGIN.matcher(example);
		assertThat(plugin.find()).isTrue();
		var shown = (plugin.group().stripTrailing().stripIndent() + "\n").replaceAll(" *<!--.*?-->\n", "")
				.replace("${xtext.version}", property(example, "xtext.version"))
				.replace("${vcdsl.version}", property(example, "vcdsl.version"));
		assertThat(read("docs/maven.md")).contains("```xml\n" + shown + "```\n");
	}

	@Test
	void versionsAreThoseOfThisBuild() throws IOException {
		var example = read("examples/maven/pom.xml");
		assertThat(property(example, "xtext.version")).isEqualTo(property(read("releng/vcdsl.bom/pom.xml"), "xtext.version"));
		assertThat(property(example, "vcdsl.version")).isEqualTo(System.getProperty("vcdsl.version"));
	}

	private static String property(String pom, String name) {
		return pom.replaceAll("(?s).*<%1$s>(.*?)</%1$s>.*".formatted(Pattern.quote(name)), "$1");
	}

	private static String read(String file) throws IOException {
		return Files.readString(Path.of(System.getProperty("vcdsl.root")).resolve(file));
	}
}
