package org.vcdsl.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;
import static org.vcdsl.resolve.Resolved.errors;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Cellar;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.Version;

class TopologyResolverTest {

	@Test
	void cellarResolvesToTheTopologyBuiltByHand() {
		var checked = pipeline().check(SourceSet.parse(List.of(Project.source("examples/cellar/cellar.vcd"))));

		assertThat(checked.getFirst().topology()).get().usingRecursiveComparison().isEqualTo(Cellar.topology());
	}

	@Test
	void aContainerBorrowsTheKernelOfItsHost() {
		var topology = resolve("""
				site s { host m1 { os Debian 12 { kernel 6.1.0-28 }  engine docker } }
				container shop on m1
				""");

		assertThat(topology.kernelOf(topology.workloads().get("shop"))).get()
				.satisfies(kernel -> assertThat(kernel.release()).contains("6.1.0-28"));
	}

	@Test
	void aVirtualMachineBringsItsOwnKernelAndContainersInItBorrowThat() {
		var topology = resolve("""
				site s { host m1 { os Debian 12  hypervisor kvm } }
				vm inner on m1 { guest Ubuntu 22.04  engine docker }
				container shop on inner
				""");

		var shop = topology.workloads().get("shop");
		assertThat(topology.kernelOf(shop).orElseThrow().upstream()).isEqualTo(Version.parse("5.15"));
		assertThat(topology.hostOf(shop).name()).isEqualTo("m1");
	}

	@Test
	void ofADistributionsKernelOnlyMajorAndMinorAreKnownUpstream() {
		assertThat(upstream("kernel 6.1.0-28")).isEqualTo(Version.parse("6.1"));
		assertThat(upstream("kernel 6.1.128")).isEqualTo(Version.parse("6.1.128"));
		assertThat(upstream("kernel 6.1.0-28  upstream 6.1.119")).isEqualTo(Version.parse("6.1.119"));
	}

	private static Optional<Version> upstream(String kernel) {
		return resolve("site s { host m1 { os Debian 12 { %s } } }".formatted(kernel)).hosts().get("m1").operatingSystem()
				.orElseThrow().kernel().upstream();
	}

	@Test
	void aHostTakesFromItsTemplatesWhatItDoesNotStateItself() {
		var host = resolve("""
				template host Base { cores 8  memory 32 GiB }
				template host Big : Base { memory 64 GiB }
				site s { host m1 : Big { cores 12 } }
				""").hosts().get("m1");

		assertThat(host.hardware().cores()).hasValue(12);
		assertThat(host.hardware().memoryBytes()).hasValue(64L << 30);
		assertThat(host.template()).contains("Big");
	}

	@Test
	void eachReplicaHasAHostPortOfItsOwn() {
		var topology = resolve("""
				site s { host m1 { engine docker } }
				container web on m1 replicas 3 { publish 81..83->80 }
				""");

		assertThat(topology.workloads().values()).extracting(workload -> ((Container) workload).ports().getFirst())
				.containsExactly(new PublishedPort(81, 80), new PublishedPort(82, 80), new PublishedPort(83, 80));
	}

	@Test
	void filesOfOnePackageSeeEachOther() {
		var here = new SourceFile("here.vcd", "package p import vcd.catalog.* container c on m1");
		var there = new SourceFile("there.vcd", "package p import vcd.catalog.* site s { host m1 { engine docker } }");

		var checked = pipeline().check(SourceSet.parse(List.of(here, there)));

		assertThat(checked).singleElement().satisfies(one -> assertThat(one.topology()).isPresent());
	}

	@Test
	void anImportedPackageBelongsToTheTopologyAndMakesNoneItself() {
		var house = new SourceFile("house.vcd", "package house import vcd.catalog.* site s { host m1 { engine docker } }");
		var shop = new SourceFile("shop.vcd", "package shop import house.* container c on m1");

		var checked = pipeline().check(SourceSet.parse(List.of(house, shop)));

		assertThat(checked).singleElement().satisfies(one -> {
			assertThat(one.name()).isEqualTo("shop");
			assertThat(one.topology().orElseThrow().hosts()).containsKey("m1");
		});
	}

