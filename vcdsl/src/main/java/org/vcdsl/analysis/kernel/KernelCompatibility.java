package org.vcdsl.analysis.kernel;

import static org.vcdsl.analysis.kernel.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.Verdict.UNKNOWN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.ContainerTraits;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Requirement;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Version;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Compares what each container and its image ask for with the kernel it borrows and what it stands on.
 *
 * <p>Verdicts are right or unknown: a version known to {@code 6.1} answers {@code >= 5.8} and leaves {@code >= 6.1.50} open; a
 * kernel that carries features back from newer ones is never refused for its version alone; of a kernel that an isolation brings
 * along nothing but its family is known.
 */
public final class KernelCompatibility {

	private static final Pattern X86_LEVEL = Pattern.compile("x86-64-v([1-4])");

	private final Topology topology;

	private KernelCompatibility(Topology topology) {
		this.topology = topology;
	}

	/** All questions that a topology raises, with their answers, in its order; linear in workloads and requirements. */
	public static List<Compatibility> of(Topology topology) {
		var answers = new ArrayList<Compatibility>();
		var compatibility = new KernelCompatibility(topology);
		topology.declarations().values().forEach(workloads -> compatibility.answer(workloads, answers));
		return List.copyOf(answers);
	}

	/** Members of one declaration that stand on one platform share the answers. */
	private void answer(List<Workload> workloads, List<Compatibility> answers) {
		if (!asks(workloads.getFirst())) {
			return;
		}
		workloads.stream()
				.collect(Collectors.groupingBy(topology::standsOn, LinkedHashMap::new, Collectors.toList()))
				.values().forEach(together -> new Asking(together).answer(answers));
	}

	private static boolean asks(Workload workload) {
		return switch (workload) {
			case Container container -> container.image().isPresent() || !container.traits().requirements().isEmpty();
			case SystemContainer container -> container.image().isPresent() || !container.traits().requirements().isEmpty();
			case Pod pod -> true;
			case VirtualMachine vm -> false;
			case MicroVirtualMachine vm -> false;
		};
	}

	/** Workloads of one declaration on one platform, asking. */
	private final class Asking {

		private final List<Workload> workloads;
		private final ContainerHost platform;
		private final Optional<Isolation> isolation;
		/** The container that is asked about, in a pod. */
		private Optional<String> container = Optional.empty();

		Asking(List<Workload> workloads) {
			this.workloads = workloads;
			this.platform = topology.platformOf(workloads.getFirst());
			this.isolation = traits(workloads.getFirst()).flatMap(ContainerTraits::isolation);
		}

		void answer(List<Compatibility> answers) {
			switch (workloads.getFirst()) {
				case Container container -> answer(container.image(), container.traits().requirements(), answers);
				case SystemContainer container -> answer(container.image(), container.traits().requirements(), answers);
				case Pod pod -> pod.containers().forEach(member -> {
					container = Optional.of(member.name());
					answer(member.image(), member.requirements(), answers);
				});
				case VirtualMachine vm -> {
					// brings its own kernel
				}
				case MicroVirtualMachine vm -> {
					// brings its own kernel
				}
			}
		}

		private void answer(Optional<String> imageName, List<Requirement> own, List<Compatibility> answers) {
			var image = imageName.map(topology.images()::get);
			var asked = new ArrayList<Requirement>(own);
			if (image.isPresent()) {
				if (!image.get().platforms().isEmpty()) {
					answers.add(familyAnswer(image.get()));
				}
				asked.addAll(image.get().requirements());
			}
			for (var requirement : asked) {
				answers.add(answer(requirement, image.filter(from -> from.requirements().contains(requirement)), image));
			}
		}

		private Compatibility answer(Requirement requirement, Optional<Image> asking, Optional<Image> image) {
			return switch (requirement) {
				case Requirement.KernelVersion bound -> versionAnswer(bound, asking, image);
				case Requirement.Cgroup cgroup -> cgroupAnswer(cgroup, asking);
				case Requirement.Feature feature -> result(Kind.KERNEL_FEATURE, feature, asking, UNKNOWN,
						"nobody stated whether the kernel of '%s' has it".formatted(platform.name()));
				case Requirement.Option option -> optionAnswer(option, asking);
				case Requirement.Parameter parameter -> parameterAnswer(parameter, asking);
				case Requirement.Engine engine -> engineAnswer(engine, asking);
				case Requirement.CpuModel model -> modelAnswer(model, asking);
			};
		}

