package org.vcdsl.backend.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.Project.pipeline;
import static org.vcdsl.resolve.Resolved.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.plan.Action;
import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.DefineVirtualMachine;
import org.vcdsl.plan.Action.DeployPods;
import org.vcdsl.plan.Action.Enrol;
import org.vcdsl.plan.Action.FormCluster;
import org.vcdsl.plan.Action.StartContainer;
import org.vcdsl.plan.Action.StartMicroVirtualMachine;
import org.vcdsl.plan.Action.StartPod;
import org.vcdsl.plan.Action.StartSystemContainer;
import org.vcdsl.plan.Action.StartVirtualMachine;
import org.vcdsl.plan.Planner;
import org.vcdsl.plan.Step;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.SmallTopology;
import org.vcdsl.resolve.Resolved;
import org.vcdsl.topology.Topology;

/** Every check of the playbooks, alone, passes where its post-condition holds, and fails where it is broken. */
class PostConditionTest {

	/** The task files that carry out each kind of action, and check it; none for what no tool carries out. */
	private static final Map<Class<?>, Set<TaskFile>> CARRIED_OUT_BY = Map.of(
			DefineNetwork.class, EnumSet.of(TaskFile.DEFINE_BRIDGED_NETWORK, TaskFile.DEFINE_CONTAINER_NETWORK),
			CreateVolume.class, EnumSet.of(TaskFile.CREATE_VOLUME, TaskFile.CREATE_FOLDER),
			DefineVirtualMachine.class, EnumSet.of(TaskFile.DEFINE_VM),
			StartVirtualMachine.class, EnumSet.of(TaskFile.START_VM),
			StartContainer.class, EnumSet.of(TaskFile.START_CONTAINER),
			StartSystemContainer.class, EnumSet.of(TaskFile.START_SYSTEM_CONTAINER),
			StartMicroVirtualMachine.class, EnumSet.noneOf(TaskFile.class),
			StartPod.class, EnumSet.noneOf(TaskFile.class));

	/** Kinds of actions that a person does, with what is told them; the playbook stops there. */
	private static final Set<Class<?>> DONE_BY_HAND = Set.of(Enrol.class, FormCluster.class, DeployPods.class);

	/**
	 * A way to break a post-condition.
	 *
	 * @param check name of the task that must see it
	 * @param what in words
	 * @param deed what happens to the hosts; their virsh obeys {@link #virsh}
	 */
	private record Breach(String file, String check, String what, Deed deed) {

		boolean isOfRollback() {
			return file.startsWith("undo-");
		}

		@Override
		public String toString() {
			return file + ": " + check + ", but " + what;
		}
	}

	@FunctionalInterface
	private interface Deed {

		void happenTo(SimulatedDatacentre datacentre) throws IOException;
	}

