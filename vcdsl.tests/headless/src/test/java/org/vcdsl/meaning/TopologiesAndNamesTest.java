package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.errors;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.Requirement;

/** The sentences under "Topologies and names". */
class TopologiesAndNamesTest {

	@Test
	void oneTopologyPerRootPackageWithItsImports() {
		var checked = files("package house import vcd.catalog.* site s { host m1 { engine docker } }",
				"package shop import house.* container web on m1",
				"package words network lan");

		assertThat(checked).singleElement().satisfies(one -> {
			assertThat(one.name()).isEqualTo("shop");
			assertThat(one.topology().orElseThrow().hosts()).containsOnlyKeys("m1");
			assertThat(one.topology().orElseThrow().networks()).isEmpty();
		});
	}

	@Test
	void environmentsAreRootPackages() {
		var checked = files("package house import vcd.catalog.* template host Node { engine docker }",
				"package staging import house.* site s { host m1 : Node } container web on m1",
				"package production import house.* site s { host m2 : Node } container web on m2 replicas 3");

		assertThat(checked).extracting(Checked::name).containsExactly("staging", "production");
		assertThat(checked).extracting(one -> one.topology().orElseThrow().workloads().size()).containsExactly(1, 3);
	}

	@Test
	void filesOfOnePackageSeeEachOther() {
		var checked = files("package p import vcd.catalog.* container c on m1",
				"package p import vcd.catalog.* site s { host m1 { engine docker } }");

		assertThat(checked).singleElement().satisfies(one -> assertThat(one.topology()).isPresent());
	}

	@Test
	void importedPackagesAreLookedUpAmongTheInputs() {
		assertThat(texts(files("package shop import house.* container web on m1"))).containsExactly(
				"There is no package 'house' here. Give the file that declares it: among the inputs, beside this one, or in a folder of '--path'.");
		assertThat(files("package shop import house.* container web on m1",
				"package house import vcd.catalog.* site s { host m1 { engine docker } }")).singleElement()
				.satisfies(one -> assertThat(one.topology()).isPresent());
	}

	@Test
	void onlyClustersAndPodsQualifyNames() {
		var topology = resolve("""
				site north { room hall { rack r1 { host alpha { hypervisor kvm  engine docker } } } }
				image shopweb
				cluster k8s { vm cp on alpha  pod checkout on alpha { container app { image shopweb } } }
				""");

		assertThat(topology.hosts()).containsOnlyKeys("alpha");
		assertThat(topology.locations()).containsOnlyKeys("north", "hall", "r1");
		assertThat(topology.workloads()).containsOnlyKeys("k8s.cp", "k8s.checkout");
		assertThat(errors("""
				site north { host alpha { hypervisor kvm } }
				cluster k8s { vm cp on alpha }
				service s { needs north.cp }
				""")).containsExactly("VCD101 There is no workload 'north.cp' here.");
	}

	@Test
	void bodiesQualifyNames() {
		assertThat(resolve("""
				site north { host alpha { engine docker } }
				image shopweb
				pod one on alpha { container app { image shopweb } }
				pod two on alpha { container app { image shopweb } }
				""").workloads()).hasSize(2);
	}

	@Test
	void namesAreUniquePerPackage() {
		assertThat(errors("site alpha { host alpha }")).containsExactly(
				"VCD102 'alpha' is a site already, at test.vcd:2. Give one of them another name.");
		assertThat(files("package a network lan", "package b import a.* network lan site s { host h }")).singleElement()
				.satisfies(one -> assertThat(one.topology().orElseThrow().networks()).containsOnlyKeys("lan", "a.lan"));
	}

	@Test
	void anAmbiguousNameListsTheCandidates() {
		var shop = "package shop import a.* import b.* %s import vcd.catalog.* site s { host h { hypervisor kvm } } vm v on h { nic lan }";

		assertThat(texts(files("package a network lan", "package b network lan", shop.formatted("")))).containsExactly(
				"'lan' stands for a.lan and b.lan here. Import the one that is meant by its name: 'import a.lan'.");
		assertThat(texts(files("package a network lan", "package b network lan", shop.formatted("import b.lan"))))
				.noneMatch(text -> text.contains("lan"));
	}

	@Test
	void aGroupIsTheUnionOfSameNamedRangesOfOneKindInOnePackage() {
		var checked = files("package p import vcd.catalog.* site s { rack r1 { host kvm[1..2] { hypervisor kvm } } }",
				"package p import vcd.catalog.* site t { host kvm[3] { hypervisor kvm } } vm v on kvm");

		assertThat(checked.getFirst().topology().orElseThrow().workloads().get("v").pool().candidates())
				.containsExactly("kvm[1]", "kvm[2]", "kvm[3]");
	}

	@Test
	void overlapIsAnError() {
		assertThat(errors("site s { host h[1..2] host h[2..3] }")).containsExactly(
				"VCD111 'h[2]' is declared already, at test.vcd:2. Give each member of 'h' its own number.");
	}

