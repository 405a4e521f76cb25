package org.vcdsl.backend.libvirt;

import static org.vcdsl.backend.XmlElement.element;
import static org.vcdsl.backend.XmlElement.text;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.XmlElement;

/** The libvirt storage pool in which the volumes of a host lie: the one that libvirt's own tools make where there is none. */
final class PoolXml {

	private PoolXml() {
	}

	static XmlElement document() {
		return element("pool",
				text("name", DeploymentNames.STORAGE_POOL),
				element("target", text("path", DeploymentNames.DISK_FOLDER)))
				.with("type", "dir");
	}
}