	private static final List<Breach> BREACHES = List.of(
			broken("define-bridged-network.yaml", "Check that the networks are active and start with the host", "it is not active",
					virsh("net-destroy lan")),
			broken("define-bridged-network.yaml", "Check that the networks are active and start with the host", "it does not start with the host",
					virsh("net-autostart lan --disable")),
			broken("define-container-network.yaml", "Check that the container networks exist", "there is none",
					hosts -> hosts.delete("state/container-networks/small_lan")),
			broken("create-volume.yaml", "Check that the storage pool holds the volumes", "it does not",
					virsh("vol-delete --pool default data.qcow2")),
			broken("create-folder.yaml", "Check that the folders are there", "there is none", hosts -> hosts.delete("volumes/post")),
			broken("create-folder.yaml", "Check that the folders are there", "it is a file", hosts -> {
				hosts.delete("volumes/post");
				hosts.overwrite("volumes/post", "");
			}),
			broken("define-vm.yaml", "Check that the boot disks are there", "there is none", hosts -> hosts.delete("disks/db-boot.qcow2")),
			broken("define-vm.yaml", "Check that the seed disks are there", "there is none", hosts -> hosts.delete("disks/db-seed.iso")),
			broken("define-vm.yaml", "Check that the virtual machines are defined for good", "it is not defined",
					virsh("destroy db; undefine db")),
			broken("define-vm.yaml", "Check that the virtual machines are defined for good", "it is gone once it stops", virsh("undefine db")),
			broken("start-vm.yaml", "Check that the virtual machines run and start with the host", "it does not run", virsh("destroy db")),
			broken("start-vm.yaml", "Check that the virtual machines run and start with the host", "it is paused", virsh("suspend db")),
			broken("start-vm.yaml", "Check that the virtual machines run and start with the host", "it does not start with the host",
					virsh("autostart db --disable")),
			broken("start-container.yaml", "Check that the containers run", "there is none", hosts -> hosts.delete("state/containers/web")),
			broken("start-container.yaml", "Check that the containers run", "it has exited", hosts -> hosts.overwrite("state/exited/web", "")),
			broken("start-container.yaml", "Check that the containers run the images they were declared with", "it runs another",
					hosts -> hosts.overwrite("state/containers/web", "shop:0")),
			broken("start-system-container.yaml", "Check that the containers run", "it does not",
					hosts -> hosts.delete("state/system-containers/mail")),
			broken("undo-define-bridged-network.yaml", "Check that the networks are gone", "it is active", virsh("net-start lan; net-undefine lan")),
			broken("undo-define-bridged-network.yaml", "Check that the networks are gone", "it is defined", virsh("")),
			broken("undo-define-container-network.yaml", "Check that the container networks are gone", "it is not",
					hosts -> hosts.overwrite("state/container-networks/small_lan", "")),
			broken("undo-create-volume.yaml", "Check that the volumes are gone", "it is not", hosts -> hosts.overwrite("disks/data.qcow2", "")),
			broken("undo-create-folder.yaml", "Check that the folders are gone", "it is not", hosts -> hosts.overwrite("volumes/post/file", "")),
			broken("undo-define-vm.yaml", "Check that the boot disks are gone", "it is not", hosts -> hosts.overwrite("disks/db-boot.qcow2", "")),
			broken("undo-define-vm.yaml", "Check that the seed disks are gone", "it is not", hosts -> hosts.overwrite("disks/db-seed.iso", "")),
			broken("undo-define-vm.yaml", "Check that the virtual machines are gone", "it is not", virsh("")),
			broken("undo-start-vm.yaml", "Check that the virtual machines are down", "it runs", virsh("start db")),
			broken("undo-start-container.yaml", "Check that the containers are gone", "it is not",
					hosts -> hosts.overwrite("state/containers/web", "shop:1")),
			broken("undo-start-system-container.yaml", "Check that the containers are gone", "its folder is not",
					hosts -> hosts.overwrite("lxc/mail/config", "")));

	/** What the real virsh is told first, each time it begins with its world anew. */
	private static final String ALL_IS_WELL = "autostart db; net-autostart lan; ";
	private static final String ALL_IS_STOPPED = "destroy db; net-destroy lan; ";
	private static final String ALL_IS_GONE = ALL_IS_STOPPED + "undefine db; net-undefine lan; ";

	@TempDir
	Path folder;

	@Test
	void everyKindOfActionHasItsTaskFiles() {
		assertThat(Stream.concat(CARRIED_OUT_BY.keySet().stream(), DONE_BY_HAND.stream())).as("kinds of actions, those on the left named by this test")
				.containsExactlyInAnyOrder(Action.Creation.class.getPermittedSubclasses());
		var used = new HashMap<Class<?>, Set<TaskFile>>();
		var topology = datacentre();
		var plan = Planner.plan(topology, Map.of());
		var work = new Work(topology, plan);
		for (var step : work.steps()) {
			Arrays.stream(TaskFile.values()).filter(TaskFile::canBeUndone).filter(file -> work.uses(step, file))
					.forEach(file -> used.computeIfAbsent(step.action().getClass(), any -> EnumSet.noneOf(TaskFile.class)).add(file));
		}
		assertThat(CARRIED_OUT_BY).containsAllEntriesOf(used);
		assertThat(used.keySet()).isEqualTo(CARRIED_OUT_BY.entrySet().stream().filter(kind -> !kind.getValue().isEmpty())
				.map(Map.Entry::getKey).collect(Collectors.toSet()));
	}

