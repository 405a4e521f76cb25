package org.vcdsl.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.KernelAbilities;
import org.vcdsl.analysis.kernel.catalogue.ReleaseKernel;
import org.vcdsl.analysis.kernel.catalogue.SoftwareNeeds;
import org.vcdsl.analysis.kernel.catalogue.VendorSupport;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.CatalogueFact;
import org.vcdsl.facts.FeatureFacts;
import org.vcdsl.facts.KernelBuilds;
import org.vcdsl.facts.KernelConfiguration;
import org.vcdsl.facts.Provenance;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.facts.SeccompProfile;
import org.vcdsl.facts.SoftwareCase;
import org.vcdsl.facts.SoftwareFacts;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.facts.SoftwareRequirement;
import org.vcdsl.facts.SupportMatrix;
import org.vcdsl.facts.VersionRange;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/** Questions that models ask, fixed by what the whole catalogue knows, and the verdicts that a catalogue gives on them. */
final class VerdictProbes {

	private static final List<LocalDate> DAYS = Stream.of(2012, 2016, 2019, 2021, 2023, 2026, 2029, 2034)
			.map(year -> LocalDate.of(year, 1, 15)).toList();
	private static final List<String> KERNELS = List.of("2.6.10", "2.6.18", "2.6.35", "3.3", "3.8", "3.12", "4.3", "4.10", "4.17", "4.19.5",
			"5.0", "5.2", "5.5", "5.9", "5.12", "5.16", "6.2", "7.3");
	private static final List<String> BUILDS = List.of("10.0.10240", "10.0.14393", "10.0.20348");
	private static final List<Optional<CgroupHierarchy>> CGROUPS = List.of(Optional.of(CgroupHierarchy.V1),
			Optional.of(CgroupHierarchy.V2));
	private static final Map<String, List<String>> ENGINES = Map.of("docker_default",
			List.of("19.03.1", "20.10.0", "20.10.9", "20.10.20", "24.0.5", "25.0.0", "27.3.1"), "containerd_default",
			List.of("1.4.0", "1.4.5", "1.5.0", "1.6.0", "1.7.5", "2.0.1"));

	private final Catalogue whole;

	/** Questions about everything that the whole catalogue knows. */
	VerdictProbes(Catalogue whole) {
		this.whole = whole;
	}

	/** The verdicts of a catalogue on the questions that such facts can decide, by question. */
	Map<String, String> verdicts(Catalogue catalogue, Set<CatalogueFact> about) {
		var verdicts = new TreeMap<String, String>();
		for (var fact : about) {
			switch (fact) {
				case ReleaseFacts release -> release(catalogue, release.name(), verdicts);
				case FeatureFacts feature -> feature(catalogue, feature, verdicts);
				case KernelConfiguration configuration -> options(catalogue, configuration, verdicts);
				case KernelBuilds builds -> builds(catalogue, builds.name(), verdicts);
				case SoftwareFacts software -> {
					functions(catalogue, software, verdicts);
					cases(catalogue, software, verdicts);
					profiled(catalogue, software, verdicts);
				}
				case SeccompProfile profile -> Stream.of(SoftwareKind.LIBC, SoftwareKind.COMPONENT)
						.flatMap(kind -> whole.software().get(kind).values().stream())
						.filter(software -> software.cases().stream().anyMatch(known -> !known.systemCalls().isEmpty()))
						.forEach(software -> profiled(catalogue, software, verdicts));
				case SupportMatrix matrix -> whole.releases().values().stream()
						.filter(release -> release.matrix().equals(Optional.of(matrix.name())))
						.forEach(release -> images(catalogue, release.name(), matrix, verdicts));
				default -> {
					// nothing asks yet
				}
			}
		}
		return verdicts;
	}

