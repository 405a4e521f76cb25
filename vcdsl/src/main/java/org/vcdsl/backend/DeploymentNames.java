package org.vcdsl.backend;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/** Names, paths and addresses on which artefacts of different backends must agree. */
public final class DeploymentNames {

	/** Where libvirt keeps disks on a host. */
	public static final String DISK_FOLDER = "/var/lib/libvirt/images";

	/** The libvirt storage pool that is this folder. */
	public static final String STORAGE_POOL = "default";

	/** Where LXC looks for its containers: {@code lxc.lxcpath} unless the host sets another (lxc.system.conf(5)). */
	public static final String LXC_FOLDER = "/var/lib/lxc";

	/** Where volumes that are folders lie on a host, and where they stand in what mounts them (FHS 3.0: data that is served). */
	private static final String SERVED_DATA = "/srv/";
	private static final String VOLUME_FOLDERS = SERVED_DATA + "vcdsl/";

	/** The playbook variable that holds the public SSH key with which guests are entered. */
	public static final String GUEST_SSH_PUBLIC_KEY = "guest_ssh_public_key";

	/** A label of a host name (RFC 1123). */
	private static final int LONGEST_LABEL = 63;

	/** Linux names network interfaces with at most 15 characters (IFNAMSIZ less its terminator). */
	private static final String BRIDGE_PREFIX = "br-";
	private static final int LONGEST_BRIDGE_SUFFIX = 15 - BRIDGE_PREFIX.length();

	/** Letters first, then letters and digits; indices without leading zeros; dots between. */
	private static final Pattern PLAIN = Pattern
			.compile("[a-z][a-z0-9]*(\\[(0|[1-9][0-9]*)])?(\\.[a-z][a-z0-9]*(\\[(0|[1-9][0-9]*)])?)*");

	private DeploymentNames() {
	}

	/**
	 * A name of at most 63 lower-case letters, digits and hyphens, safe as a file name, host name and service name. Different
	 * names have different slugs.
	 *
	 * <p>Names of lower-case letters, digits, dots and indices keep their looks: {@code web-2} for {@code web[2]},
	 * {@code k8s-cp-1} for {@code k8s.cp[1]}. All others lose something on the way and carry a hash, which starts with a zero
	 * as no part of the former does: {@code web-2-0c2f7d9a41e} for {@code web_2}.
	 */
	public static String slug(String name) {
		var looks = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		if (PLAIN.matcher(name).matches() && looks.length() <= LONGEST_LABEL) {
			return looks;
		}
		return shortened(looks, LONGEST_LABEL, hash(name, 5));
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

	/** Where a volume lies on its host when it is a folder. */
	public static String volumeFolder(Volume volume) {
		return VOLUME_FOLDERS + slug(volume.name());
	}

	/** Where a volume that is a folder stands in a container that mounts it. */
	public static String volumeMount(Volume volume) {
		return SERVED_DATA + slug(volume.name());
	}

	/** Where a system container's configuration and root file system lie on its host. */
	public static String lxcFolder(SystemContainer container) {
		return LXC_FOLDER + "/" + slug(container.name());
	}

	/** The root file system of a system container on its host. */
	public static String rootFileSystem(SystemContainer container) {
		return lxcFolder(container) + "/rootfs";
	}

	/** The Linux bridge that carries a network on a host. Different networks have different bridges. */
	public static String bridge(String network) {
		var slug = slug(network);
		return BRIDGE_PREFIX + (slug.length() <= LONGEST_BRIDGE_SUFFIX ? slug
				: shortened(slug, LONGEST_BRIDGE_SUFFIX, hash(network, 3)));
	}

	/** The libvirt domain definition of a virtual machine. */
	public static String domainPath(String host, VirtualMachine vm) {
		return "libvirt/" + slug(host) + "/domain-" + slug(vm.name()) + ".xml";
	}

	/** The libvirt definition of a network on a host. */
	public static String networkPath(String host, String network) {
		return "libvirt/" + slug(host) + "/network-" + slug(network) + ".xml";
	}

	/** The libvirt definition of the storage pool of a host. */
	public static String poolPath(String host) {
		return "libvirt/" + slug(host) + "/pool-" + STORAGE_POOL + ".xml";
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

	/** The LXC configuration of a system container. */
	public static String lxcPath(String host, SystemContainer container) {
		return "lxc/" + slug(host) + "/" + slug(container.name()) + ".conf";
	}

	/** The resources of all pods of a declaration in a Kubernetes cluster. */
	public static String manifestPath(String cluster, String pods) {
		return "kubernetes/" + slug(cluster) + "/" + slug(pods) + ".yaml";
	}

	/** The script that labels the nodes of a Kubernetes cluster. */
	public static String nodeLabelsPath(String cluster) {
		return "kubernetes/" + slug(cluster) + "/label-nodes.sh";
	}

	/** What a Kubernetes cluster calls a host or virtual machine in it. */
	public static String nodeName(String member) {
		return slug(member);
	}

	/** The Compose service of a container. */
	public static String composeService(Workload container) {
		return slug(container.name());
	}

	/** What identifies a virtual machine to its hypervisor and its guest: a hash of topology and name. */
	public static UUID uuid(String topology, VirtualMachine vm) {
		return UUID.nameUUIDFromBytes((topology + "/" + vm.name()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A stable, locally administered unicast MAC address: 40 bits of a hash of topology, workload and network, so that even
	 * 100,000 of them hardly ever collide.
	 */
	public static String macAddress(String topology, String workload, String network) {
		return "52:" + HexFormat.ofDelimiter(":").formatHex(digest(topology + "/" + workload + "/" + network), 0, 5);
	}

	private static String shortened(String looks, int length, String hash) {
		var room = length - hash.length() - 2;
		var start = looks.isEmpty() ? "n" : looks.substring(0, Math.min(looks.length(), room)).replaceAll("-$", "");
		return start + "-0" + hash;
	}

	private static String hash(String text, int bytes) {
		return HexFormat.of().formatHex(digest(text), 0, bytes);
	}

	private static byte[] digest(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}
}
