package org.vcdsl.pipeline;

import java.util.List;
import java.util.Optional;

import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Topology;

/**
 * The verdicts on one root package.
 *
 * @param name of the package
 * @param topology absent when errors in the text leave none
 * @param findings in reading order, accepted ones marked
 */
public record Checked(String name, Optional<Topology> topology, List<Finding> findings) {

	public Checked {
		findings = List.copyOf(findings);
	}
}