	@Test
	void intentMayStandInAPackageOfItsOwn() {
		var house = new SourceFile("house.vcd", "package house import vcd.catalog.* site s { host m1 { engine docker } } container c on m1");
		var wishes = new SourceFile("wishes.vcd", "package wishes import house.* service shop { needs c }");

		var checked = pipeline().check(SourceSet.parse(List.of(house, wishes)));

		assertThat(checked).singleElement().satisfies(one -> {
			assertThat(one.name()).isEqualTo("wishes");
			assertThat(one.topology().orElseThrow().services()).containsKey("shop");
			assertThat(one.findings()).extracting(Finding::ruleId).contains("VCD301");
		});
	}

	@Test
	void keywordsMayBeNamesWhereNothingElseCanStand() {
		assertThat(resolve("site s { feed power  switch edge { fed by power }  host host { uplink edge  fed by power } }").hosts())
				.containsKey("host");
	}

	@Test
	void moreReplicasThanAMillionAreRefusedBeforeTheyAreMade() {
		assertThat(errors("site s { host m1 { engine docker } } container c on m1 replicas 1000000000"))
				.containsExactly("VCD116 The topology would have 1,000,000,002 elements, 1,000,000,000 of them from 'c' here; 1,000,000 are the most.");
	}

	@Test
	void gigabytesAreNotGuessedToBeGibibytes() {
		assertThat(errors("site s { host m1 { memory 64 GB } }")).containsExactly(
				"VCD103 'GB' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. GiB counts in powers of 1024.");
	}

	@Test
	void anUnknownNameListsThoseThatComeNearIt() {
		assertThat(errors("site s { feed mains  host m1 { fed by maims  os Debain 12 } }")).containsExactly(
				"VCD101 There is no feed 'maims' here. Did you mean 'mains'?",
				"VCD101 There is no operating system release 'Debain 12' here. Did you mean 'Debian 12', 'Debian 10', 'Debian 11'?");
	}

	@Test
	void aHostHasAnAddressOrAName() {
		assertThat(resolve("site s { host a { address 10.0.0.11 }  host b { address \"b.example.org\" } }").hosts().values())
				.extracting(host -> host.address().orElseThrow()).containsExactly("10.0.0.11", "b.example.org");
		assertThat(errors("site s { host a { address 10.0.0.256 }  host b { address \"{{ x }}\" } }")).containsExactly(
				"VCD103 '10.0.0.256' is not an address. Write for instance 10.0.0.11 or fd00:20::11, or a name as \"alpha.example.org\".",
				"VCD103 '{{ x }}' is not an address. Write for instance 10.0.0.11 or fd00:20::11, or a name as \"alpha.example.org\".");
	}

	@Test
	void addressesOfIPv6NeedNoQuotes() {
		var topology = resolve("""
				network lan { cidr fd00:20::/64  vlan 10 }
				template host cafe
				site s { host bad:cafe { address fd00:20::11 }  host b : cafe { address ::1 } }
				""");

		assertThat(topology.networks().get("lan").cidrs()).extracting(CidrBlock::toString).containsExactly("fd00:20::/64");
		assertThat(topology.hosts().values()).extracting(host -> host.address().orElseThrow()).containsExactly("fd00:20::11", "::1");
		assertThat(topology.hosts().values()).extracting(host -> host.template().orElseThrow()).containsOnly("cafe");
	}

	@Test
	void aReleaseOfOnesOwnIsReadLikeThoseOfTheCatalogue() {
		var host = resolve("""
				os Mine 1 { family linux  kernel 4.19  backported  cgroup 1 }
				site s { host m1 { os Mine 1 } }
				""").hosts().get("m1").operatingSystem().orElseThrow();

		assertThat(host.kernel().upstream()).isEqualTo(Version.parse("4.19"));
		assertThat(host.kernel().backported()).isTrue();
		assertThat(host.cgroup()).contains(CgroupHierarchy.V1);
	}

