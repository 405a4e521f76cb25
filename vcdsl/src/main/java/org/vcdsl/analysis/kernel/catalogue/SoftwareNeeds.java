package org.vcdsl.analysis.kernel.catalogue;

import static org.vcdsl.analysis.kernel.catalogue.Verdict.DEGRADED;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNKNOWN;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNSUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.SeccompProfile;
import org.vcdsl.facts.SoftwareCase;
import org.vcdsl.facts.SoftwareFacts;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.facts.SoftwareRequirement;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/**
 * Whether software fits the system below it: an engine or orchestrator by what its functions require, a C library or an init system
 * in an image by its known cases.
 *
 * <p>What a range of versions leaves open, because the version is not stated or the range is only a name, refuses nothing.
 */
public final class SoftwareNeeds {

	private final Catalogue catalogue;
	private final Kernel kernel;
	private final Optional<CgroupHierarchy> cgroup;
	private final Optional<String> architecture;
	private final KernelAbilities abilities;

	/**
	 * Asks about one system.
	 *
	 * @param abilities of its kernel
	 * @param architecture as OCI names it
	 */
	public SoftwareNeeds(Catalogue catalogue, Kernel kernel, KernelAbilities abilities, Optional<CgroupHierarchy> cgroup,
			Optional<String> architecture) {
		this.catalogue = catalogue;
		this.kernel = kernel;
		this.abilities = abilities;
		this.cgroup = cgroup;
		this.architecture = architecture;
	}

	/** What one function of a version of a software says of the system, each fact by itself; none when nothing is known of it. */
	public List<Answer> function(SoftwareFacts software, Optional<Version> version, String scope) {
		var answers = new ArrayList<Answer>();
		for (var requirement : software.requirements()) {
			var applies = requirement.versions().contains(version);
			if (requirement.scope().equals(scope) && applies.orElse(true)) {
				answers(software, requirement)
						.map(answer -> applies.isPresent() ? answer : open(answer, software, requirement.versions().toString()))
						.forEach(answers::add);
			}
		}
		return List.copyOf(answers);
	}

	private Stream<Answer> answers(SoftwareFacts software, SoftwareRequirement requirement) {
		var who = "%s (%s) needs".formatted(software.name(), requirement.scope());
		var answers = new ArrayList<Answer>();
		requirement.kernel().ifPresent(bound -> answers.add(isLinux() ? abilities.version(bound, "kernel", who, requirement.provenance())
				: Answer.of(UNKNOWN, who + " a Linux kernel", requirement.provenance())));
		requirement.advised().filter(bound -> isLinux()).map(bound -> advised(bound, requirement, who)).ifPresent(answers::add);
		requirement.build().ifPresent(build -> answers.add(build(build, requirement, who)));
		if (isLinux()) {
			requirement.features().forEach(name -> answers.add(catalogue.feature(name).map(abilities::feature)
					.map(answer -> requirement.provenance().isVerified("feature") || answer.verdict() == RUNS ? answer
							: answer.doubted())
					.orElseGet(() -> Answer.of(UNKNOWN, who + " " + name + ", of which nothing is known", requirement.provenance()))));
			cgroup.filter(hierarchy -> !requirement.cgroups().isEmpty() && !worksWithAny(requirement))
					.ifPresent(hierarchy -> answers.add(cgroups(hierarchy, requirement, who)));
		}
		return answers.stream();
	}

	private static Answer open(Answer answer, SoftwareFacts software, String versions) {
		return answer.verdict() == RUNS ? answer
				: new Answer(UNKNOWN, "%s, if this is %s %s".formatted(answer.reason(), software.name(), versions), answer.sources());
	}

	private Answer advised(Bound bound, SoftwareRequirement requirement, String who) {
		var answer = abilities.version(bound, "advised", who.replace(" needs", " is advised from"), requirement.provenance());
		return answer.verdict() == FAILS ? new Answer(DEGRADED, answer.reason(), answer.sources()) : answer;
	}

