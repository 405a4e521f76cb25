package org.vcdsl.backend;

import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.VirtualMachine;

/** Which guests are prepared by a cloud-init seed: where there is none, no artefact may ask for its disk. */
public final class Seed {

	private Seed() {
	}

	/** Whether the guest is known to be Linux. */
	public static boolean isFor(VirtualMachine vm) {
		return vm.guest().filter(guest -> guest.kernel().family() == KernelFamily.LINUX).isPresent();
	}
}
