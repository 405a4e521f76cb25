package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.TODAY;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.resolve;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.Version;

/** The sentences under "Kernels". */
class KernelsTest {

	private static final String HOST = "site s { host m1 { os Debian 12 { kernel 6.1.0-28 }  hypervisor kvm  engine docker  engine lxc } } ";

	@Test
	void aVmBringsItsOwnKernel() {
		assertThat(bringer("vm it on m1 { guest Ubuntu 22.04 }")).isEqualTo("it");
		assertThat(kernel("vm it on m1 { guest Ubuntu 22.04 }")).contains("kernel 5.15");
	}

	@Test
	void aMicrovmBringsItsOwnKernel() {
		assertThat(bringer("microvm it on m1 { guest Ubuntu 24.04 { kernel 6.8.0-48 } }")).isEqualTo("it");
		assertThat(kernel("microvm it on m1 { guest Ubuntu 24.04 { kernel 6.8.0-48 } }")).contains("kernel 6.8.0-48");
	}

	@Test
	void kataAndHyperVIsolationBringAKernel() {
		assertThat(bringer("container it on m1 { isolation kata }")).isEqualTo("it");
		assertThat(bringer("container it on m1 { isolation hyperv }")).isEqualTo("it");
		assertThat(bringer("image i pod it on m1 { isolation kata  container app { image i } }")).isEqualTo("it");
		assertThat(kernel("container it on m1 { isolation kata }")).isEmpty();
	}

	@Test
	void theKernelOfAContainerIsThatOfItsEnginesOperatingSystem() {
		assertThat(bringer("container it on m1")).isEqualTo("m1");
		assertThat(bringer("container it on m1 { isolation userns }")).isEqualTo("m1");
		assertThat(bringer("lxc it on m1")).isEqualTo("m1");
		assertThat(kernel("container it on m1")).contains("kernel 6.1.0-28");
	}

	@Test
	void aGuestsEngineIsDeclaredInsideTheVm() {
		assertThat(bringer("vm worker on m1 { guest Ubuntu 22.04  engine containerd } container it on worker")).isEqualTo("worker");
		assertThat(check(HOST + "vm worker on m1 { guest Ubuntu 22.04 } container it on worker").findings())
				.extracting(finding -> finding.ruleId()).contains("VCD206");
	}

	@Test
	void aKernelHasAReleaseAndAnUpstreamVersion() {
		assertThat(os("Debian 12 { kernel 6.1.0-28  upstream 6.1.119 }")).satisfies(kernel -> {
			assertThat(kernel.release()).contains("6.1.0-28");
			assertThat(kernel.upstream()).isEqualTo(Version.parse("6.1.119"));
		});
	}

	@Test
	void fromADistributionsNameOnlyUpstreamMajorAndMinorAreKnown() {
		assertThat(os("Debian 12 { kernel 6.1.0-28 }").upstream()).isEqualTo(Version.parse("6.1"));
		assertThat(os("RHEL 8 { kernel 4.18.0-477.el8 }").upstream()).isEqualTo(Version.parse("4.18"));
	}

	@Test
	void finerIsUnknownUnlessStated() {
		var asking = HOST + "container it on m1 { requires kernel >= 6.1.50 }";
		assertThat(texts(asking)).anyMatch(text -> text.startsWith("Whether 'it' runs on 'm1' is unknown"));
		assertThat(texts(asking.replace("6.1.0-28", "6.1.0-28  upstream 6.1.119"))).noneMatch(text -> text.contains("'it'"));
	}

	@Test
	void theCatalogueSaysTheKernelOfAReleaseThatStatesNone() {
		assertThat(os("Debian 12").upstream()).isEqualTo(Version.parse("6.1"));
		assertThat(os("Debian 12 { kernel 6.12.9 }").upstream()).isEqualTo(Version.parse("6.12.9"));
	}

	@Test
	void vendorBackportsAreFactsOfTheirOwn() {
		var old = "os CellarLinux 1 { family linux  kernel 4.18.0  %s }\n" + HOST.replace("Debian 12 { kernel 6.1.0-28 }", "CellarLinux 1")
				+ "container it on m1 { requires kernel >= 5.8 }";

		assertThat(texts(old.formatted(""))).anyMatch(text -> text.startsWith("'it' does not run on 'm1'"));
		assertThat(texts(old.formatted("backported"))).anyMatch(text -> text.startsWith("Whether 'it' runs on 'm1' is unknown"));
	}

	@Test
	void pastNormalSupportButWithinLongTermSupportIsInfoPastAllAWarning() {
		assertThat(supportOf("supported 2025-12-31  extended 2027-12-31")).containsExactly(Severity.INFO);
		assertThat(supportOf("supported 2024-12-31  extended 2025-12-31")).containsExactly(Severity.WARNING);
		assertThat(supportOf("supported 2025-12-31")).containsExactly(Severity.WARNING);
		assertThat(supportOf("supported 2026-01-15  extended 2027-12-31")).isEmpty();
		assertThat(supportOf("")).isEmpty();
	}

	@Test
	void whatTheCatalogueItselfNamesIsNoFindingOfTheArchitects() {
		var checked = Pipeline.on(LocalDate.of(2099, 1, 1)).check(SourceSet.parse(List.of(new SourceFile("test.vcd",
				"package test import vcd.catalog.* " + HOST + "lxc it on m1 { image debian12 }"))));
		assertThat(checked.getFirst().findings()).extracting(finding -> finding.source().file()).containsOnly("test.vcd");
		assertThat(checked.getFirst().findings()).extracting(Finding::ruleId).contains("VCD210");
	}

	/** How much it matters, on the day of the tests, that a host runs such a release. */
	private static List<Severity> supportOf(String dates) {
		return check("os Some 1 { family linux %s } host h { os Some 1 }".formatted(dates)).findings().stream()
				.filter(finding -> finding.ruleId().equals("VCD210")).map(Finding::severity).toList();
	}

	@Test
	void theDayIsHandedIn() {
		var source = SourceSet.parse(List.of(new SourceFile("test.vcd", """
				package test
				@accept VCD300 "until the second site is built" until 2026-01-15
				site s { host h }
				""")));
		assertThat(Pipeline.on(TODAY).check(source).getFirst().findings()).extracting(finding -> finding.ruleId())
				.containsExactly("VCD300");
		assertThat(Pipeline.on(TODAY.plusDays(1)).check(source).getFirst().findings()).extracting(finding -> finding.ruleId())
				.containsExactly("VCD107", "VCD300");
	}

	private static String bringer(String text) {
		var topology = resolve(HOST + text);
		return topology.kernelBringerOf(topology.workloads().get("it")).name();
	}

	private static Optional<String> kernel(String text) {
		var topology = resolve(HOST + text);
		return topology.kernelOf(topology.workloads().get("it")).map(Kernel::label);
	}

	private static Kernel os(String os) {
		return resolve("site s { host m1 { os %s } }".formatted(os)).hosts().get("m1").operatingSystem().orElseThrow().kernel();
	}

	private static List<String> texts(String text) {
		return check(text).findings().stream().map(finding -> finding.message()).toList();
	}
}