	@Test
	void whatAReleaseSaysWronglyIsSaidOnceAtItsPlace() {
		assertThat(errors("""
				os Mine 1 { family lunix  kernel 4.x  cgroup 3 }
				site s { host m1 { os Mine 1 }  host m2 { os Debian 12 } }
				""")).containsExactly(
				"VCD103 'lunix' is not a family of kernels. Write one of linux, windows, freebsd, illumos, vmkernel, xen.",
				"VCD103 '4.x' is not a version. Write numbers with dots between, for instance 6.1.119.",
				"VCD103 '3' is not a cgroup version. Write 1, 2 or hybrid.");
	}

	@Test
	void aLibraryThatNothingUsesIsCheckedForItsTextAlone() {
		var sound = new SourceFile("sound.vcd", "package lib import vcd.catalog.* network lan { vlan 7 }");
		var wrong = new SourceFile("wrong.vcd", "package lib import vcd.catalog.* network lan { vlan 7  vlan 8 }");

		assertThat(pipeline().check(SourceSet.parse(List.of(sound)))).isEmpty();
		assertThat(pipeline().check(SourceSet.parse(List.of(wrong)))).singleElement()
				.satisfies(one -> assertThat(one.findings()).extracting(finding -> finding.ruleId()).containsExactly("VCD109"));
	}

	@Test
	void aVirtualMachineThatMayStandOnItselfIsRefused() {
		assertThat(errors("site s { host h { hypervisor kvm } } vm a on b { hypervisor kvm } vm b on h, a { hypervisor kvm }"))
				.containsExactly("VCD108 'a' can come to stand on itself: a, b, a. Let one of them stand on a host.");
		assertThat(errors("site s { host h { hypervisor kvm } } vm w[1] on h { hypervisor kvm } vm w[2] on w[1]")).isEmpty();
	}

	@Test
	void aMemberThatIsNotThereIsMissedOnce() {
		assertThat(errors("site s { host h[1..2] { hypervisor kvm } } vm a on h[3]"))
				.containsExactly("VCD112 There is no 'h[3]': the members of 'h' are numbered 1 to 2.");
	}

	@Test
	void anElementOfAPackageThatIsNotImportedIsNotPartOfTheTopology() {
		var house = new SourceFile("house.vcd", "package house site s { host m1 }");
		var shop = new SourceFile("shop.vcd", "package shop volume v { on house.m1 } site t { host m2 }");

		assertThat(pipeline().check(SourceSet.parse(List.of(house, shop)))).flatMap(one -> one.findings())
				.filteredOn(finding -> finding.source().file().equals("shop.vcd")).extracting(finding -> finding.message())
				.containsExactly("'m1' is in package 'house', which is not imported. Write 'import house.*'.");
	}

	@Test
	void aNameThatTwoImportedPackagesHaveIsAmbiguous() {
		var one = new SourceFile("one.vcd", "package one network lan");
		var two = new SourceFile("two.vcd", "package two network lan");
		var both = new SourceFile("both.vcd", "package both import one.* import two.* site s { switch w { carries lan } host h }");

		assertThat(pipeline().check(SourceSet.parse(List.of(one, two, both)))).flatMap(checked -> checked.findings())
				.extracting(finding -> finding.message()).containsExactly(
						"'lan' stands for one.lan and two.lan here. Import the one that is meant by its name: 'import one.lan'.");
	}

	@Test
	void anOptionIsTheSameWithItsPrefixAndWithout() {
		assertThat(resolve("site s { host h } image i { requires option CONFIG_KVM, option KVM }").images().get("i").requirements())
				.extracting(Object::toString).containsExactly("option KVM", "option KVM");
	}
}