	@Test
	void mixedKindsAreAnError() {
		assertThat(errors("site s { host h[1..2] switch h[3..4] }")).containsExactly(
				"VCD102 'h' is a host already, at test.vcd:2. Give one of them another name.");
	}

	@Test
	void aPlainElementOfThatNameIsAnError() {
		assertThat(errors("site s { host h[1..2] host h }")).containsExactly("VCD102 'h' is declared already, at test.vcd:2. "
				+ "A name stands for one element or for a group, not for both. Give one of them another name.");
	}

	@Test
	void reversedRangesAreErrors() {
		assertThat(errors("site s { host h[2..1] }")).containsExactly("VCD111 The range 2..1 is reversed. Write 1..2.");
	}

	@Test
	void aGapIsInfo() {
		assertThat(check("site s { host h[1..2] host h[4] }").findings()).filteredOn(finding -> finding.ruleId().equals("VCD113"))
				.singleElement().satisfies(gap -> {
					assertThat(gap.severity()).isEqualTo(Severity.INFO);
					assertThat(gap.message()).startsWith("The group 'h' has no 'h[3]'.");
				});
	}

	@Test
	void gOf2To3OutsideItIsAnError() {
		assertThat(errors("site s { feed g[1..2]  host h { fed by g[2..3] } }")).containsExactly(
				"VCD112 There is no 'g[3]': the members of 'g' are numbered 1 to 2.");
	}

	@Test
	void gOf7IsOne() {
		assertThat(resolve("site s { feed g[6..8]  host h { fed by g[7] } }").hosts().get("h").supply().feeds())
				.containsExactly("g[7]");
		assertThat(resolve("site s { feed g[7]  host h { fed by g } }").feeds()).containsOnlyKeys("g[7]");
	}

	@Test
	void replicasNOnXMakesXOf1ToN() {
		assertThat(resolve("site s { host m1 { engine docker } } container web on m1 replicas 3").workloads())
				.containsOnlyKeys("web[1]", "web[2]", "web[3]");
	}

	@Test
	void moreThanAMillionElementsAreAnErrorBeforeAnythingIsAllocated() {
		assertThat(errors("site s { host m1[1..2000000000] { engine docker } } container web on m1 replicas 2000000000"))
				.singleElement().asString().startsWith("VCD116 The topology would have 4,000,000,001 elements");
	}

	@Test
	void finalFreezesTheValuesSetThereNotExtension() {
		var frozen = "final template host Node { cores 64 } template host Big : Node { memory 1 TiB } site s { host h : Big { %s } }";

		assertThat(errors(frozen.formatted("cores 32")))
				.containsExactly("VCD114 'Node' is final and states 'cores' already. Take it away here, or the 'final' there.");
		assertThat(resolve(frozen.formatted("memory 2 TiB")).hosts().get("h").hardware().memoryBytes()).hasValue(2L << 40);
	}

	@Test
	void singleValuesOverride() {
		assertThat(resolve("template host T { cores 8  memory 1 GiB } site s { host h : T { cores 16 } }").hosts().get("h").hardware())
				.satisfies(hardware -> {
					assertThat(hardware.cores()).hasValue(16);
					assertThat(hardware.memoryBytes()).hasValue(1L << 30);
				});
	}

	@Test
	void requiresAddsWhileListsReplace() {
		var web = (Container) resolve("""
				site s { host m1 { engine docker } }
				network front  network back
				template container Small { nic front  requires cgroup 2 }
				container web : Small on m1 { nic back  requires option USER_NS }
				""").workloads().get("web");

		assertThat(web.nics()).containsExactly("back");
		assertThat(web.traits().requirements()).extracting(Requirement::toString).containsExactly("cgroup 2", "option USER_NS");
	}

	@Test
	void aCycleOfTemplatesIsAnError() {
		assertThat(errors("template vm A : B  template vm B : C  template vm C : A  site s { host h }"))
				.containsExactly("VCD108 Template 'A' extends itself: A, B, C, A. Take one ':' away.");
	}

	@Test
	void everyKeyIsTyped() {
		assertThat(errors("site s { host h { memory 3 kW } }"))
				.containsExactly("VCD103 'kW' is a unit of power, not of memory. Write B, KiB, MiB, GiB, TiB, PiB.");
	}

	@Test
	void anUnknownKeyIsAnError() {
		assertThat(errors("site s { host h { kores 4 } }")).singleElement().asString().startsWith("VCD100 ").contains("'cores'");
	}

	private static List<Checked> files(String... texts) {
		return pipeline().check(SourceSet.parse(Arrays.stream(texts).map(text -> new SourceFile("test.vcd", text)).toList()));
	}

	private static List<String> texts(List<Checked> checked) {
		return checked.stream().flatMap(one -> one.findings().stream()).map(finding -> finding.message()).toList();
	}
}