		private Compatibility familyAnswer(Image image) {
			var question = "platform "
					+ image.platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
			var brought = isolation.filter(Isolation::bringsKernel);
			if (brought.isPresent()) {
				var family = brought.get() == Isolation.HYPERV ? KernelFamily.WINDOWS : KernelFamily.LINUX;
				return result(Kind.KERNEL_FAMILY, question, image.source(), Optional.of(image), isBuiltFor(image, family) ? RUNS : FAILS,
						"isolation %s brings a %s kernel".formatted(brought.get().label(), family.platformName()));
			}
			var kernel = kernelOf(platform);
			if (kernel.isEmpty()) {
				return result(Kind.KERNEL_FAMILY, question, image.source(), Optional.of(image), UNKNOWN, unstatedSystem());
			}
			var family = kernel.get().family();
			return result(Kind.KERNEL_FAMILY, question, image.source(), Optional.of(image), isBuiltFor(image, family) ? RUNS : FAILS,
					"'%s' runs %s, a %s kernel".formatted(platform.name(), osName(), family.platformName()));
		}

		private Compatibility versionAnswer(Requirement.KernelVersion required, Optional<Image> asking, Optional<Image> image) {
			if (ownKernel().isPresent()) {
				return result(Kind.KERNEL_VERSION, required, asking, UNKNOWN, ownKernel().get());
			}
			var kernel = kernelOf(platform);
			if (kernel.isEmpty()) {
				return result(Kind.KERNEL_VERSION, required, asking, UNKNOWN, unstatedSystem());
			}
			if (image.map(built -> built.platforms().isEmpty()).orElse(true) && kernel.get().family() != KernelFamily.LINUX) {
				return result(Kind.KERNEL_VERSION, required, asking, UNKNOWN,
						"'%s' runs %s, whose versions do not compare with those of Linux; state 'platform' in the image"
								.formatted(platform.name(), osName()));
			}
			var upstream = kernel.get().upstream();
			var holds = upstream.flatMap(version -> required.comparison().holds(version, required.bound()));
			var verdict = holds.isEmpty() ? UNKNOWN
					: holds.get() ? RUNS : kernel.get().backported() ? UNKNOWN : FAILS;
			var reason = "'%s' runs %s".formatted(platform.name(), kernel.get().label());
			if (verdict == UNKNOWN) {
				reason += holds.isPresent()
						? ", whose vendor carries features back from newer kernels, so that %s alone does not decide"
								.formatted(upstream.get())
						: upstream.map(version -> ", of which upstream %s is known and no more; state 'upstream'".formatted(version))
								.orElse("; state 'upstream'");
			}
			return result(Kind.KERNEL_VERSION, required, asking, verdict, reason);
		}

		private Compatibility cgroupAnswer(Requirement.Cgroup required, Optional<Image> asking) {
			if (ownKernel().isPresent()) {
				return result(Kind.CGROUP_VERSION, required, asking, UNKNOWN, ownKernel().get());
			}
			var cgroup = platform.operatingSystem().flatMap(OperatingSystem::cgroup);
			if (cgroup.isEmpty()) {
				return result(Kind.CGROUP_VERSION, required, asking, UNKNOWN,
						"nobody stated which cgroup version '%s' runs; state 'cgroup' in its 'os'".formatted(platform.name()));
			}
			return result(Kind.CGROUP_VERSION, required, asking, cgroup.get().offers(required.version()) ? RUNS : FAILS,
					"'%s' runs cgroup %s".formatted(platform.name(), cgroup.get().label()));
		}

		private Compatibility optionAnswer(Requirement.Option required, Optional<Image> asking) {
			var value = ownKernel().isPresent() ? Optional.<String>empty()
					: kernelOf(platform).map(kernel -> kernel.options().get(required.option()));
			return result(Kind.KERNEL_OPTION, required, asking,
					value.isEmpty() ? UNKNOWN : value.get().equals("n") ? FAILS : RUNS,
					value.map(stated -> "'%s' states %s %s".formatted(platform.name(), required.option(), stated))
							.orElseGet(() -> ownKernel().orElse("nobody stated the option of '%s'; state 'options' in its 'os'"
									.formatted(platform.name()))));
		}

		private Compatibility parameterAnswer(Requirement.Parameter required, Optional<Image> asking) {
			var stated = ownKernel().isEmpty()
					&& kernelOf(platform).filter(kernel -> kernel.parameters().contains(required.parameter())).isPresent();
			return result(Kind.BOOT_PARAMETER, required, asking, stated ? RUNS : UNKNOWN,
					stated ? "'%s' is booted with it".formatted(platform.name())
							: ownKernel().orElse("nobody stated that '%s' is booted with it; state 'parameters' in its 'os'"
									.formatted(platform.name())));
		}

