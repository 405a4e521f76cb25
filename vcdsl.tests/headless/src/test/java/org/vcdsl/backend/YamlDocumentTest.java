package org.vcdsl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is printed is read back by a parser of YAML 1.1, which sees numbers and booleans in most places. */
class YamlDocumentTest {

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "yes", "No", "on", "OFF", "y", "N", "true", "null", "~", "Null", "22:22", "8443:8443",
			"1:2:3", "010", "0o17", "0x1F", "1e3", "1_000", ".5", ".inf", "-.INF", ".nan", "+1", "-", "- a", "? a", "=", "<<",
			"2026-01-15", "2026-01-15 10:00:00", "a: b", "a:", "a #b", "#a", "a ", " a", "@a", "`a", "%a", "!a", "&a", "*a", "|",
			">", "[a", "{a", "{{ 7*7 }}", "{% if %}", "'", "\"", "it's", "a\\b", "$HOME", "${A}", "a\nb", "a\n", "\n", " a\n b",
			"a \nb", "\ta", "a\tb", "a\r\nb", "zażółć 😀", "\u0007", "\u0085", "\u2028", "\uFEFF", "---", "...", "a, b",
			"registry.example.org:5000/shop/web@sha256:00ff", "Define the network 'lan' on beta (VLAN 10)"})
	void everyStringComesBackAsItself(String text) {
		assertThat(readBack(Map.of("key", text))).isEqualTo(Map.of("key", text));
		assertThat(readBack(List.of(text, text))).isEqualTo(List.of(text, text));
		assertThat(readBack(Map.of(text, "value"))).isEqualTo(Map.of(text, "value"));
	}

	@Test
	void whatIsCertainStandsPlain() {
		assertThat(YamlDocument.print(Map.of("image", "registry.example.org/shop/web:3.4.1")))
				.isEqualTo("image: registry.example.org/shop/web:3.4.1\n");
	}

	@Test
	void listsAreIndentedBelowTheirKeyButNotAtTheTop() {
		var play = new LinkedHashMap<String, Object>();
		play.put("hosts", "beta");
		play.put("tasks", List.of(Map.of("name", "Start db"), "text of\ntwo lines"));
		assertThat(YamlDocument.print(List.of(play))).isEqualTo("""
				- hosts: beta
				  tasks:
				    - name: Start db
				    - |-
				      text of
				      two lines
				""");
	}

	@Test
	void longLinesAreNotFolded() {
		var text = "word ".repeat(60) + "end";
		assertThat(YamlDocument.print(Map.of("key", text)).lines()).hasSize(1);
	}

	@Test
	void numbersAndBooleansStayThemselves() {
		assertThat(readBack(List.of(1, true, 2L))).isEqualTo(List.of(1, true, 2));
	}

	@Test
	void whatYamlHasNoWordForIsRefused() {
		assertThatThrownBy(() -> YamlDocument.print(Map.of("key", new Object())))
				.isInstanceOf(IllegalArgumentException.class);
	}

	private static Object readBack(Object tree) {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(YamlDocument.print(tree));
	}
}
