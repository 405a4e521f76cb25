package org.vcdsl.resolve;

import java.util.List;
import java.util.Optional;

import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Topology;

/**
 * What resolving answers: a topology, or the errors because of which there is none; never a half-built one.
 *
 * @param catalogue the facts of what the topology names that verdicts may rest on
 * @param findings errors when there is no topology, else what is worth a remark
 */
public record Resolution(Optional<Topology> topology, Catalogue catalogue, List<Finding> findings) {

	public Resolution {
		findings = List.copyOf(findings);
	}
}