		private Compatibility engineAnswer(Requirement.Engine required, Optional<Image> asking) {
			if (platform.engines().isEmpty()) {
				return result(Kind.ENGINE, required, asking, UNKNOWN, "nobody stated an engine of '%s'".formatted(platform.name()));
			}
			var engines = platform.engines().stream().map(ContainerEngine::label).collect(Collectors.joining(", "));
			var engine = platform.engines().stream().filter(own -> own.name().equals(required.kind())).findFirst();
			if (engine.isEmpty()) {
				return result(Kind.ENGINE, required, asking, FAILS, "'%s' runs %s".formatted(platform.name(), engines));
			}
			if (required.bound().isEmpty()) {
				return result(Kind.ENGINE, required, asking, RUNS, "'%s' runs %s".formatted(platform.name(), engines));
			}
			var holds = engine.get().version().flatMap(Version::parse)
					.flatMap(version -> required.bound().get().comparison().holds(version, required.bound().get().version()));
			return result(Kind.ENGINE, required, asking, holds.isEmpty() ? UNKNOWN : holds.get() ? RUNS : FAILS,
					"'%s' runs %s%s".formatted(platform.name(), engine.get().label(),
							holds.isEmpty() ? ", and nobody stated its version more exactly" : ""));
		}

		/** Levels of x86-64 contain each other (x86-64 psABI, micro-architecture levels); other names are compared as they are. */
		private Compatibility modelAnswer(Requirement.CpuModel required, Optional<Image> asking) {
			var model = switch (platform) {
				case Host host -> host.hardware().cpuModel();
				case VirtualMachine vm -> vm.cpuModel();
			};
			if (model.isEmpty()) {
				return result(Kind.CPU_MODEL, required, asking, UNKNOWN,
						"nobody stated the CPU model of '%s'; state 'model'".formatted(platform.name()));
			}
			var offered = X86_LEVEL.matcher(model.get());
			var wanted = X86_LEVEL.matcher(required.model());
			var verdict = model.get().equals(required.model()) ? RUNS
					: !offered.matches() || !wanted.matches() ? UNKNOWN
							: Integer.parseInt(offered.group(1)) >= Integer.parseInt(wanted.group(1)) ? RUNS : FAILS;
			return result(Kind.CPU_MODEL, required, asking, verdict,
					"'%s' offers %s".formatted(platform.name(), model.get()));
		}

		/** Why nothing is known of the kernel, when it is not that of the platform. */
		private Optional<String> ownKernel() {
			return isolation.filter(kind -> kind.bringsKernel() || kind == Isolation.GVISOR)
					.map(kind -> "isolation %s puts a kernel of its own between, of which nothing is known".formatted(kind.label()));
		}

		private String unstatedSystem() {
			return "nobody stated what operating system '%s' runs; state '%s'".formatted(platform.name(),
					platform instanceof VirtualMachine ? "guest" : "os");
		}

		private String osName() {
			return platform.operatingSystem().map(OperatingSystem::name).orElse("an operating system nobody stated");
		}

		private Compatibility result(Kind kind, Requirement required, Optional<Image> asking, Verdict verdict, String reason) {
			return result(kind, required.toString(), required.source(), asking, verdict, reason);
		}

		private Compatibility result(Kind kind, String question, SourceRange asked, Optional<Image> asking, Verdict verdict,
				String reason) {
			return new Compatibility(workloads, container, asking.map(Image::name), platform, kind, question, asked, verdict, reason,
					platform.operatingSystem().map(OperatingSystem::sources).orElse(List.of()));
		}
	}

	private static boolean isBuiltFor(Image image, KernelFamily family) {
		return image.platforms().stream().anyMatch(built -> built.operatingSystem().equals(family.platformName()));
	}

	private static Optional<ContainerTraits> traits(Workload workload) {
		return switch (workload) {
			case Container container -> Optional.of(container.traits());
			case SystemContainer container -> Optional.of(container.traits());
			case Pod pod -> Optional.of(pod.traits());
			case VirtualMachine vm -> Optional.empty();
			case MicroVirtualMachine vm -> Optional.empty();
		};
	}

	private static Optional<Kernel> kernelOf(ContainerHost platform) {
		return platform.operatingSystem().map(OperatingSystem::kernel);
	}
}