	private Answer build(Version build, SoftwareRequirement requirement, String who) {
		if (kernel.family() != KernelFamily.WINDOWS) {
			return Answer.of(FAILS, who + " Windows", requirement.provenance());
		}
		var holds = kernel.upstream().flatMap(own -> Comparison.AT_LEAST.holds(own, build));
		return Answer.restingOn(requirement.provenance(), "build", holds.isEmpty() ? UNKNOWN : holds.get() ? RUNS : FAILS,
				"%s build %s, this is %s".formatted(who, build, kernel.label()));
	}

	/** Then nothing depends on it. */
	private static boolean worksWithAny(SoftwareRequirement requirement) {
		return requirement.cgroups().stream().filter(support -> support.state().isEmpty()).map(SoftwareRequirement.CgroupSupport::version)
				.distinct().count() > 1;
	}

	private static Answer cgroups(CgroupHierarchy hierarchy, SoftwareRequirement requirement, String who) {
		var support = requirement.cgroups().stream().filter(offered -> hierarchy.offers(offered.version())).findFirst();
		var reason = "%s one of the control groups it knows, here %s".formatted(who, hierarchy.label());
		if (support.isPresent()) {
			return Answer.restingOn(requirement.provenance(), "cgroup",
					support.get().state().filter(state -> state.equals("deprecated") || state.equals("maintenance")).isPresent() ? DEGRADED
							: RUNS,
					reason);
		}
		var isOnly = requirement.cgroups().stream().anyMatch(offered -> offered.state().filter("only"::equals).isPresent());
		return isOnly ? Answer.restingOn(requirement.provenance(), "cgroup", FAILS, reason)
				: Answer.of(FAILS, reason, requirement.provenance()).doubted();
	}

	/**
	 * What is known of a version of a C library, init system or other program in an image on this system, each case by itself.
	 *
	 * @param profile the default profile of the engine below, with the engine's version
	 */
	public List<Answer> inImage(SoftwareFacts software, Optional<Version> version, Optional<SeccompProfile> profile,
			Optional<Version> engine) {
		var answers = new ArrayList<Answer>();
		for (var known : software.cases()) {
			var applies = known.versions().contains(version);
			if (isHere(known) && applies.orElse(true)) {
				answer(software, known, profile, engine)
						.map(answer -> applies.isPresent() ? answer : open(answer, software, known.versions().toString()))
						.ifPresent(answers::add);
			}
		}
		return List.copyOf(answers);
	}

	private boolean isHere(SoftwareCase known) {
		return known.architectures().isEmpty() || !isCertainlyElsewhere(known);
	}

	/** Words such as 'other than x86' leave it open. */
	private boolean isCertainlyElsewhere(SoftwareCase known) {
		return architecture.isPresent() && known.architectures().stream()
				.noneMatch(name -> name.contains(" ") || isSame(name, architecture.get()));
	}

	private boolean isCertainlyHere(SoftwareCase known) {
		return known.architectures().isEmpty()
				|| architecture.isPresent() && known.architectures().stream().anyMatch(name -> isSame(name, architecture.get()));
	}

	private static boolean isSame(String vendors, String architecture) {
		return switch (vendors) {
			case "x86_64" -> architecture.equals("amd64");
			case "aarch64" -> architecture.equals("arm64");
			case "powerpc64le", "ppc64el" -> architecture.equals("ppc64le");
			default -> vendors.equals(architecture);
		};
	}

	private Optional<Answer> answer(SoftwareFacts software, SoftwareCase known, Optional<SeccompProfile> profile,
			Optional<Version> engine) {
		var who = software.name() + " needs";
		return switch (known.kind()) {
			case "min_kernel" -> known.kernel().filter(bound -> isLinux()).map(bound -> leastKernel(software, known, bound, who));
			case "incompatibility" -> !known.cgroups().isEmpty() ? cgroup.map(hierarchy -> cgroupCase(software, known, hierarchy))
					: !known.options().isEmpty() ? built(software, known) : profiled(software, known, profile, engine);
			default -> Optional.empty();
		};
	}

