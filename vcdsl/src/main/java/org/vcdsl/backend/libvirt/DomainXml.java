package org.vcdsl.backend.libvirt;

import static org.vcdsl.backend.XmlElement.element;
import static org.vcdsl.backend.XmlElement.text;

import java.util.ArrayList;
import java.util.List;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.Seed;
import org.vcdsl.backend.XmlElement;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * A libvirt domain.
 *
 * <p>Precondition: virtual CPUs and memory are stated, and all volumes stand on the host of the virtual machine.
 */
final class DomainXml {

	/** What the language calls {@code amd64}, as libvirt names it. */
	static final String ARCHITECTURE = "x86_64";

	static final String MACHINE = "q35";

	private final Topology topology;
	private final VirtualMachine vm;

	DomainXml(Topology topology, VirtualMachine vm) {
		this.topology = topology;
		this.vm = vm;
	}

	XmlElement document() {
		var domain = new ArrayList<XmlElement>();
		domain.add(text("name", DeploymentNames.slug(vm.name())));
		domain.add(text("uuid", DeploymentNames.uuid(topology.name(), vm).toString()));
		domain.add(text("description", vm.name() + " of " + topology.name()));
		domain.addAll(memory(vm.memoryBytes().orElseThrow()));
		domain.add(text("vcpu", Integer.toString(vm.vcpus().orElseThrow())));
		domain.add(element("os",
				text("type", "hvm").with("arch", ARCHITECTURE).with("machine", MACHINE),
				element("boot").with("dev", "hd")));
		domain.add(element("features", element("acpi"), element("apic")));
		domain.add(cpu());
		domain.add(element("clock").with("offset", isWindows() ? "localtime" : "utc"));
		domain.add(element("devices", devices()));
		return element("domain", domain).with("type", "kvm");
	}

	/** It starts with its request and may grow to its limit: the balloon makes the difference. */
	private static List<XmlElement> memory(Demand bytes) {
		var limit = SizeElement.of("memory", bytes.limit());
		return bytes.request() == bytes.limit() || bytes.request() == 0 ? List.of(limit)
				: List.of(limit, SizeElement.of("currentMemory", bytes.request()));
	}

	/** All the host has, by features that have a name, so that libvirt can compare them before it moves the machine live. */
	private static XmlElement cpu() {
		return element("cpu").with("mode", "host-model");
	}

	private List<XmlElement> devices() {
		var devices = new ArrayList<XmlElement>();
		devices.add(disk(DeploymentNames.bootDisk(vm), 0));
		for (var volume : vm.volumes()) {
			devices.add(disk(DeploymentNames.volumeFile(topology.volumes().get(volume)), devices.size()));
		}
		if (Seed.isFor(vm)) {
			devices.add(element("controller").with("type", "scsi").with("model", "virtio-scsi"));
			devices.add(seed());
		}
		vm.nics().forEach(network -> devices.add(nic(network)));
		devices.add(element("serial", element("target").with("port", "0")).with("type", "pty"));
		devices.add(element("console",
				element("target").with("type", "serial").with("port", "0")).with("type", "pty"));
		devices.add(element("channel",
				element("target").with("type", "virtio").with("name", "org.qemu.guest_agent.0")).with("type", "unix"));
		devices.add(element("rng", text("backend", "/dev/urandom").with("model", "random")).with("model", "virtio"));
		return devices;
	}

	/** Without the host's page cache: libvirt refuses to move a machine live with any other mode, for fear of stale data. */
	private static XmlElement disk(String file, int index) {
		return element("disk",
				element("driver").with("name", "qemu").with("type", "qcow2").with("cache", "none")
						.with("discard", "unmap"),
				element("source").with("file", file),
				element("target").with("dev", "vd" + letters(index)).with("bus", "virtio"))
				.with("type", "file").with("device", "disk");
	}

	/**
	 * The machine does not boot without its seed, but it may leave it behind when it moves: the guest read it long ago.
	 *
	 * <p>Not on SATA, as a CD usually is: kernels that are built for clouds, as Debian's, have no driver for it, and the guest would
	 * come up without a name, an address or a key (virt-manager issue 445, OpenNebula one-apps 309).
	 */
	private XmlElement seed() {
		return element("disk",
				element("driver").with("name", "qemu").with("type", "raw"),
				element("source").with("file", DeploymentNames.seedDisk(vm)).with("startupPolicy", "requisite"),
				element("target").with("dev", "sda").with("bus", "scsi"),
				element("readonly"))
				.with("type", "file").with("device", "cdrom");
	}

	private XmlElement nic(String network) {
		return element("interface",
				element("mac").with("address",
						DeploymentNames.macAddress(topology.name(), vm.name(), network)),
				element("source").with("network", DeploymentNames.slug(network)),
				element("model").with("type", "virtio"))
				.with("type", "network");
	}

	private boolean isWindows() {
		return vm.guest().filter(guest -> guest.kernel().family() == KernelFamily.WINDOWS).isPresent();
	}

	/** As Linux counts disks: a to z, then aa. */
	private static String letters(int index) {
		var last = Character.toString('a' + index % 26);
		return index < 26 ? last : letters(index / 26 - 1) + last;
	}
}
