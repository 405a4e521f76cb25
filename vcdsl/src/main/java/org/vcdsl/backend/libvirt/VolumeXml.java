package org.vcdsl.backend.libvirt;

import static org.vcdsl.backend.XmlElement.element;
import static org.vcdsl.backend.XmlElement.text;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.XmlElement;
import org.vcdsl.topology.Volume;

/** A libvirt volume: a disk image that grows as it is filled. */
final class VolumeXml {

	private VolumeXml() {
	}

	static XmlElement of(Volume volume, long sizeBytes) {
		var path = DeploymentNames.volumeFile(volume);
		return element("volume",
				text("name", path.substring(path.lastIndexOf('/') + 1)),
				SizeElement.of("capacity", sizeBytes),
				SizeElement.of("allocation", 0),
				element("target",
						text("path", path),
						element("format").with("type", "qcow2")))
				.with("type", "file");
	}
}
