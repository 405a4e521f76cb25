package org.vcdsl.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.vcdsl.resolve.Resolved.resolve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.scheduling.Scheduling;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.plan.Deployment.Kind;
import org.vcdsl.plan.Deployment.Thing;
import org.vcdsl.topology.Cellar;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SmallTopology;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

class PlannerTest {

	/** Made once for all tests. */
	private static final List<Topology> TOPOLOGIES = Stream.of(Stream.of(Cellar.topology()),
			new Random(1977).longs(60).mapToObj(PlannerTest::anyTopology), new Random(2022).longs(60).mapToObj(PlannerTest::anyManagedTopology),
			new Random(2014).longs(30).mapToObj(PlannerTest::anyClusters)).flatMap(made -> made).toList();

	@Test
	void cellarIsDeployedInThreeWaves() {
		var plan = plan(Cellar.topology(), Map.of());
		assertThat(plan.waves().stream().map(wave -> wave.stream().map(Step::id).toList())).containsExactly(
				List.of("define-network/beta/lan", "create-volume/beta/orders", "define-network/alpha/lan"),
				List.of("define-vm/beta/db", "start-container/alpha/web[1]", "start-container/alpha/web[2]"),
				List.of("start-vm/beta/db"));
		assertThat(plan.criticalPath()).extracting(Step::id)
				.containsExactly("define-network/beta/lan", "define-vm/beta/db", "start-vm/beta/db");
		assertThat(plan.duration()).isEqualTo(Duration.ofSeconds(125));
	}

	@Test
	void nestedContainerWaitsForItsVirtualMachineAndGetsItsNetworkInside() {
		var plan = plan(new SmallTopology().host("h").network("lan")
				.container("shop", "vm1", "shop:1", List.of("lan")).vm("vm1", "h", List.of(), List.of()).build(), Map.of());
		assertThat(plan.steps()).extracting(Step::id).containsExactly("define-vm/h/vm1", "start-vm/h/vm1",
				"define-network/vm1/lan", "start-container/vm1/shop");
		assertThat(step(plan, "start-container/vm1/shop").after()).containsExactly("start-vm/h/vm1", "define-network/vm1/lan");
	}

	@Test
	void whatDependsOnAForbiddenWorkloadIsBlockedByTheSameRule() {
		var plan = plan(new SmallTopology().host("h").network("lan").vm("vm1", "h", List.of(), List.of("lan"))
				.container("inner", "vm1", "shop:1", List.of("lan")).container("outer", "h", "shop:1", List.of("lan")).build(),
				Map.of("vm1", "VCD201"));
		assertThat(plan.blocked()).extracting(Step::id).containsExactly("define-vm/h/vm1", "start-vm/h/vm1",
				"define-network/vm1/lan", "start-container/vm1/inner");
		assertThat(plan.blocked()).extracting(Step::blockedBy).containsOnly(Optional.of("VCD201"));
	}

	@Test
	void workloadNeedsOrderAPlan() {
		var plan = plan(resolve("""
				site s { host h { hypervisor kvm  engine docker } }
				container shop on h { needs cache  needs 1 of db }
				container cache on h { needs 1 of db }
				vm db[1..2] on h
				vm control on h { role management }
				"""), Map.of());
		assertThat(plan.steps()).extracting(Step::id).containsExactly("define-vm/h/control", "define-vm/h/db[1]", "define-vm/h/db[2]",
				"start-vm/h/control", "start-vm/h/db[1]", "start-vm/h/db[2]", "start-container/h/cache", "start-container/h/shop");
		assertThat(step(plan, "start-container/h/shop").after()).containsExactly("start-container/h/cache", "start-vm/h/db[1]",
				"start-vm/h/db[2]");
	}

	@Test
	void ofWorkloadsThatNeedEachOtherTheFirstStartsAlone() {
		var plan = plan(resolve("""
				site s { host h { engine docker } }
				container a on h { needs b }
				container b on h { needs c }
				container c on h { needs a }
				"""), Map.of());
		assertThat(plan.steps()).extracting(Step::id).containsExactly("start-container/h/c", "start-container/h/b",
				"start-container/h/a");
	}

