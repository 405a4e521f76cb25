package org.vcdsl.backend.compose;

import static org.vcdsl.backend.BackendFindings.missing;
import static org.vcdsl.backend.BackendFindings.notExpressed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.YamlDocument;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Topology;

/** Prints one Compose file for each docker engine that containers stand on. */
public final class ComposeBackend implements Backend {

	@Override
	public String id() {
		return "compose";
	}

	@Override
	public Output generate(Topology topology, Plan plan) {
		var artifacts = new ArrayList<Artifact>();
		startable(topology).stream()
				.collect(Collectors.groupingBy(topology::standsOn, LinkedHashMap::new, Collectors.toList()))
				.forEach((host, containers) -> artifacts.add(new Artifact(DeploymentNames.composePath(host),
						YamlDocument.print(new ComposeFile(topology, containers).document()))));
		return new Output(artifacts, findings(topology));
	}

	private static List<Finding> findings(Topology topology) {
		var findings = new ArrayList<Finding>();
		findings.addAll(notExpressed(containers(topology, container -> !standsOnDocker(container, topology)),
				names -> "No Compose service is written for " + names + ": there is no 'engine docker' below. Place the "
						+ "workload where there is one, or deploy it with the tools of its own engine."));
		findings.addAll(missing(
				containers(topology, container -> standsOnDocker(container, topology) && !hasReference(container, topology)),
				names -> "No Compose service is written for " + names + ": nobody stated where the image comes from. Add an "
						+ "'image' whose 'ref' a registry knows."));
		findings.addAll(networkFindings(topology));
		return findings;
	}

	/** Said once for each network, however many containers of however many hosts attach to it. */
	private static List<Finding> networkFindings(Topology topology) {
		var attached = new LinkedHashMap<String, List<Container>>();
		startable(topology).forEach(container -> container.nics()
				.forEach(network -> attached.computeIfAbsent(network, name -> new ArrayList<>()).add(container)));
		return topology.networks().values().stream().filter(network -> attached.containsKey(network.name()))
				.flatMap(network -> notExpressed(List.of(network), name -> "Compose gives "
						+ Names.few(attached.get(network.name())) + " a bridge inside the host in place of network "
						+ name + ": published ports answer on the host's address, but the containers are not on the network "
						+ "itself and have no address of it" + kept(topology, attached.get(network.name()), network)
						+ ". Publish every port that others need, or run the workload in a virtual machine.").stream())
				.toList();
	}

	/** An address that somebody gave is not passed over in silence. */
	private static String kept(Topology topology, List<Container> containers, Network network) {
		var addressed = containers.stream().filter(container -> !topology.addressesOf(container, network.name()).isEmpty()).toList();
		return addressed.isEmpty() ? "" : ", not even " + Names.few(addressed) + ", for which the placement file keeps one";
	}

	private static List<Container> startable(Topology topology) {
		return containers(topology,
				container -> standsOnDocker(container, topology) && hasReference(container, topology));
	}

	private static boolean standsOnDocker(Container container, Topology topology) {
		ContainerHost host = topology.platformOf(container);
		return host.engines().stream().anyMatch(engine -> engine.name().equals("docker"));
	}

	private static boolean hasReference(Container container, Topology topology) {
		return container.image().map(topology.images()::get).flatMap(Image::reference).isPresent();
	}

	private static List<Container> containers(Topology topology, Predicate<Container> condition) {
		return topology.workloads().values().stream().filter(Container.class::isInstance).map(Container.class::cast)
				.filter(condition).toList();
	}
}
