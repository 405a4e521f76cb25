package org.vcdsl.pipeline;

import java.util.List;

import org.vcdsl.backend.Backend;
import org.vcdsl.backend.ansible.AnsibleBackend;
import org.vcdsl.backend.cloudinit.CloudInitBackend;
import org.vcdsl.backend.compose.ComposeBackend;
import org.vcdsl.backend.kubernetes.KubernetesBackend;
import org.vcdsl.backend.libvirt.LibvirtBackend;
import org.vcdsl.backend.lxc.LxcBackend;

/** All backends there are, in the order in which their artefacts are listed. */
public final class Backends {

	private Backends() {
	}

	public static List<Backend> all() {
		return List.of(new LibvirtBackend(), new CloudInitBackend(), new ComposeBackend(), new LxcBackend(),
				new KubernetesBackend(), new AnsibleBackend());
	}
}
