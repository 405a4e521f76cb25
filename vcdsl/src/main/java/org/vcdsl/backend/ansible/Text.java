package org.vcdsl.backend.ansible;

/** Names for people to read in a playbook. */
final class Text {

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
}