	/** Fails when a task file, or a check in one, comes without a way to break it. */
	@Test
	void everyCheckIsBrokenByThisTest() throws IOException {
		var made = CARRIED_OUT_BY.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
		assertThat(made).isEqualTo(Arrays.stream(TaskFile.values()).filter(TaskFile::canBeUndone).collect(Collectors.toSet()));
		var hosts = new SimulatedDatacentre(folder, datacentre(), Map.of());
		try (var files = Files.list(hosts.output("ansible/steps"))) {
			assertThat(files.flatMap(file -> CheckTask.allIn(file).stream()).filter(CheckTask::isCheck)
					.map(task -> task.file() + ": " + task.name()).collect(Collectors.toSet()))
					.isEqualTo(BREACHES.stream().map(breach -> breach.file() + ": " + breach.check()).collect(Collectors.toSet()));
		}
	}

	@TestFactory
	Stream<DynamicTest> eachCheckSeesThatItsPostConditionIsBroken() throws Exception {
		var hosts = hostsWithVirsh();
		return Stream.concat(
				Stream.of(false, true).map(isRollback -> dynamicTest(isRollback ? "all is gone" : "all is well", () -> {
					hosts.restore(isRollback ? "before" : "deployed");
					hosts.overwrite("commands", isRollback ? ALL_IS_GONE : ALL_IS_WELL);
					var files = BREACHES.stream().filter(breach -> breach.isOfRollback() == isRollback).map(Breach::file).distinct().toList();
					var run = check(hosts, files);
					assertThat(run.exit()).as(run.output()).isZero();
				})),
				BREACHES.stream().map(breach -> dynamicTest(breach.toString(), () -> {
					hosts.restore(breach.isOfRollback() ? "before" : "deployed");
					hosts.overwrite("commands", breach.isOfRollback() ? ALL_IS_GONE : ALL_IS_WELL);
					breach.deed().happenTo(hosts);
					assertFails(check(hosts, List.of(breach.file())), breach.check());
				})));
	}

	/** Tells virsh's test driver to do this, too: in a deployed world behind what is well, in one that is taken back before it is gone. */
	private static Deed virsh(String commands) {
		return hosts -> hosts.overwrite("commands", (hosts.text("commands").equals(ALL_IS_WELL) ? ALL_IS_WELL : ALL_IS_STOPPED) + commands + "; ");
	}

	/** Hosts whose virsh is the real one: its test driver, which begins each time with one world and then obeys the commands of a file. */
	private SimulatedDatacentre hostsWithVirsh() throws IOException {
		var hosts = hosts();
		RealTools.virshDefine().accepts(hosts.output("libvirt/h/domain-db.xml"));
		hosts.overwrite("world.xml", """
				<node>
				<domain file='%1$s'/>
				<network file='%2$s'/>
				<pool type='dir'><name>default</name><target><path>%3$s</path></target>
				<volume type='file'><name>data.qcow2</name><capacity>1</capacity><target><path>%3$s/data.qcow2</path></target></volume>
				</pool>
				</node>
				""".formatted(hosts.output("libvirt/h/domain-db.xml"), hosts.output("libvirt/h/network-lan.xml"), folder.resolve("disks")));
		hosts.replaceTool("virsh", Optional.of("""
				#!/bin/sh
				export PATH='%s'
				exit=0
				answer=$(virsh -c 'test://%s' "$(cat '%s') echo ======; $*") || exit=$?
				echo "$answer" | sed '1,/^======$/d'
				exit $exit
				""".formatted(System.getenv("PATH"), folder.resolve("world.xml"), folder.resolve("commands"))));
		return hosts;
	}