	/** Makers of an init system stop supporting old kernels before it stops working on them. */
	private Answer leastKernel(SoftwareFacts software, SoftwareCase known, Bound bound, String who) {
		var answer = software.kind() == SoftwareKind.LIBC ? abilities.release(bound, who, known.provenance())
				: abilities.version(bound, "kernel", who, known.provenance());
		if (answer.verdict() != FAILS) {
			return answer;
		}
		return !isCertainlyHere(known) ? answer.doubted()
				: new Answer(software.kind() == SoftwareKind.INIT ? UNSUPPORTED : FAILS, answer.reason(), answer.sources())
						.advising(known.remedy());
	}

	private Answer cgroupCase(SoftwareFacts software, SoftwareCase known, CgroupHierarchy hierarchy) {
		var isHit = known.cgroups().contains(hierarchy);
		var switchedOff = kernel.parameters().stream()
				.filter(parameter -> Stream.concat(known.symptom().stream(), known.remedy().stream()).anyMatch(text -> text.contains(parameter)))
				.findFirst();
		if (isHit && switchedOff.isPresent()) {
			return Answer.of(UNKNOWN, "%s under cgroup %s, booted with %s".formatted(software.name(), hierarchy.label(), switchedOff.get()),
					known.provenance());
		}
		return Answer.restingOn(known.provenance(), "cgroup",
				!isHit ? RUNS : software.kind() == SoftwareKind.INIT ? FAILS : DEGRADED,
				isHit ? "%s under cgroup %s: %s".formatted(software.name(), hierarchy.label(), known.symptom().orElse("incompatible"))
						: "%s does not mind cgroup %s".formatted(software.name(), hierarchy.label())).advising(known.remedy());
	}

	/**
	 * What a kernel is built with is only its default: parameters that it is booted with decide, if the condition or the remedy names them.
	 * Parameters that nobody stated may still be there.
	 */
	private Optional<Answer> built(SoftwareFacts software, SoftwareCase known) {
		if (!isLinux()) {
			return Optional.empty();
		}
		var symptom = "%s on a kernel built with %s: %s".formatted(software.name(), String.join(", ", known.options()),
				known.symptom().orElse("it breaks"));
		if (isStatedIn(known.condition())) {
			return Optional.of(Answer.of(FAILS, symptom, known.provenance()).advising(known.remedy()));
		}
		if (isStatedIn(known.remedy())) {
			return Optional.of(Answer.of(RUNS, software.name() + " on a kernel that is booted for it", known.provenance()));
		}
		return known.options().stream().map(abilities::option).max(Answer.BY_WEIGHT.reversed()).map(on -> switch (on.verdict()) {
			case RUNS -> Answer.of(FAILS, symptom, known.provenance()).doubted().advising(known.remedy());
			case FAILS -> Answer.of(RUNS, on.reason(), known.provenance());
			default -> Answer.of(UNKNOWN, on.reason(), known.provenance());
		});
	}

	/** Whether the kernel is booted with a parameter that a text names, as a whole or with its value apart: {@code a=b or c}. */
	private boolean isStatedIn(Optional<String> text) {
		return text.isPresent() && kernel.parameters().stream().anyMatch(parameter -> {
			var equals = parameter.indexOf('=');
			return text.get().contains(parameter) || equals > 0 && text.get().contains(parameter.substring(0, equals + 1))
					&& List.of(text.get().split("\\W+")).contains(parameter.substring(equals + 1));
		});
	}

	/**
	 * A call that a profile leaves out may be refused or answered as unknown to the kernel, which a program can cope with: so it is
	 * never certain that it breaks.
	 */
	private static Optional<Answer> profiled(SoftwareFacts software, SoftwareCase known, Optional<SeccompProfile> profile,
			Optional<Version> engine) {
		if (profile.isEmpty() || engine.isEmpty()) {
			return Optional.empty();
		}
		return known.systemCalls().stream().filter(call -> profile.get().names(call, engine.get()).equals(Optional.of(false))).findFirst()
				.map(call -> Answer.of(FAILS, "the default profile %s of version %s does not name %s, which %s calls: %s".formatted(
						profile.get().name(), engine.get(), call, software.name(), known.symptom().orElse("it may break")),
						known.provenance()).doubted().advising(known.remedy()));
	}

	private boolean isLinux() {
		return kernel.family() == KernelFamily.LINUX;
	}
}
