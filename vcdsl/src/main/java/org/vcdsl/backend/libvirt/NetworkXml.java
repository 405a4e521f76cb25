package org.vcdsl.backend.libvirt;

import static org.vcdsl.backend.XmlElement.element;
import static org.vcdsl.backend.XmlElement.text;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.XmlElement;
import org.vcdsl.topology.Network;

/** A libvirt network: guests join the bridge that carries the network on the host. */
final class NetworkXml {

	private NetworkXml() {
	}

	/** The bridge is the host's own and carries the VLAN, so neither VLAN nor addresses are libvirt's business. */
	static XmlElement of(Network network) {
		return element("network",
				text("name", DeploymentNames.slug(network.name())),
				element("forward").with("mode", "bridge"),
				element("bridge").with("name", DeploymentNames.bridge(network.name())));
	}
}
