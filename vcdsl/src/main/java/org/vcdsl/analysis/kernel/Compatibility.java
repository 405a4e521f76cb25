package org.vcdsl.analysis.kernel;

import java.util.List;
import java.util.Optional;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Workload;

/**
 * The answer to one question about an image on the kernel that its containers borrow. A question is asked only when the text
 * raises it.
 *
 * @param workloads the containers concerned: those of one declaration on one platform, which share the answer
 * @param container name of the container in a pod that asks; absent for other workloads
 * @param image name of the image that asks; absent when the workload asks itself
 * @param platform what they stand on
 * @param question what was asked, as written: {@code kernel >= 5.8}
 * @param asked where it was asked
 * @param reason what was compared, as a clause: {@code 'alpha' runs kernel 6.1.0-28}
 * @param sources where the facts come from
 */
public record Compatibility(List<Workload> workloads, Optional<String> container, Optional<String> image, ContainerHost platform, Kind kind, String question,
		SourceRange asked, Verdict verdict, String reason, List<String> sources) {

	/** What a question is about. */
	public enum Kind {
		KERNEL_FAMILY, KERNEL_VERSION, CGROUP_VERSION, KERNEL_FEATURE, KERNEL_OPTION, BOOT_PARAMETER, ENGINE, CPU_MODEL
	}

	public Compatibility {
		workloads = List.copyOf(workloads);
		sources = List.copyOf(sources);
	}

	/** Who asks, by the name it was declared with: {@code web}, or {@code k8s.checkout.app} for a container in a pod. */
	public String asker() {
		var declaration = workloads.getFirst().declaration();
		return container.map(name -> declaration + "." + name).orElse(declaration);
	}
}