	private static void release(Catalogue catalogue, String name, Map<String, String> verdicts) {
		var release = catalogue.release(name);
		for (var day : DAYS) {
			verdicts.put(name + " on " + day, release.map(known -> VendorSupport.phase(known, day).name()).orElse("-"));
		}
		var kernel = release.flatMap(ReleaseKernel::of);
		for (var bound : List.of("3.10", "5.8")) {
			verdicts.put(name + " kernel >= " + bound, kernel.map(own -> new KernelAbilities(own, Optional.empty(), Optional.empty(), Optional.empty()).version(
					new Bound(Comparison.AT_LEAST, version(bound)), "kernel", "it needs", release.get().provenance()).verdict().name())
					.orElse("-"));
		}
		verdicts.put(name + " cgroup", release.flatMap(ReleaseKernel::cgroupOf).map(CgroupHierarchy::label).orElse("-"));
		verdicts.put(name + " family", kernel.map(own -> own.family().name()).orElse("-"));
		for (var cgroup : CGROUPS) {
			release.ifPresent(image -> {
				var needs = needs(catalogue, linux("3.1", Map.of()), cgroup, "amd64");
				Stream.of(SoftwareKind.LIBC, SoftwareKind.INIT).forEach(kind -> {
					var part = kind == SoftwareKind.LIBC ? image.libc() : image.init();
					var facts = part.flatMap(software -> catalogue.software(kind, software.kind()));
					verdicts.put("image from %s %s under %s".formatted(name, kind, cgroup), facts.map(known -> worst(needs.inImage(known,
							part.get().version().flatMap(Version::parse), Optional.empty(), Optional.empty()))).orElse("-"));
				});
			});
		}
	}

	private static void feature(Catalogue catalogue, FeatureFacts feature, Map<String, String> verdicts) {
		var options = feature.options().stream().collect(Collectors.toMap(option -> option, option -> "y", (one, other) -> one));
		for (var kernel : List.of("2.0", "7.3")) {
			verdicts.put("feature %s on %s".formatted(feature.name(), kernel), catalogue.feature(feature.name())
					.map(known -> new KernelAbilities(linux(kernel, options), Optional.empty(), Optional.empty(), Optional.empty()).feature(known).verdict()
							.name())
					.orElse("-"));
		}
	}

	private static void options(Catalogue catalogue, KernelConfiguration configuration, Map<String, String> verdicts) {
		var version = configuration.kernel().orElseThrow().split("-")[0];
		var abilities = new KernelAbilities(linux(version, Map.of()), Optional.of("amd64"),
				Optional.ofNullable(catalogue.configurations().get(configuration.name())), Optional.empty());
		configuration.values().keySet().forEach(option -> verdicts.put("option %s of %s".formatted(option, configuration.name()),
				abilities.option(option).verdict().name()));
	}

	/** Each name is asked for the upstream version it was made from, each carried feature of the first kernel that has it. */
	private void builds(Catalogue catalogue, String name, Map<String, String> verdicts) {
		var known = Optional.ofNullable(catalogue.builds().get(name));
		var asked = whole.builds().get(name);
		asked.upstream().forEach((release, span) -> verdicts.put("upstream of " + release,
				new KernelAbilities(vendorKernel(release, span.first().known(2)), Optional.empty(), Optional.empty(), known)
						.version(new Bound(Comparison.AT_LEAST, span.first()), "since", "it needs", Provenance.NONE).verdict().name()));
		asked.carried().forEach(carried -> verdicts.put("%s of %s".formatted(carried.feature(), name),
				new KernelAbilities(vendorKernel(carried.since().map(first -> first.toString().replaceFirst("\\.(\\d+)$", "-$1")).orElse("2.6.18-1"),
						version("2.6")), Optional.empty(), Optional.empty(), known)
						.feature(whole.feature(carried.feature()).orElseThrow()).verdict().name()));
	}

	private static Kernel vendorKernel(String release, Version upstream) {
		return new Kernel(KernelFamily.LINUX, Optional.of(release), Optional.of(upstream), true);
	}

	private void functions(Catalogue catalogue, SoftwareFacts software, Map<String, String> verdicts) {
		var scopes = software.requirements().stream().map(SoftwareRequirement::scope).distinct().toList();
		var versions = versions(software.requirements().stream().map(SoftwareRequirement::versions));
		var known = catalogue.software(software.kind(), software.name());
		for (var kernel : Stream.concat(KERNELS.stream().map(name -> linux(name, Map.of())),
				BUILDS.stream().map(VerdictProbes::windows)).toList()) {
			for (var cgroup : CGROUPS) {
				var needs = needs(catalogue, kernel, cgroup, "amd64");
				for (var scope : scopes) {
					for (var version : versions) {
						verdicts.put(String.join(" ", software.name(), label(version), scope, "on", kernel.label(), cgroup.toString()),
								known.map(facts -> worst(needs.function(facts, version, scope))).orElse("-"));
					}
				}
			}
		}
	}

