package org.vcdsl.backend.libvirt;

import java.util.ArrayList;
import java.util.List;

import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;

/** Prints the virtual machines of KVM hosts, with the networks, volumes and the storage pool they need there, as libvirt's XML. */
public final class LibvirtBackend implements Backend {

	@Override
	public String id() {
		return "libvirt";
	}

	@Override
	public Output generate(Topology topology, Plan plan) {
		var kvmHosts = new KvmHosts(topology);
		var artifacts = new ArrayList<Artifact>();
		for (var host : kvmHosts.all()) {
			addFilesOf(host, kvmHosts, topology, artifacts);
		}
		return new Output(artifacts, new LibvirtFindings(topology, kvmHosts).all());
	}

	private static void addFilesOf(Host host, KvmHosts kvmHosts, Topology topology, List<Artifact> artifacts) {
		for (var network : kvmHosts.networksOn(host)) {
			artifacts.add(new Artifact(DeploymentNames.networkPath(host.name(), network.name()),
					NetworkXml.of(network).print()));
		}
		if (kvmHosts.volumesOn(host).stream().anyMatch(volume -> volume.sizeBytes().isPresent())) {
			artifacts.add(new Artifact(DeploymentNames.poolPath(host.name()), PoolXml.document().print()));
		}
		for (var volume : kvmHosts.volumesOn(host)) {
			volume.sizeBytes().ifPresent(size -> artifacts.add(
					new Artifact(DeploymentNames.volumePath(host.name(), volume), VolumeXml.of(volume, size).print())));
		}
		for (var vm : kvmHosts.definedOn(host)) {
			artifacts.add(new Artifact(DeploymentNames.domainPath(host.name(), vm), new DomainXml(topology, vm).document().print()));
		}
	}
}
