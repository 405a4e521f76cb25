package org.vcdsl.analysis.kernel.catalogue;

import static org.vcdsl.analysis.kernel.catalogue.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.FeatureFacts;
import org.vcdsl.facts.KernelBuilds;
import org.vcdsl.facts.KernelConfiguration;
import org.vcdsl.facts.Provenance;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/**
 * Whether a kernel can do something: by its upstream version, its vendor's backports and its configuration.
 *
 * <p>The upstream version is the stated one, or what the distribution made a kernel of this name from; where that were several, all of
 * them have to say the same. A version that is too low refuses nothing where the vendor carries features back, and what it is known to
 * carry is there, options and all. A configuration was read in one package; it answers for kernels of the same upstream major and minor
 * version on the same architecture.
 */
public final class KernelAbilities {

	private static final int MAJOR_AND_MINOR = 2;
	/** Builds such as {@code -rt} and {@code -cloud} are configured in a way of their own. */
	private static final Pattern STANDARD_BUILD = Pattern.compile("[0-9.+~-]*(\\+deb[0-9+]+)?(-(amd64|arm64))?");
	private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)*");
	/** What such a feature is built with is only its default. */
	private static final String BOOT_OPTION = "boot option";

	private final Kernel kernel;
	private final Optional<String> architecture;
	private final Optional<KernelConfiguration> configuration;
	private final Optional<KernelBuilds> builds;

	/**
	 * Asks about one kernel.
	 *
	 * @param architecture of its host, as OCI names it
	 * @param configuration of the release it comes from, if known
	 * @param builds of its vendor, if known
	 */
	public KernelAbilities(Kernel kernel, Optional<String> architecture, Optional<KernelConfiguration> configuration,
			Optional<KernelBuilds> builds) {
		this.kernel = kernel;
		this.architecture = architecture;
		this.configuration = configuration.filter(this::isOfThisKernel);
		this.builds = builds.filter(any -> kernel.family() == KernelFamily.LINUX);
	}

	/** Asks about a kernel that a release brings or somebody states on it, by all that is known of the release. */
	public static KernelAbilities on(Optional<ReleaseFacts> release, Catalogue catalogue, Kernel kernel, Optional<String> architecture) {
		return new KernelAbilities(kernel, architecture, release.flatMap(catalogue::configurationOf), release.flatMap(catalogue::buildsOf));
	}

	private boolean isOfThisKernel(KernelConfiguration read) {
		var version = read.kernel().map(name -> name.split("[-+~]", 2)[0]).flatMap(Version::parse)
				.map(full -> full.known(MAJOR_AND_MINOR));
		return kernel.release().map(name -> STANDARD_BUILD.matcher(name).matches()).orElse(true) && version.isPresent() && kernel.upstream().map(own -> own.known(MAJOR_AND_MINOR)).equals(version)
				&& (architecture.isEmpty() || read.architecture().isEmpty() || read.architecture().equals(architecture));
	}

	/** Whether it has a feature. */
	public Answer feature(FeatureFacts feature) {
		if (kernel.family() != KernelFamily.LINUX) {
			return Answer.of(FAILS, "%s is a feature of Linux and this is a %s kernel".formatted(feature.name(),
					kernel.family().platformName()), feature.provenance());
		}
		if (isCarried(feature)) {
			return Answer.of(RUNS, "%s has %s, as its vendor says".formatted(kernel.label(), feature.name()), builds.get().provenance());
		}
		var answers = new ArrayList<Answer>();
		feature.since().ifPresent(since -> answers.add(
				version(new Bound(Comparison.AT_LEAST, since), "since", feature.name() + " needs", feature.provenance())));
		feature.options().stream().map(this::option).map(answer -> feature.privilege().equals(Optional.of(BOOT_OPTION))
				? new Answer(UNKNOWN, answer.reason() + ", and a boot parameter may change it", answer.sources()) : answer)
				.forEach(answers::add);
		if (feature.since().isEmpty()) {
			answers.add(Answer.of(UNKNOWN, "nobody knows since when there is " + feature.name(), feature.provenance()));
		}
		return answers.stream().max(Answer.BY_WEIGHT).orElseThrow();
	}

	/** Whether its vendor says that it has a feature, hence its options, too; one that somebody states to be left out decides. */
	private boolean isCarried(FeatureFacts feature) {
		return builds.filter(known -> known.provenance().isVerified("carries"))
				.filter(known -> known.carries(feature.name(), kernel.release())).isPresent()
				&& feature.options().stream().noneMatch(option -> "n".equals(kernel.options().get(option)));
	}

	/** Whether its upstream version satisfies a bound that stands behind a key of an entry. */
	public Answer version(Bound bound, String key, String who, Provenance provenance) {
		var question = "%s kernel %s %s".formatted(who, bound.comparison().symbol(), bound.version());
		var upstream = upstream(bound);
		if (upstream.holds().isEmpty()) {
			return Answer.of(UNKNOWN, question + " and %s does not say enough".formatted(upstream.label()), provenance);
		}
		if (!upstream.holds().get() && kernel.backported()) {
			return Answer.of(UNKNOWN, question + " and the vendor of %s carries features back".formatted(kernel.label()), provenance);
		}
		return upstream.settle(Answer.restingOn(provenance, key, upstream.holds().get() ? RUNS : FAILS,
				question + ", this is " + upstream.label()));
	}

	/** Whether its upstream version satisfies a bound, and what that rests on. */
	public Upstream upstream(Bound bound) {
		var stated = kernel.upstream().flatMap(version -> bound.comparison().holds(version, bound.version()));
		var made = kernel.release().flatMap(release -> builds.flatMap(known -> known.upstreamOf(release)));
		return stated.isPresent() || made.isEmpty() ? new Upstream(stated, kernel.label(), false, Provenance.NONE)
				: new Upstream(made.get().holds(bound), "%s, made from upstream %s".formatted(kernel.label(), made.get()), true,
						builds.get().provenance());
	}

	/**
	 * Whether the upstream version of a kernel satisfies a bound.
	 *
	 * @param holds empty where it is not known precisely enough
	 * @param label of the kernel, with what is known of its upstream version beside what is stated
	 * @param isMapped whether that is known from the name of the kernel
	 * @param provenance of what is known from the name
	 */
	public record Upstream(Optional<Boolean> holds, String label, boolean isMapped, Provenance provenance) {

		/** The answer with the documents that the version rests on; what nobody read refuses nothing. */
		public Answer settle(Answer answer) {
			var sources = Stream.concat(answer.sources().stream(), provenance.sources().stream()).distinct().toList();
			var known = new Answer(answer.verdict(), answer.reason(), sources, answer.speaksAgainst(), answer.remedy());
			return provenance.isVerified("release") ? known : known.doubted();
		}
	}

	/** Whether what {@code uname -r} answers satisfies a bound, which is all that a C library looks at; backports do not count. */
	public Answer release(Bound bound, String who, Provenance provenance) {
		var question = "%s a kernel that says it is %s %s".formatted(who, bound.comparison().symbol(), bound.version());
		var release = kernel.release().map(NUMBERS::matcher).filter(Matcher::lookingAt).map(Matcher::group).flatMap(Version::parse)
				.or(kernel::upstream);
		var holds = release.flatMap(version -> bound.comparison().holds(version, bound.version()));
		return holds.isEmpty() ? Answer.of(UNKNOWN, question + " and %s does not say enough".formatted(kernel.label()), provenance)
				: Answer.restingOn(provenance, "kernel", holds.get() ? RUNS : FAILS, question + ", this is " + kernel.label());
	}

	/** Whether it was built with an option, stated or as its release's configuration says. */
	public Answer option(String option) {
		var stated = Optional.ofNullable(kernel.options().get(option));
		if (stated.isPresent()) {
			return new Answer(stated.get().equals("n") ? FAILS : RUNS, "%s is stated to be %s".formatted(option, stated.get()), List.of());
		}
		var read = configuration.flatMap(known -> known.has(option));
		return new Answer(read.isEmpty() ? UNKNOWN : read.get() ? RUNS : FAILS,
				read.isEmpty() ? "nobody stated the option " + option
						: "%s is %s in %s".formatted(option, configuration.get().values().get(option), configuration.get().name()),
				read.isEmpty() ? List.of() : configuration.get().provenance().sources());
	}
}
