package org.vcdsl.topology;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names of elements as sentences list them. */
public final class Names {

	private static final int LISTED = 5;

	private static final int FEW = 3;

	private Names() {
	}

	/** {@code 'alpha', 'beta'}, at most five of them and a count: {@code and 3 more}. */
	public static String listed(Collection<String> names) {
		return shown(names, LISTED);
	}

	/** The same, at most three of them, for where they are but an example. */
	public static String few(Collection<String> names) {
		return shown(names, FEW);
	}

	/** Of elements, at most three of them. */
	public static String few(List<? extends Element> elements) {
		return few(elements.stream().map(Element::name).toList());
	}

	private static String shown(Collection<String> names, int most) {
		var others = names.size() - most;
		return names.stream().limit(most).collect(Collectors.joining("', '", "'", "'")) + (others > 0 ? " and %s more".formatted(others) : "");
	}

	/** What the elements of one declaration are called together: {@code kvm[1..2]}; its name, where they are but one. */
	public static String together(List<? extends Element> members) {
		var first = members.getFirst();
		return members.size() == 1 ? first.name()
				: "%s[%s..%s]".formatted(first.declaration(), ordinal(first), ordinal(members.getLast()));
	}

	/** What stands in the brackets of a member of a group. */
	private static String ordinal(Element member) {
		return member.name().substring(member.declaration().length() + 1, member.name().length() - 1);
	}
}
