package org.vcdsl.backend.cloudinit;

import static org.vcdsl.backend.BackendFindings.assumed;
import static org.vcdsl.backend.BackendFindings.missing;
import static org.vcdsl.backend.BackendFindings.notExpressed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.NicAddresses;
import org.vcdsl.backend.Seed;
import org.vcdsl.backend.YamlDocument;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * Prints, for each virtual machine with a Linux guest, the three files of a NoCloud seed.
 *
 * <p>The user data hold one Jinja expression, the key that enters the guest, which the playbook fills in. No other text of theirs
 * comes from the user unchanged: host names are slugs.
 */
public final class CloudInitBackend implements Backend {

	private static final Map<IpAddress.Family, String> DHCP_KEYS = Map.of(IpAddress.Family.IPV4, "dhcp4", IpAddress.Family.IPV6, "dhcp6");

	private static final String USER_DATA_HEADER = "#cloud-config\n";

	@Override
	public String id() {
		return "cloud-init";
	}

	@Override
	public Output generate(Topology topology, Plan plan) {
		return new Output(machines(topology, Seed::isFor).stream().flatMap(vm -> seed(topology, vm)).toList(),
				findings(topology));
	}

	private static Stream<Artifact> seed(Topology topology, VirtualMachine vm) {
		return Stream.of(
				new Artifact(DeploymentNames.cloudInitPath(vm, "user-data"), USER_DATA_HEADER + YamlDocument.print(userData(vm))),
				new Artifact(DeploymentNames.cloudInitPath(vm, "meta-data"), YamlDocument.print(metaData(topology, vm))),
				new Artifact(DeploymentNames.cloudInitPath(vm, "network-config"),
						YamlDocument.print(networkConfig(topology, vm))));
	}

	private static Map<String, Object> userData(VirtualMachine vm) {
		var userData = new LinkedHashMap<String, Object>();
		userData.put("hostname", DeploymentNames.slug(vm.name()));
		userData.put("manage_etc_hosts", "localhost"); // it knows its own name without asking anybody, as sudo does at each command
		userData.put("ssh_authorized_keys", List.of("{{ " + DeploymentNames.GUEST_SSH_PUBLIC_KEY + " }}"));
		return userData;
	}

	/** A guest takes its seed for new when the instance changes, so the identifier is the machine's own and never varies. */
	private static Map<String, Object> metaData(Topology topology, VirtualMachine vm) {
		var metaData = new LinkedHashMap<String, Object>();
		metaData.put("instance-id", DeploymentNames.uuid(topology.name(), vm).toString());
		metaData.put("local-hostname", DeploymentNames.slug(vm.name()));
		return metaData;
	}

	private static Map<String, Object> networkConfig(Topology topology, VirtualMachine vm) {
		var ethernets = new LinkedHashMap<String, Object>();
		for (var name : vm.nics()) {
			var ethernet = new LinkedHashMap<String, Object>();
			ethernet.put("match", Map.of("macaddress", DeploymentNames.macAddress(topology.name(), vm.name(), name)));
			var addresses = NicAddresses.of(topology, vm, name);
			if (!addresses.stated().isEmpty()) {
				ethernet.put("addresses", addresses.stated());
			}
			addresses.byDhcp().forEach(family -> ethernet.put(DHCP_KEYS.get(family), true));
			ethernets.put(DeploymentNames.slug(name), ethernet);
		}
		var networkConfig = new LinkedHashMap<String, Object>();
		networkConfig.put("version", 2);
		networkConfig.put("ethernets", ethernets);
		return networkConfig;
	}

	private static List<Finding> findings(Topology topology) {
		var withoutGuest = missing(machines(topology, vm -> vm.guest().isEmpty()), names -> "No cloud-init seed is written for "
				+ names + ": nobody stated the guest's operating system. Add it, as in 'guest Debian 12'.");
		var notLinux = notExpressed(machines(topology, vm -> vm.guest().isPresent() && !Seed.isFor(vm)),
				names -> "No cloud-init seed is written for " + names + ": seeds are for Linux guests. Prepare the guest's image "
						+ "by the tools of its own operating system.");
		var byDhcp = assumed(machines(topology, vm -> Seed.isFor(vm) && NicAddresses.hasSomeByDhcp(topology, vm)), names -> "Addresses of "
				+ names + " come by DHCP, since nobody stated them. Let a DHCP server answer on the networks, or write the addresses into the "
				+ "placement file; the MAC addresses stand in network-config.");
		var withoutRoutes = assumed(machines(topology, vm -> Seed.isFor(vm) && NicAddresses.hasStatedOnly(topology, vm)), names -> "Addresses of "
				+ names + " are those that the placement file keeps, and nobody stated a gateway or name servers to go with them: nothing "
				+ "beyond the networks themselves is reached. Where more is needed, prepare the guest's image for it.");
		return Stream.of(withoutGuest, notLinux, byDhcp, withoutRoutes).flatMap(List::stream).toList();
	}

	private static List<VirtualMachine> machines(Topology topology, Predicate<VirtualMachine> condition) {
		return topology.workloads().values().stream().filter(VirtualMachine.class::isInstance)
				.map(VirtualMachine.class::cast).filter(condition).toList();
	}
}
