package org.vcdsl.backend.ansible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.backend.BackendFindings;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.Seed;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.plan.Action;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.Enrol;
import org.vcdsl.plan.Action.FormCluster;
import org.vcdsl.plan.Step;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Workload;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/** What the playbook needs to know and the topology does not say: a variable and a finding each. */
final class Unstated {

	private static final String LOGIN = "guest_login";

	private final Topology topology;
	private final Work work;

	Unstated(Topology topology, Work work) {
		this.topology = topology;
		this.work = work;
	}

	/** The variable that holds the address of a host or a virtual machine. */
	static String address(String place) {
		return "address_" + identifier(place);
	}

	/** The address that the topology states for a host, or has for a virtual machine: the first one of its first network that has any. */
	static Optional<String> statedAddress(Topology topology, String place) {
		var host = topology.hosts().get(place);
		return host != null ? host.address() : assignedAddress(topology, topology.workloads().get(place));
	}

	private static Optional<String> assignedAddress(Topology topology, Workload machine) {
		return machine.nics().stream().flatMap(network -> topology.addressesOf(machine, network).stream()).findFirst()
				.map(IpAddress::toString);
	}

	/** The variable that holds the login for virtual machines. */
	static String login() {
		return LOGIN;
	}

	/** The variable that names the file a guest's operating system is installed from. */
	static String image(OperatingSystem guest) {
		return "image_" + guest.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
	}

	/** The variable that names the archive a system container's root file system is unpacked from. */
	static String rootArchive(String image) {
		return "rootfs_" + identifier(image);
	}

	/** What must be supplied, in the order in which it is needed. */
	List<Variable> variables() {
		return Stream.of(addresses(), logins(), images(), rootArchives(), keys()).flatMap(List::stream).toList();
	}

	/** The addresses alone: taking back needs nothing else. */
	List<Variable> addresses() {
		return unaddressed().stream().map(place -> new Variable(address(place),
				"address or name at which Ansible reaches " + Text.inert(place) + " by SSH", place)).toList();
	}

	private List<String> unaddressed() {
		return work.places().stream().filter(place -> statedAddress(topology, place).isEmpty()).toList();
	}

	private List<Variable> logins() {
		return nested().stream().limit(1).map(vm -> new Variable(LOGIN,
				"user name under which Ansible logs in to virtual machines: the one that the base image creates, as debian",
				vm.name())).toList();
	}

	private List<Variable> images() {
		return firstOfEachGuest().stream().map(vm -> new Variable(image(vm.guest().orElseThrow()),
				"file, where Ansible runs, with a bootable qcow2 image of " + Text.inert(vm.guest().orElseThrow().name())
						+ (Seed.isFor(vm) ? " that has cloud-init" : ""),
				vm.name())).toList();
	}

	private List<Variable> rootArchives() {
		return firstOfEachImage().stream().map(container -> new Variable(rootArchive(container.image().orElseThrow()),
				"tar archive, where Ansible runs, with the root file system of image " + Text.inert(container.image().orElseThrow())
						+ ", as rootfs.tar.xz",
				container.name())).toList();
	}

	private List<Variable> keys() {
		return work.machines().stream().filter(Seed::isFor).limit(1).map(vm -> new Variable(
				DeploymentNames.GUEST_SSH_PUBLIC_KEY, "public SSH key that virtual machines admit, as ssh-ed25519 AAAA", vm.name()))
				.toList();
	}

	/** What the reader should know before the playbook is run. */
	List<Finding> findings() {
		var findings = new ArrayList<Finding>();
		findings.addAll(addressFindings());
		logins().forEach(variable -> findings.add(unstated(sourceOf(variable), List.of(variable.element()),
				"Nobody stated the user name under which Ansible logs in to virtual machines. Set the playbook variable "
						+ LOGIN + " to the one that the base images create.")));
		firstOfEachGuest().forEach(vm -> findings.add(imageFinding(vm.guest().orElseThrow(), vm)));
		firstOfEachImage().forEach(container -> findings.add(rootArchiveFinding(container)));
		keys().forEach(variable -> findings.add(unstated(sourceOf(variable), List.of(variable.element()),
				"Nobody stated who may log in to the virtual machines. Set the playbook variable " + variable.name()
						+ " to a public SSH key.")));
		networks(TaskFile.REQUIRE_BRIDGE).forEach((network, hosts) -> findings.add(bridgeFinding(topology.networks().get(network), hosts)));
		networks(TaskFile.REQUIRE_PASSAGE).forEach((network, hosts) -> findings.add(passageFinding(topology.networks().get(network), hosts)));
		findings.addAll(BackendFindings.notExpressed(work.leftOut(), names -> "The playbook leaves out " + names
				+ ": it stands on something that is left out too, or nobody stated the operating system to install. Mend that, or deploy "
				+ "it by hand."));
		findings.addAll(BackendFindings.notExpressed(managedByHand(), names -> "No backend puts the hypervisor of " + names
				+ " under its manager: a person does, and until " + Playbook.MANUALLY_DONE + " names the step the playbook stops there."));
		findings.addAll(BackendFindings.notExpressed(clusters(), names -> "No backend forms cluster " + names
				+ " or hands its pods to it: a person does, and until " + Playbook.MANUALLY_DONE + " names the step the playbook stops there."));
		findings.addAll(BackendFindings.notExpressed(unknownKinds(), names -> "No backend writes anything for " + names
				+ " yet, and the playbook leaves it out: micro virtual machines, and pods outside of a Kubernetes cluster, are planned and "
				+ "checked only. Deploy it by hand."));
		return findings;
	}

