package org.vcdsl.backend.ansible;

/** Names for people to read in a playbook. */
final class Text {

	/** ansible-lint allows 160 characters, indentation included. */
	private static final int LONGEST_LINE = 120;

	private Text() {
	}

	/**
	 * A name that Ansible cannot take for a template: braces become parentheses.
	 *
	 * <p>Machines are told slugs, so this is never compared with anything.
	 */
	static String inert(String name) {
		return name.replace('{', '(').replace('}', ')');
	}

	/** Sentences in lines of a length that ansible-lint lets pass, as far as their words are short enough. */
	static String inLines(String sentences) {
		var lines = new StringBuilder();
		var length = 0;
		for (var word : sentences.split(" ")) {
			if (length > 0) {
				var isFull = length + 1 + word.length() > LONGEST_LINE;
				lines.append(isFull ? '\n' : ' ');
				length = isFull ? 0 : length + 1;
			}
			lines.append(word);
			length += word.length();
		}
		return lines.toString();
	}
}
