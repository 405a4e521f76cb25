package org.vcdsl.analysis.kernel;

import static org.vcdsl.analysis.kernel.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.Verdict.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Requirement;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Compares what each image asks for with the kernel that its containers borrow.
 *
 * <p>Verdicts are right or unknown: a version known to {@code 6.1} answers {@code >= 5.8} and leaves {@code >= 6.1.50} open; a
 * kernel that carries features back from newer ones is never refused for its version alone.
 */
public final class KernelCompatibility {

	private final Topology topology;

	private KernelCompatibility(Topology topology) {
		this.topology = topology;
	}

	/** All questions that a topology raises, with their answers, in its order; linear in workloads and requirements. */
	public static List<Compatibility> of(Topology topology) {
		var answers = new ArrayList<Compatibility>();
		topology.declarations().values()
				.forEach(workloads -> new KernelCompatibility(topology).answer(workloads, answers));
		return List.copyOf(answers);
	}

	private void answer(List<Workload> workloads, List<Compatibility> answers) {
		if (workloads.getFirst() instanceof Container container && container.image().isPresent()) {
			var image = topology.images().get(container.image().get());
			var platform = topology.platformOf(container);
			if (!image.platforms().isEmpty()) {
				answers.add(familyAnswer(workloads, image, platform));
			}
			for (var requirement : image.requirements()) {
				answers.add(switch (requirement) {
					case Requirement.KernelVersion bound -> versionAnswer(workloads, image, platform, bound);
					case Requirement.Cgroup cgroup -> cgroupAnswer(workloads, image, platform, cgroup);
				});
			}
		}
	}

	private Compatibility familyAnswer(List<Workload> workloads, Image image, ContainerHost platform) {
		var question = "platform "
				+ image.platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
		var kernel = kernelOf(platform);
		if (kernel.isEmpty()) {
			return unstated(workloads, image, platform, Kind.KERNEL_FAMILY, question, image.source());
		}
		var family = kernel.get().family().platformName();
		var runs = image.platforms().stream().anyMatch(built -> built.operatingSystem().equals(family));
		return new Compatibility(workloads, image, platform, Kind.KERNEL_FAMILY, question, image.source(),
				runs ? RUNS : FAILS, "'%s' runs %s, a %s kernel".formatted(platform.name(), osName(platform), family),
				sources(platform));
	}

	private Compatibility versionAnswer(List<Workload> workloads, Image image, ContainerHost platform,
			Requirement.KernelVersion required) {
		var kernel = kernelOf(platform);
		if (kernel.isEmpty()) {
			return unstated(workloads, image, platform, Kind.KERNEL_VERSION, required.toString(), required.source());
		}
		if (image.platforms().isEmpty() && kernel.get().family() != KernelFamily.LINUX) {
			return new Compatibility(workloads, image, platform, Kind.KERNEL_VERSION, required.toString(), required.source(),
					UNKNOWN, "'%s' runs %s, whose versions do not compare with those of Linux; state 'platform' in the image"
							.formatted(platform.name(), osName(platform)), sources(platform));
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
		return new Compatibility(workloads, image, platform, Kind.KERNEL_VERSION, required.toString(), required.source(),
				verdict, reason, sources(platform));
	}

	private Compatibility cgroupAnswer(List<Workload> workloads, Image image, ContainerHost platform,
			Requirement.Cgroup required) {
		var cgroup = platform.operatingSystem().map(OperatingSystem::cgroup);
		if (cgroup.isEmpty() || cgroup.get().isEmpty()) {
			return new Compatibility(workloads, image, platform, Kind.CGROUP_VERSION, required.toString(),
					required.source(), UNKNOWN, "nobody stated which cgroup version '%s' runs; state 'cgroup' in its 'os'"
							.formatted(platform.name()), sources(platform));
		}
		var actual = cgroup.get().getAsInt();
		return new Compatibility(workloads, image, platform, Kind.CGROUP_VERSION, required.toString(), required.source(),
				actual == required.version() ? RUNS : FAILS, "'%s' runs cgroup %s".formatted(platform.name(), actual),
				sources(platform));
	}

	private static Compatibility unstated(List<Workload> workloads, Image image, ContainerHost platform, Kind kind,
			String question, SourceRange asked) {
		return new Compatibility(workloads, image, platform, kind, question, asked, UNKNOWN,
				"nobody stated what operating system '%s' runs; state '%s'".formatted(platform.name(),
						platform instanceof VirtualMachine ? "guest" : "os"),
				List.of());
	}

	private static Optional<Kernel> kernelOf(ContainerHost platform) {
		return platform.operatingSystem().map(OperatingSystem::kernel);
	}

	private static String osName(ContainerHost platform) {
		return platform.operatingSystem().map(OperatingSystem::name).orElse("an operating system nobody stated");
	}

	private static List<String> sources(ContainerHost platform) {
		return platform.operatingSystem().map(OperatingSystem::sources).orElse(List.of());
	}
}
