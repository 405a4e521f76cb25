package org.vcdsl.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Version;

/**
 * What a distribution makes of upstream's kernels.
 *
 * @param upstream the upstream versions that kernels of one name were made from, by that name: {@code 6.1.0-28}
 * @param carried features of newer kernels that it carries back; what is not in here may be carried all the same
 */
public record KernelBuilds(String name, Map<String, ReleaseSpan> upstream, List<CarriedFeature> carried, Provenance provenance)
		implements CatalogueFact {

	/** What Debian puts behind the names of kernels that it makes of the same source. */
	private static final Pattern FLAVOUR = Pattern.compile("(-cloud|-rt)?-(686|686-pae|amd64|arm64|armmp|powerpc64le|s390x)$");
	/** A name that counts builds, in contrast to upstream's own names and to those that somebody gave a kernel of his own. */
	private static final Pattern COUNTED = Pattern.compile("\\d+(\\.\\d+)*-\\d.*");
	private static final Pattern NUMBERS = Pattern.compile("^\\d+([.-]\\d+)*");

	public KernelBuilds {
		upstream = Collections.unmodifiableMap(new LinkedHashMap<>(upstream));
		carried = List.copyOf(carried);
	}

	/**
	 * A feature that a distribution carries.
	 *
	 * @param since numbers of the first kernel that has it, in the distribution's count: {@code 4.18.0.477}; absent if all have it
	 */
	public record CarriedFeature(String feature, Optional<Version> since) {
	}

	/** What a kernel was made from, by what {@code uname -r} answers on it. */
	public Optional<ReleaseSpan> upstreamOf(String release) {
		return Optional.ofNullable(upstream.get(FLAVOUR.matcher(release).replaceFirst("")));
	}

	/**
	 * Whether a kernel is known to have a feature carried back.
	 *
	 * @param release what {@code uname -r} answers; absent where it is some kernel of the distribution
	 */
	public boolean carries(String feature, Optional<String> release) {
		return release.map(name -> COUNTED.matcher(name).matches()).orElse(true) && carried.stream().filter(known -> known.feature().equals(feature))
				.anyMatch(known -> known.since().map(first -> release.flatMap(KernelBuilds::numbers)
						.flatMap(own -> Comparison.AT_LEAST.holds(own, first)).orElse(false)).orElse(true));
	}

	/** The numbers that a name of a kernel begins with: {@code 4.18.0-477.el8} gives {@code 4.18.0.477}. */
	public static Optional<Version> numbers(String release) {
		return NUMBERS.matcher(release).results().findFirst().map(MatchResult::group).map(numbers -> numbers.replace('-', '.'))
				.flatMap(Version::parse);
	}
}
