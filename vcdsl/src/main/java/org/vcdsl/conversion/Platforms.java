package org.vcdsl.conversion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.conversion.ValueException.Meant;
import org.vcdsl.messages.NearNames;
import org.vcdsl.topology.Platform;

/**
 * Reads what an image was built for: operating system, architecture and, where it matters, variant, as in {@code linux/arm/v6}.
 *
 * <p>The OCI image index specification takes its names from Go's list of GOOS and GOARCH
 * (<a href="https://go.dev/doc/install/source#environment">go.dev</a>). Other names and variants become one as the package
 * {@code platforms} of containerd documents it, so that equal platforms are equal records.
 */
public final class Platforms {

	private static final List<String> OPERATING_SYSTEMS = List.of("aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios",
			"js", "linux", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows");
	private static final List<String> ARCHITECTURES = List.of("386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le",
			"mipsle", "ppc64", "ppc64le", "riscv64", "s390x", "wasm");

	private static final Map<String, String> OTHER_OPERATING_SYSTEMS = Map.of("macos", "darwin");
	/** Each with the variant that it says by itself, if any. */
	private static final Map<String, String> OTHER_ARCHITECTURES = Map.of("x86_64", "amd64", "x86-64", "amd64", "i386", "386",
			"aarch64", "arm64", "armhf", "arm/v7", "armel", "arm/v6");

	/** Of these all variants are known: OCI's and containerd's of arm, the levels of the x86-64 psABI. */
	private static final Map<String, List<String>> VARIANTS = Map.of("arm", List.of("v5", "v6", "v7", "v8"),
			"amd64", List.of("v1", "v2", "v3", "v4"));
	private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9._-]*");

	private Platforms() {
	}

	/** A platform; throws {@link ValueException} with a message for the architect when the text is none. */
	public static Platform parse(String text) {
		var parts = List.of(text.replaceAll("\\s", "").toLowerCase(Locale.ROOT).split("/", 4));
		if (parts.size() < 2 || parts.size() > 3 || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
			throw new ValueException("'%s' is not a platform. Write operating system and architecture, for instance linux/amd64."
					.formatted(text));
		}
		if (ARCHITECTURES.contains(parts.get(0)) && OPERATING_SYSTEMS.contains(parts.get(1))) {
			throw new ValueException("The operating system comes first. Write %s/%s.".formatted(parts.get(1), parts.get(0)),
					Optional.of(new Meant(parts.get(0) + "/" + parts.get(1), parts.get(1) + "/" + parts.get(0))));
		}
		var operatingSystem = known(parts.get(0), "operating system", OPERATING_SYSTEMS, OTHER_OPERATING_SYSTEMS);
		var architecture = known(parts.get(1), "architecture", ARCHITECTURES, OTHER_ARCHITECTURES).split("/");
		return new Platform(operatingSystem, architecture[0], architecture.length > 1
				? impliedVariant(parts, architecture[1])
				: variant(architecture[0], parts.size() > 2 ? parts.get(2) : ""));
	}

	/** A CPU architecture alone; throws {@link ValueException} with a message for the architect when the text is none. */
	public static String parseArchitecture(String text) {
		return known(text.toLowerCase(Locale.ROOT), "architecture", ARCHITECTURES, OTHER_ARCHITECTURES).split("/")[0];
	}

	/** The name that Go has for what is meant. */
	private static String known(String name, String kind, List<String> names, Map<String, String> otherNames) {
		var canonical = otherNames.getOrDefault(name, name);
		if (!canonical.equals(name) || names.contains(name)) {
			return canonical;
		}
		var near = NearNames.of(name, Stream.concat(names.stream(), otherNames.keySet().stream()));
		throw new ValueException("'%s' is not an %s that images are built for. %s".formatted(name, kind, near.isEmpty()
				? "Write one of %s.".formatted(String.join(", ", names))
				: near.stream().collect(Collectors.joining("', '", "Did you mean '", "'?"))),
				near.size() == 1 ? Optional.of(new Meant(name, near.getFirst())) : Optional.empty());
	}

	private static Optional<String> impliedVariant(List<String> parts, String variant) {
		if (parts.size() > 2 && !withLetter(parts.get(2)).equals(variant)) {
			throw new ValueException("'%s' is variant %s of arm by itself. Write arm/%s if you mean that."
					.formatted(parts.get(1), variant, withLetter(parts.get(2))));
		}
		return Optional.of(variant);
	}

	/** The usual variant is left away, but for arm, where it is written out. */
	private static Optional<String> variant(String architecture, String written) {
		var variant = switch (architecture) {
			case "arm" -> written.isEmpty() ? "v7" : withLetter(written);
			case "arm64" -> withLetter(written).equals("v8") ? "" : withLetter(written);
			default -> written;
		};
		var known = VARIANTS.get(architecture);
		if (known != null && !variant.isEmpty() && !known.contains(variant)) {
			throw new ValueException("'%s' is not a variant of %s. Write one of %s.".formatted(written, architecture,
					String.join(", ", known)));
		}
		return Optional.of(variant).filter(name -> !name.isEmpty() && !(architecture.equals("amd64") && name.equals("v1")));
	}

	private static String withLetter(String variant) {
		return !variant.isEmpty() && Character.isDigit(variant.charAt(0)) ? "v" + variant : variant;
	}
}
