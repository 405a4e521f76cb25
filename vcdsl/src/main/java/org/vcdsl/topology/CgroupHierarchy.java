package org.vcdsl.topology;

import java.util.Arrays;
import java.util.Optional;

/** How a system arranges its control groups. */
public enum CgroupHierarchy {
	V1("1"),
	/** Controllers in version 1, and a version 2 tree without any beside them. */
	HYBRID("hybrid"), V2("2");

	private final String label;

	CgroupHierarchy(String label) {
		this.label = label;
	}

	/** As written in the language. */
	public String label() {
		return label;
	}

	/** The one written so. */
	public static Optional<CgroupHierarchy> of(String label) {
		return Arrays.stream(values()).filter(hierarchy -> hierarchy.label.equals(label)).findFirst();
	}

	/** Whether programs find the controllers of a version, 1 or 2, here. */
	public boolean offers(int version) {
		return switch (this) {
			case V1, HYBRID -> version == 1;
			case V2 -> version == 2;
		};
	}
}
