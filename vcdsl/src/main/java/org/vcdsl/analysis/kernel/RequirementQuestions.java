package org.vcdsl.analysis.kernel;

import static org.vcdsl.analysis.kernel.catalogue.Answer.PLATFORM;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNKNOWN;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Requirement;
import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/** The questions that stand behind {@code requires}, of a workload or of its image. */
final class RequirementQuestions {

	private static final Pattern X86_LEVEL = Pattern.compile("x86-64-v([1-4])");

	private final Catalogue catalogue;
	private final Systems systems;

	RequirementQuestions(Catalogue catalogue, Systems systems) {
		this.catalogue = catalogue;
		this.systems = systems;
	}

	/** The workload's own, then those of its image. */
	Stream<Question> of(Asker asker, Optional<Image> image) {
		return Stream.concat(asker.requirements().stream().map(requirement -> question(requirement, asker, image, Optional.empty())),
				image.stream().flatMap(stated -> stated.requirements().stream().map(
						requirement -> question(requirement, asker, image, Optional.of(stated.name())))));
	}

	private Question question(Requirement requirement, Asker asker, Optional<Image> image, Optional<String> asking) {
		return new Question(kind(requirement), requirement.toString(), requirement.source(), asking,
				environment -> Optional.of(answer(requirement, asker, image, environment)));
	}

	private static Kind kind(Requirement requirement) {
		return switch (requirement) {
			case Requirement.KernelVersion bound -> Kind.KERNEL_VERSION;
			case Requirement.Cgroup cgroup -> Kind.CGROUP_VERSION;
			case Requirement.Feature feature -> Kind.KERNEL_FEATURE;
			case Requirement.Option option -> Kind.KERNEL_OPTION;
			case Requirement.Parameter parameter -> Kind.BOOT_PARAMETER;
			case Requirement.Engine engine -> Kind.ENGINE;
			case Requirement.CpuModel model -> Kind.CPU_MODEL;
		};
	}

	private Answer answer(Requirement requirement, Asker asker, Optional<Image> image, Environment environment) {
		return switch (requirement) {
			case Requirement.Engine engine -> engine(engine, environment);
			case Requirement.CpuModel model -> model(model, environment);
			case Requirement other when asker.hasKernelBetween() -> Answer.of(UNKNOWN,
					"isolation %s puts a kernel of its own between, of which nothing is known".formatted(asker.isolation().get().label()));
			case Requirement.KernelVersion bound -> version(bound, image, environment);
			case Requirement.Cgroup cgroup -> cgroup(cgroup, environment);
			case Requirement.Feature feature -> feature(feature, environment);
			case Requirement.Option option -> option(option, environment);
			case Requirement.Parameter parameter -> parameter(parameter, environment);
		};
	}

	private Answer version(Requirement.KernelVersion required, Optional<Image> image, Environment environment) {
		var kernel = environment.kernel();
		if (kernel.isEmpty()) {
			return unstatedSystem(environment);
		}
		if (image.map(built -> built.platforms().isEmpty()).orElse(true) && kernel.get().family() != KernelFamily.LINUX) {
			return Answer.of(UNKNOWN, "'%s' runs %s, whose versions do not compare with those of Linux; state 'platform' in the image"
					.formatted(PLATFORM, environment.systemName()));
		}
		var upstream = systems.abilities(environment).orElseThrow().upstream(new Bound(required.comparison(), required.bound()));
		var holds = upstream.holds();
		var verdict = holds.isEmpty() ? UNKNOWN : holds.get() ? RUNS : kernel.get().backported() ? UNKNOWN : FAILS;
		var reason = "'%s' runs %s".formatted(PLATFORM, upstream.label());
		var known = kernel.get().upstream();
		if (verdict == UNKNOWN) {
			reason += holds.isPresent()
					? ", whose vendor carries features back from newer kernels, so that %s alone does not decide".formatted(known.get())
					: known.filter(any -> !upstream.isMapped())
							.map(version -> ", of which upstream %s is known and no more; state 'upstream'".formatted(version))
							.orElse("; state 'upstream'");
		}
		return upstream.settle(restingOnRelease(verdict, reason, environment));
	}