	private List<Element> managedByHand() {
		return work.manualSteps().stream().map(Step::action).filter(Enrol.class::isInstance).map(Action::host).distinct().map(this::element)
				.toList();
	}

	private List<Cluster> clusters() {
		return work.manualSteps().stream().map(Step::action).filter(FormCluster.class::isInstance)
				.map(action -> topology.clusters().get(action.host())).toList();
	}

	private List<Workload> unknownKinds() {
		return topology.workloads().values().stream().filter(workload -> switch (workload) {
			case VirtualMachine vm -> false;
			case Container container -> false;
			case MicroVirtualMachine vm -> true;
			case SystemContainer container -> false;
			case Pod pod -> !work.isScheduled(pod);
		}).toList();
	}

	/** Said once a declaration, with the variables of its members. */
	private List<Finding> addressFindings() {
		var places = unaddressed().stream().map(this::element).toList();
		return BackendFindings.byDeclaration(places).stream().flatMap(members -> BackendFindings.assumed(members,
				names -> "Nobody stated the address of " + names + ", where the playbook logs in. Set the playbook variable "
						+ members.stream().limit(3).map(member -> address(member.name())).collect(Collectors.joining(", "))
						+ (members.size() > 3 ? " and so on" : "") + ".").stream())
				.toList();
	}

	private static Finding imageFinding(OperatingSystem guest, VirtualMachine vm) {
		return unstated(guest.source(), List.of(vm.name()), "Nobody stated which file " + guest.name()
				+ " is installed from. Set the playbook variable " + image(guest) + " to a bootable qcow2 image of it.");
	}

	private static Finding rootArchiveFinding(SystemContainer container) {
		var image = container.image().orElseThrow();
		return unstated(container.source(), List.of(container.name()), "Nobody stated how to get the root file system of image '" + image
				+ "', from which '" + container.name() + "' is made. Set the playbook variable " + rootArchive(image)
				+ " to a tar archive of it, such as a rootfs.tar.xz that the distribution or images.linuxcontainers.org offers.");
	}

	private static Finding bridgeFinding(Network network, List<String> hosts) {
		var bridge = DeploymentNames.bridge(network.name());
		return unstated(network.source(), Stream.concat(Stream.of(network.name()), hosts.stream()).toList(),
				"Network '" + network.name() + "' reaches virtual machines and system containers through a bridge " + bridge
						+ " that must be there on " + Names.few(hosts) + " before the playbook runs"
						+ (network.vlan().isPresent() ? "; it must carry VLAN " + network.vlan().getAsInt() : "")
						+ ". Nobody stated how it is made: create it by the means of the host's operating system.");
	}

	private static Finding passageFinding(Network network, List<String> hosts) {
		var bridge = DeploymentNames.bridge(network.name());
		return unstated(network.source(), Stream.concat(Stream.of(network.name()), hosts.stream()).toList(),
				"docker on " + Names.few(hosts) + " forbids the host to forward, and where the kernel filters bridges "
						+ "(net.bridge.bridge-nf-call-iptables is 1) nothing reaches what stands on " + bridge + " of network '" + network.name()
						+ "'. Nobody stated how it passes: allow it by 'iptables -I DOCKER-USER -i " + bridge + " -o " + bridge
						+ " -j ACCEPT' before the playbook runs, and at every start of the host.");
	}

	/** Networks of which a task file requires something, with the hosts it requires that of. */
	private Map<String, List<String>> networks(TaskFile requirement) {
		var networks = new LinkedHashMap<String, List<String>>();
		work.steps().stream().filter(step -> work.uses(step, requirement))
				.map(step -> (DefineNetwork) step.action()).forEach(action -> networks
						.computeIfAbsent(action.network(), name -> new ArrayList<>()).add(action.host()));
		return networks;
	}

	private List<VirtualMachine> nested() {
		return work.places().stream().filter(topology.workloads()::containsKey).map(work::machine).toList();
	}

	private List<VirtualMachine> firstOfEachGuest() {
		return List.copyOf(work.machines().stream().collect(Collectors.toMap(vm -> image(vm.guest().orElseThrow()), vm -> vm,
				(first, other) -> first, LinkedHashMap::new)).values());
	}

	private List<SystemContainer> firstOfEachImage() {
		return List.copyOf(work.systemContainers().stream().collect(Collectors.toMap(container -> container.image().orElseThrow(),
				container -> container, (first, other) -> first, LinkedHashMap::new)).values());
	}

	private Element element(String place) {
		return Optional.<Element>ofNullable(topology.hosts().get(place)).orElseGet(() -> topology.workloads().get(place));
	}

	private SourceRange sourceOf(Variable variable) {
		return element(variable.element()).source();
	}

	private static Finding unstated(SourceRange source, List<String> subjects, String message) {
		return new Finding(BackendFindings.UNSTATED, Severity.INFO, source, message, subjects, List.of());
	}

	/** Slugs have no underscore, so different names stay different. */
	private static String identifier(String name) {
		return DeploymentNames.slug(name).replace('-', '_');
	}
}
