package org.vcdsl.analysis.kernel;

import java.util.List;
import java.util.Optional;

import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Workload;

/**
 * The answer to one question about a workload where it stands. A question is asked only when the text raises it.
 *
 * @param workloads those concerned: members of one declaration on platforms that are alike, which share the answer
 * @param container name of the container in a pod that asks; absent for other workloads
 * @param image name of the image that raises the question; absent when the workload does
 * @param platforms what they stand on, each once
 * @param question what was asked, as written: {@code kernel >= 5.8}
 * @param asked where it was asked
 */
public record Compatibility(List<Workload> workloads, Optional<String> container, Optional<String> image, List<ContainerHost> platforms,
		Kind kind, String question, SourceRange asked, Answer answer) {

	/** What a question is about. */
	public enum Kind {
		/** Whose system calls it makes. */
		KERNEL_FAMILY,
		/** What CPU its programs are built for. */
		CPU_ARCHITECTURE,
		/** A bound on the version of the kernel. */
		KERNEL_VERSION,
		/** Something the kernel has to be able to do. */
		KERNEL_FEATURE,
		/** An option that the kernel has to be built with. */
		KERNEL_OPTION,
		/** A parameter that the kernel has to be booted with. */
		BOOT_PARAMETER,
		/** The version of the control groups. */
		CGROUP_VERSION,
		/** A kind of engine, and perhaps a bound on its version. */
		ENGINE,
		/** A CPU model. */
		CPU_MODEL,
		/** The init system it starts with. */
		INIT,
		/** The C library it brings. */
		LIBC,
		/** The build of Windows it is made from. */
		WINDOWS_BUILD,
		/** The release it is made from, and what the vendor of the host's system says of it. */
		VENDOR_SUPPORT
	}

	public Compatibility {
		workloads = List.copyOf(workloads);
		platforms = List.copyOf(platforms);
	}

	/** Who asks, by the name it was declared with: {@code web}, or {@code k8s.checkout.app} for a container in a pod. */
	public String asker() {
		var declaration = workloads.getFirst().declaration();
		return container.map(name -> declaration + "." + name).orElse(declaration);
	}

	/** Why, as a clause about the first of the platforms. */
	public String reason() {
		return answer.reasonOn(platforms.getFirst().name());
	}
}
