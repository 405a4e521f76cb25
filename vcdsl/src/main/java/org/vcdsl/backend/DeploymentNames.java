package org.vcdsl.backend;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import org.vcdsl.topology.Volume;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** Names, paths and addresses on which artefacts of different backends must agree. */
public final class DeploymentNames {

	/** Where libvirt keeps disks on a host. */
	public static final String DISK_FOLDER = "/var/lib/libvirt/images";

	private DeploymentNames() {
	}

	/** A name of letters, digits and hyphens that is safe as a file name, host name and service name: {@code web-2} for {@code web[2]}. */
	public static String slug(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
	}

	/** Where a virtual machine's boot disk lies on its host. */
	public static String bootDisk(VirtualMachine vm) {
		return DISK_FOLDER + "/" + slug(vm.name()) + "-boot.qcow2";
	}

	/** Where a virtual machine's cloud-init seed image lies on its host. */
	public static String seedDisk(VirtualMachine vm) {
		return DISK_FOLDER + "/" + slug(vm.name()) + "-seed.iso";
	}

	/** Where a volume lies on its host. */
	public static String volumeFile(Volume volume) {
		return DISK_FOLDER + "/" + slug(volume.name()) + ".qcow2";
	}

	/** The Linux bridge that carries a network on a host: at most 15 characters (IFNAMSIZ - 1), cut with a hash behind. */
	public static String bridge(String network) {
		var name = "br-" + slug(network);
		return name.length() <= 15 ? name : name.substring(0, 10) + "-" + HexFormat.of().formatHex(hash(network), 0, 2);
	}

	/** The libvirt domain definition of a virtual machine. */
	public static String domainPath(VirtualMachine vm) {
		return "libvirt/" + slug(vm.standsOn()) + "/domain-" + slug(vm.name()) + ".xml";
	}

	/** The libvirt definition of a network on a host. */
	public static String networkPath(String host, String network) {
		return "libvirt/" + slug(host) + "/network-" + slug(network) + ".xml";
	}

	/** The libvirt definition of a volume. */
	public static String volumePath(String host, Volume volume) {
		return "libvirt/" + slug(host) + "/volume-" + slug(volume.name()) + ".xml";
	}

	/** A file of a virtual machine's cloud-init seed: {@code user-data}, {@code meta-data} or {@code network-config}. */
	public static String cloudInitPath(VirtualMachine vm, String file) {
		return "cloud-init/" + slug(vm.name()) + "/" + file;
	}

	/** The Compose file of everything that docker runs on one host. */
	public static String composePath(String host) {
		return "compose/" + slug(host) + "/compose.yaml";
	}

	/** The Compose service of a container. */
	public static String composeService(Workload container) {
		return slug(container.name());
	}

	/** A stable, locally administered MAC address: a hash of topology, workload and network (SHA-256, QEMU's prefix 52:54:00). */
	public static String macAddress(String topology, String workload, String network) {
		return "52:54:00:" + HexFormat.ofDelimiter(":").formatHex(hash(topology + "/" + workload + "/" + network), 0, 3);
	}

	private static byte[] hash(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}
}
