package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.Version;

/** Which images a vendor supports on a release. */
public record SupportMatrix(String name, List<SupportedImage> images, Provenance provenance) implements CatalogueFact {

	public SupportMatrix {
		images = List.copyOf(images);
	}

	/** What a vendor says. */
	public enum Answer {
		SUPPORTED, UNSUPPORTED, UNKNOWN
	}

	/**
	 * An image on a host.
	 *
	 * @param image name of the release it is made from
	 * @param host name of the release it stands on
	 * @param isolation for which the answer holds; absent when it does not depend on it
	 * @param derived whether it follows from a rule that the vendor states and does not stand in the table itself
	 * @param tier of support, in an older edition of the table
	 */
	public record SupportedImage(String image, String host, Optional<Isolation> isolation, Answer answer, boolean derived,
			OptionalInt tier, Optional<String> tierName, Optional<Version> imageBuild, Optional<Version> hostBuild,
			Provenance provenance) {
	}
}