	@Test
	void aLongChainOfNeedsIsNoTrouble() {
		var text = new StringBuilder("site s { host h { engine docker } }\n");
		IntStream.range(0, 5_000).forEach(i -> text.append("container c%s on h { needs c%s }\n".formatted(i, i + 1)));
		text.append("container c5000 on h");
		assertThat(plan(resolve(text.toString()), Map.of()).waves()).hasSize(5_001);
	}

	@Test
	void aMachineThatNeedsAllThatStandsOnItStartsFirst() {
		var text = new StringBuilder("site s { host h { hypervisor kvm } }\nvm m on h { engine docker");
		IntStream.range(0, 40).forEach(i -> text.append("  needs c%s".formatted(i)));
		text.append(" }\n");
		for (var i = 0; i < 40; i++) {
			text.append("container c%s on m {".formatted(i));
			IntStream.range(i + 1, 40).forEach(other -> text.append(" needs c%s ".formatted(other)));
			text.append("}\n");
		}
		var steps = plan(resolve(text.toString()), Map.of()).steps();
		assertThat(steps).hasSize(42).extracting(Step::id).startsWith("define-vm/h/m", "start-vm/h/m", "start-container/m/c39")
				.endsWith("start-container/m/c0");
	}

	@Test
	void volumeWithoutAPlaceIsNobodysStep() {
		var plan = plan(new SmallTopology().host("h").volume("ceph", Optional.empty())
				.vm("vm1", "h", List.of("ceph"), List.of()).build(), Map.of());
		assertThat(plan.steps()).extracting(Step::id).containsExactly("define-vm/h/vm1", "start-vm/h/vm1");
	}

	@Test
	void emptyTopologyNeedsNothing() {
		var plan = plan(new SmallTopology().build(), Map.of());
		assertThat(plan.waves()).isEmpty();
		assertThat(plan.criticalPath()).isEmpty();
		assertThat(plan.duration()).isZero();
	}

	@Test
	void podsAreHandedToTheirClusterOnceItIsFormedOfAllItsMachines() {
		var plan = plan(resolve("""
				host h { hypervisor kvm  engine docker }
				cluster k kubernetes 1.32 {
				  pod shop replicas 2 { container c  needs cache }
				  pod cache { container c  needs db }
				  vm wk[1..2] on h { engine containerd }
				}
				container db on h
				"""), Map.of());
		assertThat(plan.steps()).extracting(Step::id).containsExactly("define-vm/h/k.wk[1]", "define-vm/h/k.wk[2]", "start-container/h/db",
				"start-vm/h/k.wk[1]", "start-vm/h/k.wk[2]", "form-cluster/k", "deploy-pods/k/k.cache", "deploy-pods/k/k.shop");
		assertThat(step(plan, "form-cluster/k").after()).containsExactly("start-vm/h/k.wk[1]", "start-vm/h/k.wk[2]");
		assertThat(step(plan, "deploy-pods/k/k.shop").after()).containsExactly("form-cluster/k", "deploy-pods/k/k.cache");
	}

	@Test
	void oneForbiddenPodBlocksAllOfItsDeclaration() {
		var plan = plan(resolve("""
				host h { hypervisor kvm }
				cluster k kubernetes 1.32 {
				  vm wk on h { engine containerd }
				  pod shop replicas 3 { container c }
				}
				"""), Map.of("k.shop[2]", "VCD601"));
		assertThat(plan.blocked()).extracting(Step::id).containsExactly("deploy-pods/k/k.shop");
	}

