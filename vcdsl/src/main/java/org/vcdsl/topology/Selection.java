package org.vcdsl.topology;

import java.util.List;

/**
 * Elements as the architect named them: one, some members of a group, or all of it.
 *
 * @param text for instance {@code k8s.cp[1]}
 * @param members names of distinct elements
 */
public record Selection(String text, List<String> members) {

	public Selection {
		members = List.copyOf(members);
	}

	/** One element. */
	public static Selection of(String name) {
		return new Selection(name, List.of(name));
	}

	/** Whether a name is meant: that of a member, or of what was written. */
	public boolean covers(String name) {
		return name.equals(text) || members.contains(name);
	}
}
