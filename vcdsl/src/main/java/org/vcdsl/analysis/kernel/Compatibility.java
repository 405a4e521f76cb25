package org.vcdsl.analysis.kernel;

import java.util.List;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Workload;

/**
 * The answer to one question about an image on the kernel that its containers borrow. A question is asked only when the text
 * raises it.
 *
 * @param workloads the containers concerned: all of one declaration, which share the answer
 * @param image what they run
 * @param platform what they stand on
 * @param question what was asked, as written: {@code kernel >= 5.8}
 * @param asked where it was asked
 * @param reason what was compared, as a clause: {@code 'alpha' runs kernel 6.1.0-28}
 * @param sources where the facts come from
 */
public record Compatibility(List<Workload> workloads, Image image, ContainerHost platform, Kind kind, String question,
		SourceRange asked, Verdict verdict, String reason, List<String> sources) {

	/** What a question is about. */
	public enum Kind {
		KERNEL_FAMILY, KERNEL_VERSION, CGROUP_VERSION
	}

	public Compatibility {
		workloads = List.copyOf(workloads);
		sources = List.copyOf(sources);
	}
}
