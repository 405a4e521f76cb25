package org.vcdsl.backend.lxc;

import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.SystemContainers;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.Topology;

/** Prints one configuration file for each system container that an LXC engine starts. */
public final class LxcBackend implements Backend {

	@Override
	public String id() {
		return "lxc";
	}

	@Override
	public Output generate(Topology topology, Plan plan) {
		var containers = new SystemContainers(topology);
		var template = new LxcConfigurationTemplate();
		var artifacts = containers.all().stream().filter(containers::isWritten)
				.map(container -> new Artifact(DeploymentNames.lxcPath(topology.standsOn(container), container),
						template.print(LxcConfiguration.of(topology, container))))
				.toList();
		return new Output(artifacts, new LxcFindings(topology, containers).all());
	}
}
