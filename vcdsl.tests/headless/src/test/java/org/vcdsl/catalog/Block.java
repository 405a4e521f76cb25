package org.vcdsl.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lines of keys and values between braces; keys without a value are left out. */
final class Block {

	private static final int WIDTH = 120;

	private final List<String> lines = new ArrayList<>();
	private final Set<String> keys = new LinkedHashSet<>();

	/** Phrases beside each other; none if all are empty. */
	Block line(String... phrases) {
		var present = Stream.of(phrases).filter(phrase -> !phrase.isEmpty()).toList();
		if (!present.isEmpty()) {
			lines.add(String.join("  ", present));
			present.forEach(phrase -> keys.add(phrase.split(" ", 2)[0]));
		}
		return this;
	}

	/** A key and a list, broken over lines where it is long. */
	Block list(String key, List<String> values) {
		var line = new StringBuilder(key);
		for (var i = 0; i < values.size(); i++) {
			var value = values.get(i) + (i + 1 < values.size() ? "," : "");
			if (line.length() + value.length() > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder("  " + value);
			} else {
				line.append(' ').append(value);
			}
		}
		if (!values.isEmpty()) {
			keys.add(key);
			lines.add(line.toString());
		}
		return this;
	}

	/** A block inside this one. */
	Block inner(String head, Block block) {
		lines.add(head + " {");
		block.lines.forEach(line -> lines.add("  " + line));
		lines.add("}");
		return this;
	}

	/** Notes, which keys nobody read in a document, and where the others were read. */
	Block provenance(List<String> notes, List<String> unverified, String source) {
		notes.stream().filter(note -> !note.isEmpty()).forEach(note -> line("note " + quoted(note)));
		if (!unverified.isEmpty()) {
			list("unverified", unverified);
		}
		sources(source).forEach(part -> lines.add("source " + quoted(part)));
		return this;
	}

	/** The keys given so far. */
	List<String> keys() {
		return List.copyOf(keys);
	}

	String under(String head) {
		var text = new StringBuilder(head).append(" {\n");
		lines.forEach(line -> text.append("  ").append(line).append('\n'));
		return text.append("}\n").toString();
	}

	static List<String> sources(String source) {
		return Stream.of(source.split(";\\s+")).filter(part -> !part.isBlank()).toList();
	}

	static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	/** A key and its value; nothing if there is no value. */
	static String key(String key, String value) {
		return value.isEmpty() ? "" : key + " " + value;
	}

	static String text(String key, String value) {
		return value.isEmpty() ? "" : key + " " + quoted(value);
	}

	/** A word of the tables as a name of the language, which starts with no digit. */
	static String name(String id) {
		return id.replaceAll("^(?=[0-9])|[^A-Za-z0-9_]", "_");
	}

	static List<String> names(List<String> ids) {
		return ids.stream().map(Block::name).toList();
	}

	static List<String> quotedAll(List<String> texts) {
		return texts.stream().map(Block::quoted).toList();
	}
}
