package org.vcdsl.analysis.kernel.catalogue;

import static org.vcdsl.analysis.kernel.catalogue.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNKNOWN;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNSUPPORTED;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.facts.SupportMatrix;
import org.vcdsl.facts.SupportMatrix.SupportedImage;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Version;

/** What vendors stand by: images on their releases, and the releases themselves for a time. */
public final class VendorSupport {

	private VendorSupport() {
	}

	/** In which part of its life a release is. */
	public enum Phase {
		SUPPORTED,
		/** Past normal support, within support that costs extra or is given by others. */
		EXTENDED, ENDED,
		/** Its end is not known. */
		UNKNOWN
	}

	/** In which part of its life a release is on a day. */
	public static Phase phase(ReleaseFacts release, LocalDate day) {
		var supported = release.supported().filter(end -> release.provenance().isVerified("supported"));
		if (supported.isEmpty()) {
			return Phase.UNKNOWN;
		}
		if (!day.isAfter(supported.get())) {
			return Phase.SUPPORTED;
		}
		return release.extended().filter(end -> !day.isAfter(end)).isPresent() ? Phase.EXTENDED : Phase.ENDED;
	}

	/**
	 * What the vendor of a release says of an image on it; empty when the matrix does not speak of it. On Windows an image that is not
	 * supported does not start; elsewhere it may.
	 *
	 * @param image name of the release that the image is made from
	 */
	public static Optional<Answer> image(ReleaseFacts host, SupportMatrix matrix, String image, Isolation isolation) {
		return matrix.images().stream()
				.filter(row -> row.image().equals(image) && row.isolation().map(isolation::equals).orElse(true)).findFirst()
				.map(row -> answer(host, row));
	}

	private static Answer answer(ReleaseFacts host, SupportedImage row) {
		var verdict = switch (row.answer()) {
			case SUPPORTED -> RUNS;
			case UNSUPPORTED -> host.family().filter(KernelFamily.WINDOWS::equals).isPresent() ? FAILS : UNSUPPORTED;
			case UNKNOWN -> UNKNOWN;
		};
		var reason = "%s on %s%s is %s".formatted(row.image() + build(row.imageBuild()), row.host() + build(row.hostBuild()),
				row.isolation().map(kind -> " with isolation " + kind.label()).orElse(""), row.answer().name().toLowerCase(Locale.ROOT));
		return Answer.restingOn(row.provenance(), "is", verdict,
				Stream.concat(Stream.of(reason), row.provenance().notes().stream()).collect(Collectors.joining("; ")));
	}

	private static String build(Optional<Version> build) {
		return build.map(" (build %s)"::formatted).orElse("");
	}
}
