package org.vcdsl.rule.failure;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.vcdsl.topology.Element;

/** Names of elements as messages show them. */
public final class Names {

	private static final int SHOWN = 5;

	private Names() {
	}

	/** {@code 'alpha', 'beta'}, at most five of them and a count: {@code and 3 more}. */
	public static String listed(Collection<String> names) {
		var others = names.size() - SHOWN;
		return names.stream().limit(SHOWN).collect(Collectors.joining("', '", "'", "'"))
				+ (others > 0 ? " and %s more".formatted(others) : "");
	}

	/** What the elements of one declaration are called together: {@code kvm[1..2]}; its name, where they are but one. */
	static String together(List<? extends Element> members) {
		var first = members.getFirst();
		return members.size() == 1 ? first.name()
				: "%s[%s..%s]".formatted(first.declaration(), ordinal(first), ordinal(members.getLast()));
	}

	/** What stands in the brackets of a member of a group. */
	private static String ordinal(Element member) {
		return member.name().substring(member.declaration().length() + 1, member.name().length() - 1);
	}
}