	/** The same with a system container that LXC really runs, and stops. */
	@Test
	void theRealLxcSeesItTooWhenAContainerStops() throws Exception {
		var hosts = hosts();
		hosts.restore("deployed");
		RealTools.lxcInfo("lxc.uts.name").accepts(Files.writeString(folder.resolve("name.conf"), "lxc.uts.name = mail\n"));
		for (var tool : List.of("lxc-info", "lxc-start", "lxc-stop")) {
			hosts.replaceTool(tool, Optional.empty());
		}
		var root = folder.resolve("lxc/mail/rootfs");
		for (var name : List.of("proc", "sys", "usr", "dev")) {
			Files.createDirectories(root.resolve(name));
		}
		for (var name : List.of("bin", "lib", "lib64")) {
			Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
		}
		hosts.overwrite("lxc/mail/config", """
				lxc.rootfs.path = dir:%s
				lxc.init.cmd = /bin/sleep 60
				lxc.uts.name = mail
				lxc.net.0.type = empty
				lxc.console.path = none
				lxc.mount.entry = /usr usr none bind,ro 0 0
				""".formatted(root));
		assertFails(check(hosts, List.of("start-system-container.yaml")), "Check that the containers run");
		try {
			assumeTrue(lxc("lxc-start", "--daemon") == 0, "LXC starts no containers here: it needs root and control groups");
			var run = check(hosts, List.of("start-system-container.yaml"));
			assertThat(run.exit()).as(run.output()).isZero();
		} finally {
			lxc("lxc-stop", "--kill");
		}
		assertFails(check(hosts, List.of("start-system-container.yaml")), "Check that the containers run");
	}

	/** What a person does, the playbook can only ask for; it does not go on before somebody says so, in either direction. */
	@TestFactory
	Stream<DynamicTest> whatIsDoneByHandStopsThePlaybookUntilItIsListed() throws IOException {
		var hosts = simulated(resolve("""
				host h { hypervisor kvm { managed by control } }
				host win { hypervisor hyperv }
				vm control on win { guest Debian 12  vcpu 1  memory 1 GiB }
				"""));
		var dryRun = dynamicTest("but no dry run", () -> {
			var run = hosts.run("playbook.yaml", false, "--check");
			assertThat(run.exit()).as(run.output()).isZero();
		});
		return Stream.concat(Stream.of(dryRun), Stream.of(List.of("playbook.yaml", "manual_steps_done"), List.of("rollback.yaml", "manual_steps_undone"))
				.flatMap(direction -> Stream.of("enrol/h/control", "another/step").map(listed -> dynamicTest(direction + " with " + listed, () -> {
					var run = hosts.run(direction.get(0), false, "-e", "{%s: [%s], rollback_deletes_data: true}".formatted(direction.get(1), listed));
					if (listed.startsWith("enrol")) {
						assertThat(run.exit()).as(run.output()).isZero();
					} else {
						assertFails(run, direction.get(0).equals("playbook.yaml") ? "Require what is done by hand" : "Require what is taken back by hand");
					}
				}))));
	}