	@Test
	void aMachineOfAClusterThatNeedsItsPodsStartsFirst() {
		var plan = plan(resolve("""
				host h { hypervisor kvm }
				cluster k kubernetes 1.32 {
				  vm wk[1] on h { engine containerd  needs shop }
				  vm wk[2] on h { engine containerd }
				  pod shop replicas 2 { container c }
				}
				"""), Map.of());
		assertThat(plan.steps()).extracting(Step::id).containsExactly("define-vm/h/k.wk[1]", "define-vm/h/k.wk[2]", "start-vm/h/k.wk[1]",
				"start-vm/h/k.wk[2]", "form-cluster/k", "deploy-pods/k/k.shop");
	}

	@Test
	void tenThousandPodsOfAThousandMachinesAreNoTrouble() {
		var topology = resolve("""
				host h { hypervisor kvm }
				cluster k kubernetes 1.32 {
				  vm wk[1..1000] on h { engine containerd }
				  pod shop replicas 10000 { container c }
				}
				""");
		assertThat(plan(topology, Map.of()).steps()).hasSize(2_002);
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void applyingAllStepsGivesTheWishedDeployment(Topology topology) {
		var deployment = Deployment.EMPTY;
		for (var step : plan(topology, Map.of()).steps()) {
			assertThat(step.action().isReady(deployment)).as(step.id()).isTrue();
			assertThat(step.action().isDone(deployment)).as(step.id()).isFalse();
			deployment = step.action().applyTo(deployment);
			assertThat(step.action().isDone(deployment)).as(step.id()).isTrue();
		}
		assertThat(deployment.things()).isEqualTo(wished(topology));
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void undoingAllStepsBackwardsLeavesNothing(Topology topology) {
		var plan = plan(topology, Map.of());
		var deployment = allApplied(plan);
		for (var step : plan.steps().reversed()) {
			assertThat(step.action().inverse().isReady(deployment)).as(step.id()).isTrue();
			deployment = step.action().inverse().applyTo(deployment);
		}
		assertThat(deployment).isEqualTo(Deployment.EMPTY);
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void undoingAStepRestoresWhatWasBefore(Topology topology) {
		var before = Deployment.EMPTY;
		for (var step : plan(topology, Map.of()).steps()) {
			var after = step.action().applyTo(before);
			assertThat(step.action().inverse().applyTo(after)).isEqualTo(before);
			before = after;
		}
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void stepIsNotReadyWhileOneDependencyIsMissing(Topology topology) {
		for (var step : plan(topology, Map.of()).steps()) {
			assertThat(step.action().needs()).hasSameSizeAs(step.after());
			for (var missing : step.action().needs()) {
				var deployment = deployed(step.action().needs().stream().filter(thing -> !thing.equals(missing)).toList());
				assertThat(step.action().isReady(deployment)).as(step.id() + " without " + missing).isFalse();
				assertThatIllegalStateException().isThrownBy(() -> step.action().applyTo(deployment));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void nothingIsTakenAwayFromUnderWhatNeedsIt(Topology topology) {
		var plan = plan(topology, Map.of());
		var deployment = allApplied(plan);
		for (var step : plan.steps()) {
			var needed = plan.steps().stream().anyMatch(other -> other.after().contains(step.id()));
			assertThat(step.action().inverse().isReady(deployment)).as(step.id()).isNotEqualTo(needed);
		}
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void wavesAreAsEarlyAsDependenciesAllow(Topology topology) {
		var plan = plan(topology, Map.of());
		var seen = new HashSet<String>();
		var latest = 1;
		for (var step : plan.steps()) {
			assertThat(seen).as("before " + step.id()).containsAll(step.after());
			assertThat(step.wave()).isEqualTo(1 + step.after().stream().mapToInt(id -> step(plan, id).wave()).max().orElse(0));
			assertThat(step.wave()).isGreaterThanOrEqualTo(latest);
			latest = step.wave();
			assertThat(seen.add(step.id())).as(step.id() + " is unique").isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void criticalPathIsALongestChain(Topology topology) {
		var plan = plan(topology, Map.of());
		var path = plan.criticalPath();
		assertThat(plan.duration()).isEqualTo(plan.steps().stream().map(step -> longestUpTo(plan, step))
				.max(Duration::compareTo).orElse(Duration.ZERO));
		IntStream.range(1, path.size()).forEach(i -> assertThat(path.get(i).after()).contains(path.get(i - 1).id()));
	}

	@ParameterizedTest
	@MethodSource("topologies")
	void sameTopologySamePlan(Topology topology) {
		assertThat(plan(topology, Map.of())).isEqualTo(plan(topology, Map.of()));
	}

	@Test
	void twentyThousandMachinesOnOneHostAreNoTrouble() {
		var topology = new SmallTopology().host("h").network("lan");
		IntStream.range(0, 20_000).forEach(i -> topology.vm("vm" + i, "h", List.of(), List.of("lan")));
		assertThat(plan(topology.build(), Map.of()).steps()).hasSize(40_001);
	}

	static Stream<Topology> topologies() {
		return TOPOLOGIES.stream();
	}

	private static Plan plan(Topology topology, Map<String, String> forbidden) {
		return Planner.plan(topology, forbidden, Scheduling.of(topology, new KernelCompatibility(topology, Catalogue.EMPTY)).groups());
	}

	/** Clusters of machines and hosts with pods that need each other, or containers, without a circle. */
	private static Topology anyClusters(long seed) {
		var random = new Random(seed);
		var text = new StringBuilder("host h0 { hypervisor kvm  engine docker }\nhost h1 { engine containerd }\ncontainer c0 on h0\n");
		var pods = new ArrayList<>(List.of("c0"));
		for (var cluster : names("k", 1 + random.nextInt(2))) {
			text.append("cluster %s kubernetes 1.32 {\n".formatted(cluster));
			if (random.nextBoolean()) {
				text.append("  members h1\n");
			}
			text.append("  vm wk[1..%s] on h0 { engine containerd }\n".formatted(1 + random.nextInt(3)));
			for (var pod : names("p", random.nextInt(3))) {
				text.append("  pod %s replicas %s { container c  needs 1 of %s }\n".formatted(pod, 1 + random.nextInt(3), any(random, pods)));
				pods.add(cluster + "." + pod);
			}
			text.append("}\n");
		}
		return resolve(text.toString());
	}

	/** Hosts and machines that some of the machines manage, machines that stand in machines, and needs without a circle. */
	private static Topology anyManagedTopology(long seed) {
		var random = new Random(seed);
		var vms = names("vm", 1 + random.nextInt(6));
		var text = new StringBuilder();
		names("h", 1 + random.nextInt(3)).forEach(host -> text.append("host %s { hypervisor kvm%s  engine docker }\n".formatted(host,
				random.nextInt(3) == 0 ? "" : " { managed by " + String.join(", ", distinct(random, vms)) + " }")));
		for (var i = 0; i < vms.size(); i++) {
			var on = random.nextInt(3) > 0 || i == 0 ? "h0" : vms.get(random.nextInt(i));
			var needs = i == 0 || random.nextInt(2) == 0 ? "" : "needs " + vms.get(random.nextInt(i));
			text.append("vm %s on %s { hypervisor kvm%s  engine docker  %s }\n".formatted(vms.get(i), on,
					random.nextInt(4) == 0 ? " { managed by " + any(random, vms) + " }" : "", needs));
		}
		text.append("container c on %s\nmicrovm fn on %s".formatted(any(random, vms), any(random, vms)));
		return resolve(text.toString());
	}

	private static List<String> distinct(Random random, List<String> names) {
		return random.ints(1 + random.nextInt(2), 0, names.size()).distinct().mapToObj(names::get).toList();
	}

	/** What a workload needs it never does without: these have no circle of needs. */
	@ParameterizedTest
	@MethodSource("topologies")
	void whatIsNeededComesFirstWhoeverManagesIt(Topology topology) {
		var plan = plan(topology, Map.of());
		for (var workload : topology.workloads().values()) {
			var own = waveOf(plan, workload);
			workload.duties().needs().forEach(need -> need.members()
					.forEach(member -> assertThat(waveOf(plan, topology.workloads().get(member))).isLessThan(own)));
			if (topology.platformOf(workload) instanceof VirtualMachine vm) {
				assertThat(waveOf(plan, vm)).isLessThan(own);
			}
		}
	}

	/** A machine waits for the enrolment of its host, unless the manager in turn waits for the machine. */
	@ParameterizedTest
	@MethodSource("topologies")
	void machinesComeToManagedHypervisorsUnlessAManagerWaitsForThem(Topology topology) {
		var plan = plan(topology, Map.of());
		for (var workload : topology.workloads().values()) {
			var managers = managers(topology.platformOf(workload));
			if (workload instanceof VirtualMachine || workload instanceof MicroVirtualMachine) {
				var isAwaited = managers.stream().anyMatch(manager -> waitsFor(topology, topology.workloads().get(manager), workload));
				for (var manager : managers) {
					var enrolment = "enrol/" + topology.standsOn(workload) + "/" + manager;
					assertThat(first(plan, workload).after().contains(enrolment)).as(workload.name() + " after " + enrolment).isNotEqualTo(isAwaited);
				}
			}
		}
	}

	private static List<String> managers(ContainerHost platform) {
		return platform.hypervisor().map(Hypervisor::managers).orElse(List.of());
	}

	/** Whether one comes after the other by what it stands on, needs, and by what manages the hypervisors these come to. */
	private static boolean waitsFor(Topology topology, Workload one, Workload other) {
		var reached = new HashSet<String>();
		var open = new ArrayList<>(List.of(one));
		while (!open.isEmpty()) {
			var next = open.removeFirst();
			if (reached.add(next.name())) {
				next.duties().needs().forEach(need -> need.members().forEach(member -> open.add(topology.workloads().get(member))));
				var platform = topology.platformOf(next);
				if (platform instanceof VirtualMachine vm) {
					open.add(vm);
				}
				if (next instanceof VirtualMachine || next instanceof MicroVirtualMachine) {
					managers(platform).forEach(manager -> open.add(topology.workloads().get(manager)));
				}
			}
		}
		return reached.contains(other.name());
	}

	private static Step first(Plan plan, Workload workload) {
		return stepsOf(plan, workload).findFirst().orElseThrow();
	}

	private static int waveOf(Plan plan, Workload workload) {
		return stepsOf(plan, workload).mapToInt(Step::wave).max().orElseThrow();
	}

	/** Those that bring it up: of a pod that an orchestrator places, that of its declaration. */
	private static Stream<Step> stepsOf(Plan plan, Workload workload) {
		return plan.steps().stream().filter(step -> switch (step.action().thing().kind()) {
			case ENROLMENT -> false;
			case DEPLOYED_PODS -> step.action().thing().name().equals(workload.declaration());
			default -> step.action().thing().name().equals(workload.name());
		});
	}

	/** A few hosts, networks and volumes, and workloads that stand on hosts or on machines declared before or after them. */
	private static Topology anyTopology(long seed) {
		var random = new Random(seed);
		var topology = new SmallTopology();
		var hosts = names("h", 1 + random.nextInt(3));
		var networks = names("n", random.nextInt(4));
		var volumes = names("d", random.nextInt(4));
		hosts.forEach(topology::host);
		networks.forEach(topology::network);
		volumes.forEach(name -> topology.volume(name,
				random.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(random, hosts))));
		var vms = names("vm", random.nextInt(5));
		var platforms = new ArrayList<>(hosts);
		var declarations = new ArrayList<Runnable>();
		for (var name : vms) {
			var on = any(random, platforms);
			platforms.add(name);
			var disks = some(random, volumes);
			var nics = some(random, networks);
			declarations.add(() -> topology.vm(name, on, disks, nics));
		}
		for (var name : names("c", random.nextInt(6))) {
			var on = any(random, platforms);
			var nics = some(random, networks);
			declarations.add(random.nextInt(declarations.size() + 1), () -> topology.container(name, on, "shop:1", nics));
		}
		for (var name : names("s", random.nextInt(4))) {
			var on = any(random, platforms);
			var disks = some(random, volumes);
			var nics = some(random, networks);
			declarations.add(random.nextInt(declarations.size() + 1), () -> topology.systemContainer(name, on, name, disks, nics));
		}
		declarations.forEach(Runnable::run);
		return topology.build();
	}

	/** What must exist in the end, said without a planner. */
	private static Set<Thing> wished(Topology topology) {
		var things = new LinkedHashSet<Thing>();
		topology.volumes().values().forEach(volume -> volume.host()
				.ifPresent(host -> things.add(new Thing(Kind.VOLUME, host, volume.name()))));
		topology.hosts().values().forEach(host -> managers(host)
				.forEach(manager -> things.add(new Thing(Kind.ENROLMENT, host.name(), manager))));
		topology.clusters().values().stream().filter(Cluster::isKubernetes).forEach(cluster -> {
			things.add(new Thing(Kind.CLUSTER, cluster.name(), cluster.name()));
			cluster.workloads().stream().map(topology.workloads()::get).filter(Pod.class::isInstance)
					.forEach(pod -> things.add(new Thing(Kind.DEPLOYED_PODS, cluster.name(), pod.declaration())));
		});
		for (var workload : topology.workloads().values()) {
			var on = topology.standsOn(workload);
			if (workload instanceof Pod && isInCluster(workload, topology)) {
				continue;
			}
			workload.nics().forEach(network -> things.add(new Thing(Kind.NETWORK, on, network)));
			switch (workload) {
				case VirtualMachine vm -> {
					things.add(new Thing(Kind.DEFINED_VIRTUAL_MACHINE, on, vm.name()));
					things.add(new Thing(Kind.RUNNING_VIRTUAL_MACHINE, on, vm.name()));
					managers(vm).forEach(manager -> things.add(new Thing(Kind.ENROLMENT, vm.name(), manager)));
				}
				case Container container -> things.add(new Thing(Kind.RUNNING_CONTAINER, on, container.name()));
				case MicroVirtualMachine vm -> things.add(new Thing(Kind.RUNNING_MICRO_VIRTUAL_MACHINE, on, vm.name()));
				case SystemContainer container -> things.add(new Thing(Kind.RUNNING_SYSTEM_CONTAINER, on, container.name()));
				case Pod pod -> things.add(new Thing(Kind.RUNNING_POD, on, pod.name()));
			}
		}
		return things;
	}

	private static boolean isInCluster(Workload workload, Topology topology) {
		return topology.clusters().values().stream().anyMatch(cluster -> cluster.isKubernetes() && cluster.workloads().contains(workload.name()));
	}

	private static Deployment allApplied(Plan plan) {
		var deployment = Deployment.EMPTY;
		for (var step : plan.steps()) {
			deployment = step.action().applyTo(deployment);
		}
		return deployment;
	}

	private static Deployment deployed(List<Thing> things) {
		var deployment = Deployment.EMPTY;
		for (var thing : things) {
			deployment = deployment.with(thing, List.of());
		}
		return deployment;
	}

	private static Duration longestUpTo(Plan plan, Step step) {
		return step.after().stream().map(id -> longestUpTo(plan, step(plan, id))).max(Duration::compareTo)
				.orElse(Duration.ZERO).plus(step.estimate().duration());
	}

	private static Step step(Plan plan, String id) {
		return plan.steps().stream().filter(step -> step.id().equals(id)).findAny().orElseThrow();
	}

	private static List<String> names(String prefix, int count) {
		return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
	}

	private static String any(Random random, List<String> names) {
		return names.get(random.nextInt(names.size()));
	}

	private static List<String> some(Random random, List<String> names) {
		return names.stream().filter(name -> random.nextBoolean()).toList();
	}
}