	private Answer cgroup(Requirement.Cgroup required, Environment environment) {
		var cgroup = environment.system().flatMap(OperatingSystem::cgroup);
		return cgroup.map(hierarchy -> restingOnRelease(hierarchy.offers(required.version()) ? RUNS : FAILS,
				"'%s' runs cgroup %s".formatted(PLATFORM, hierarchy.label()), environment))
				.orElseGet(() -> Answer.of(UNKNOWN,
						"nobody stated which cgroup version '%s' runs; state 'cgroup' in its 'os'".formatted(PLATFORM)));
	}

	private Answer feature(Requirement.Feature required, Environment environment) {
		var abilities = systems.abilities(environment);
		var facts = catalogue.feature(required.feature());
		if (abilities.isEmpty()) {
			return unstatedSystem(environment);
		}
		return facts.map(abilities.get()::feature)
				.map(answer -> answer.because("on '%s' %s".formatted(PLATFORM, answer.reason())))
				.orElseGet(() -> Answer.of(UNKNOWN, "nobody stated whether the kernel of '%s' has it".formatted(PLATFORM)));
	}

	private Answer option(Requirement.Option required, Environment environment) {
		return systems.abilities(environment).map(abilities -> abilities.option(required.option()))
				.filter(answer -> answer.verdict() != UNKNOWN)
				.map(answer -> answer.because("on '%s' %s".formatted(PLATFORM, answer.reason())))
				.orElseGet(() -> Answer.of(UNKNOWN, "nobody stated the option of '%s'; state 'options' in its 'os'".formatted(PLATFORM)));
	}

	private static Answer parameter(Requirement.Parameter required, Environment environment) {
		return environment.kernel().filter(kernel -> kernel.parameters().contains(required.parameter())).isPresent()
				? Answer.of(RUNS, "'%s' is booted with it".formatted(PLATFORM))
				: Answer.of(UNKNOWN, "nobody stated that '%s' is booted with it; state 'parameters' in its 'os'".formatted(PLATFORM));
	}

	private static Answer engine(Requirement.Engine required, Environment environment) {
		if (environment.engines().isEmpty()) {
			return Answer.of(UNKNOWN, "nobody stated an engine of '%s'".formatted(PLATFORM));
		}
		var engine = environment.engines().stream().filter(own -> own.name().equals(required.kind())).findFirst();
		if (engine.isEmpty() || required.bound().isEmpty()) {
			return Answer.of(engine.isEmpty() ? FAILS : RUNS, "'%s' runs %s".formatted(PLATFORM,
					environment.engines().stream().map(ContainerEngine::label).collect(Collectors.joining(", "))));
		}
		var holds = engine.get().version().flatMap(Version::parse)
				.flatMap(version -> required.bound().get().comparison().holds(version, required.bound().get().version()));
		return Answer.of(holds.isEmpty() ? UNKNOWN : holds.get() ? RUNS : FAILS, "'%s' runs %s%s".formatted(PLATFORM,
				engine.get().label(), holds.isEmpty() ? ", and nobody stated its version more exactly" : ""));
	}

	/** Levels of x86-64 contain each other (x86-64 psABI, micro-architecture levels); other names are compared as they are. */
	private static Answer model(Requirement.CpuModel required, Environment environment) {
		var model = environment.cpuModel();
		if (model.isEmpty()) {
			return Answer.of(UNKNOWN, "nobody stated the CPU model of '%s'; state 'model'".formatted(PLATFORM));
		}
		var offered = X86_LEVEL.matcher(model.get());
		var wanted = X86_LEVEL.matcher(required.model());
		var verdict = model.get().equals(required.model()) ? RUNS
				: !offered.matches() || !wanted.matches() ? UNKNOWN
						: Integer.parseInt(offered.group(1)) >= Integer.parseInt(wanted.group(1)) ? RUNS : FAILS;
		return Answer.of(verdict, "'%s' offers %s".formatted(PLATFORM, model.get()));
	}

	static Answer unstatedSystem(Environment environment) {
		return Answer.of(UNKNOWN, "nobody stated what operating system '%s' runs; state '%s'".formatted(PLATFORM,
				environment.isMachine() ? "guest" : "os"));
	}

	/** What is known of a system may come from the catalogue. */
	static Answer restingOnRelease(Verdict verdict, String reason, Environment environment) {
		return new Answer(verdict, reason, environment.system().map(OperatingSystem::sources).orElse(List.of()));
	}
}
