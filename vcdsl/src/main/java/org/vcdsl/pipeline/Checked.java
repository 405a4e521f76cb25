package org.vcdsl.pipeline;

import java.util.List;
import java.util.Optional;

import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Topology;

/**
 * The verdicts on one root package.
 *
 * @param name of the package
 * @param topology absent when errors in the text leave none
 * @param catalogue what is known of the things it names
 * @param findings in reading order, accepted ones marked
 */
public record Checked(String name, Optional<Topology> topology, Catalogue catalogue, List<Finding> findings) {

	public Checked {
		findings = List.copyOf(findings);
	}

	/** Text that has errors, and so no topology. */
	static Checked withErrors(String name, List<Finding> errors) {
		return new Checked(name, Optional.empty(), Catalogue.EMPTY, errors);
	}

	/** The same verdicts, but for other findings. */
	public Checked with(List<Finding> others) {
		return new Checked(name, topology, catalogue, others);
	}
}