	private static void cases(Catalogue catalogue, SoftwareFacts software, Map<String, String> verdicts) {
		if (software.cases().isEmpty()) {
			return;
		}
		var versions = versions(software.cases().stream().map(SoftwareCase::versions));
		var known = catalogue.software(software.kind(), software.name());
		var architectures = Stream.concat(Stream.of("amd64"),
				software.cases().stream().flatMap(about -> about.architectures().stream())).distinct().toList();
		var cgroups = software.cases().stream().allMatch(about -> about.cgroups().isEmpty()) ? CGROUPS.subList(0, 1) : CGROUPS;
		for (var kernel : KERNELS) {
			for (var cgroup : cgroups) {
				for (var architecture : architectures) {
					var needs = needs(catalogue, linux(kernel, Map.of()), cgroup, architecture);
					for (var version : versions) {
						verdicts.put(String.join(" ", "image with", software.name(), label(version), "on", kernel, cgroup.toString(), architecture),
								known.map(facts -> worst(needs.inImage(facts, version, Optional.empty(), Optional.empty()))).orElse("-"));
					}
				}
			}
		}
	}

	private static void profiled(Catalogue catalogue, SoftwareFacts software, Map<String, String> verdicts) {
		var versions = versions(software.cases().stream().map(SoftwareCase::versions));
		var known = catalogue.software(software.kind(), software.name());
		var needs = needs(catalogue, linux("7.3", Map.of()), Optional.empty(), "amd64");
		ENGINES.forEach((profile, engines) -> engines.forEach(engine -> versions.forEach(version -> verdicts.put(
				"image with %s %s under %s %s".formatted(software.name(), label(version), profile, engine),
				known.map(facts -> worst(needs.inImage(facts, version, Optional.ofNullable(catalogue.profiles().get(profile)),
						Version.parse(engine)))).orElse("-")))));
	}

	private static void images(Catalogue catalogue, String host, SupportMatrix matrix, Map<String, String> verdicts) {
		for (var image : matrix.images()) {
			for (var isolation : List.of(Isolation.PROCESS, Isolation.HYPERV)) {
				verdicts.put("image from %s on %s isolation %s".formatted(image.image(), host, isolation), catalogue.release(host)
						.flatMap(release -> catalogue.matrixOf(release)
								.flatMap(known -> VendorSupport.image(release, known, image.image(), isolation)))
						.map(answer -> answer.verdict().name()).orElse("-"));
			}
		}
	}

	private static SoftwareNeeds needs(Catalogue catalogue, Kernel kernel, Optional<CgroupHierarchy> cgroup, String architecture) {
		return new SoftwareNeeds(catalogue, kernel, new KernelAbilities(kernel, Optional.of(architecture), Optional.empty(), Optional.empty()), cgroup,
				Optional.of(architecture));
	}

	private static String worst(List<Answer> answers) {
		return answers.stream().max(Answer.BY_WEIGHT).map(answer -> answer.verdict().name()).orElse("-");
	}

	/** None, every bound, and something above and below all. */
	private static List<Optional<Version>> versions(Stream<VersionRange> ranges) {
		var versions = new LinkedHashSet<Version>(List.of(version("0.1"), version("9999")));
		ranges.flatMap(range -> range.bounds().stream()).map(Bound::version).forEach(versions::add);
		var asked = new ArrayList<Optional<Version>>(List.of(Optional.empty()));
		versions.forEach(version -> asked.add(Optional.of(version)));
		return asked;
	}

	private static String label(Optional<Version> version) {
		return version.map(Version::toString).orElse("of any version");
	}

	private static Kernel linux(String version, Map<String, String> options) {
		return new Kernel(KernelFamily.LINUX, Optional.of(version), Version.parse(version), false, options, List.of());
	}

	private static Kernel windows(String build) {
		return new Kernel(KernelFamily.WINDOWS, Optional.of(build), Version.parse(build), false);
	}

	private static Version version(String text) {
		return Version.parse(text).orElseThrow();
	}
}