	/** They are in the plan, for people, and no playbook claims to have carried them out. */
	@Test
	void whatNoToolCarriesOutIsInNoPlaybook() {
		var checked = Resolved.check("""
				image app { ref "registry.example.org/app:1" }
				host h { os Debian 12 { kernel 6.1.0-28 }  hypervisor kvm { managed by desk }  engine containerd }
				vm desk on h
				microvm fn on h { guest Debian 12  vcpu 1  memory 1 GiB }
				pod lone on h { container front { image app } }
				cluster k kubernetes 1.32 {
				  vm wk on h { guest Debian 12  engine containerd 1.7  vcpu 1  memory 1 GiB }
				  pod checkout on wk { container front { image app } }
				  pod silent on wk { container front }
				}
				""");
		var plan = pipeline().plan(checked).orElseThrow().plan();
		var work = new Work(checked.topology().orElseThrow(), plan);
		assertThat(kinds(plan.steps())).contains(StartMicroVirtualMachine.class, StartPod.class).containsAll(DONE_BY_HAND);
		assertThat(kinds(work.steps())).doesNotContain(StartMicroVirtualMachine.class, StartPod.class).doesNotContainAnyElementsOf(DONE_BY_HAND);
		assertThat(kinds(work.manualSteps())).containsExactlyInAnyOrderElementsOf(DONE_BY_HAND);
		assertThat(work.manualSteps()).extracting(Step::id).as("no manifest, nothing to hand over").doesNotContain("deploy-pods/k/k.silent");
		assertThat(work.manualSteps().stream().map(new ByHand(checked.topology().orElseThrow())::manualStep))
				.allMatch(step -> !step.instruction().isEmpty() && !step.undo().isEmpty());
	}

	private static List<Class<?>> kinds(List<Step> steps) {
		return steps.stream().<Class<?>>map(step -> step.action().getClass()).toList();
	}

	private int lxc(String tool, String option) throws IOException, InterruptedException {
		return new ProcessBuilder(tool, "--lxcpath", folder.resolve("lxc").toString(), "--name", "mail", option).inheritIO().start().waitFor();
	}

	private static Breach broken(String file, String check, String what, Deed deed) {
		return new Breach(file, check, what, deed);
	}

	/** One of everything that is carried out by tasks. */
	private static Topology datacentre() {
		return new SmallTopology().host("h").host("l", "kvm", "lxc").network("lan").volume("data", Optional.of("h"))
				.volume("post", Optional.of("l")).vm("db", "h", List.of("data"), List.of("lan"))
				.container("web", "h", "shop:1", List.of("lan")).systemContainer("mail", "l", "debian", List.of("post"), List.of("lan")).build();
	}

	private SimulatedDatacentre simulated(Topology topology) {
		var hosts = new SimulatedDatacentre(folder, topology, Map.of());
		RealTools.ansibleInventory().accepts(hosts.output("ansible/inventory.yaml"));
		return hosts;
	}

	/** Hosts in two states: as they are before anything is deployed, and as they must be afterwards. */
	private SimulatedDatacentre hosts() throws IOException {
		var hosts = simulated(datacentre()).withBridge("br-lan");
		hosts.save("before");
		for (var file : List.of("disks/data.qcow2", "disks/db-boot.qcow2", "disks/db-seed.iso", "state/container-networks/small_lan",
				"volumes/post/file", "state/system-containers/mail", "lxc/mail/config", "lxc/mail/rootfs/etc/issue")) {
			hosts.overwrite(file, "");
		}
		hosts.overwrite("staging/small/compose/h/compose.yaml", hosts.text("vcd-out/compose/h/compose.yaml"));
		hosts.overwrite("state/containers/web", "shop:1");
		hosts.save("deployed");
		return hosts;
	}

	private static SimulatedDatacentre.Run check(SimulatedDatacentre hosts, List<String> taskFiles) throws IOException, InterruptedException {
		var playbook = taskFiles.getFirst().startsWith("undo-") ? "rollback.yaml" : "playbook.yaml";
		return hosts.run(CheckPlaybook.write(hosts.output("ansible/" + playbook), taskFiles), true);
	}

	/** Fails in that task, by its verdict and not by an error in it. */
	private static void assertFails(SimulatedDatacentre.Run run, String task) {
		assertThat(run.exit()).as(run.output()).isNotZero();
		var before = run.output().split("(?m)^(fatal|failed): ", 2)[0];
		var tasks = Pattern.compile("(?m)^TASK \\[(.*)\\] \\**$").matcher(before).results().map(found -> found.group(1)).toList();
		assertThat(tasks).as(run.output()).isNotEmpty();
		assertThat(tasks.getLast()).as(run.output()).isEqualTo(task);
		assertThat(run.output()).doesNotContain("conditional check", "templating", "undefined");
	}
}
