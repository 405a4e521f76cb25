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
		var asking = HOST.replace("6.1.0-28", "6.1.0-999") + "container it on m1 { requires kernel >= 6.1.50 }";
		assertThat(texts(asking)).anyMatch(text -> text.startsWith("Whether 'it' runs on 'm1' is unknown"));
		assertThat(texts(asking.replace("6.1.0-999", "6.1.0-999  upstream 6.1.119"))).noneMatch(text -> text.contains("'it'"));
	}

	@Test
	void theCatalogueMapsADistributionsNamesToUpstreamVersions() {
		assertThat(onDebian12("6.1.0-28", ">= 6.1.119")).isEmpty();
		assertThat(onDebian12("6.1.0-28", "> 6.1.119")).singleElement().satisfies(finding -> {
			assertThat(finding.message()).startsWith("'it' does not run on 'm1'").contains("kernel 6.1.0-28, made from upstream 6.1.119");
			assertThat(finding.sources()).contains("Debian changelog of linux 6.1.192-2 (bookworm-security)");
		});
		assertThat(onDebian12("6.1.0-28-cloud-amd64", ">= 6.1.119")).as("made of the same source").isEmpty();
		assertThat(onDebian12("6.1.0-28-mine", ">= 6.1.119")).singleElement().asString().contains("is unknown");
		assertThat(onDebian12("6.1.0-28  upstream 6.1.50", ">= 6.1.119")).as("what is stated decides").singleElement().asString()
				.contains("does not run");
	}

	@Test
	void ofANameOfSeveralVersionsIsKnownWhatIsTrueOfAll() {
		assertThat(onDebian12("6.1.0-23", ">= 6.1.98")).isEmpty();
		assertThat(onDebian12("6.1.0-23", ">= 6.1.99")).singleElement().asString()
				.contains("is unknown", "kernel 6.1.0-23, made from upstream 6.1.98 to 6.1.99");
		assertThat(onDebian12("6.1.0-23", "= 6.1.98")).singleElement().asString().contains("is unknown");
		assertThat(onDebian12("6.1.0-23", "> 6.1.99")).singleElement().asString().contains("does not run");
		assertThat(onDebian12("6.1.0-23", "< 6.1.98")).singleElement().asString().contains("does not run");
		assertThat(onDebian12("6.1.0-23", ">= 6.1.100")).singleElement().asString().contains("does not run");
	}

	@Test
	void newerNamesOfDebianSayTheUpstreamVersionThemselves() {
		assertThat(os("Debian 13 { kernel 6.12.48+deb13-amd64 }").upstream()).isEqualTo(Version.parse("6.12.48"));
		assertThat(os("Debian 13 { kernel 6.12.115+deb13+1-cloud-amd64 }").upstream()).isEqualTo(Version.parse("6.12.115"));
		assertThat(os("Debian 12 { kernel 6.1.0+mine }").upstream()).isEqualTo(Version.parse("6.1"));
	}

	@Test
	void whichFeaturesAVendorCarriedBackIsAFact() {
		assertThat(onUbuntu("20.04 { kernel 5.4.0-150 }")).isEmpty();
		assertThat(onUbuntu("20.04")).isEmpty();
		assertThat(onUbuntu("20.04 { kernel 5.4.293 }")).as("upstream's own").singleElement().asString().contains("is unknown");
		assertThat(onUbuntu("20.04 { kernel 5.4.0-mine }")).as("somebody's own").singleElement().asString().contains("is unknown");
		assertThat(onUbuntu("20.04 { kernel 5.4.0-150  options OVERLAY_FS n }")).as("what is stated decides").singleElement().asString()
				.contains("does not run");
		assertThat(onUbuntu("14.04")).as("of which nothing says so").singleElement().asString().contains("is unknown");
	}

	@Test
	void aVendorCarriesAFeatureFromSomeKernelOn() {
		assertThat(onCellar("carries bpf_ringbuf on >= 4.18.0-100", "4.18.0-100.el8")).isEmpty();
		assertThat(onCellar("carries bpf_ringbuf on >= 4.18.0-100", "4.18.0-372.9.1.el8_6")).isEmpty();
		assertThat(onCellar("carries bpf_ringbuf on >= 4.18.0-100", "4.18.0-99.el8")).singleElement().asString().contains("is unknown");
		assertThat(onCellar("carries bpf_ringbuf on >= 4.18.0-100  unverified carries", "4.18.0-100.el8")).singleElement().asString()
				.contains("is unknown");
		assertThat(onCellar("carries bpf_link on >= 4.18.0-100", "4.18.0-100.el8")).singleElement().asString().contains("is unknown");
	}

	private static List<Finding> onDebian12(String kernel, String bound) {
		return about("it", HOST.replace("6.1.0-28", kernel) + "container it on m1 { requires kernel " + bound + " }");
	}

	private static List<Finding> onUbuntu(String release) {
		return about("it", HOST.replace("Debian 12 { kernel 6.1.0-28 }", "Ubuntu " + release)
				+ "container it on m1 { requires feature overlayfs_userns }");
	}

	private static List<Finding> onCellar(String carries, String kernel) {
		return about("it", "builds cellar { %s }  os CellarLinux 1 { family linux  backported  builds cellar }\n".formatted(carries)
				+ HOST.replace("Debian 12 { kernel 6.1.0-28 }", "CellarLinux 1 { kernel %s }".formatted(kernel))
				+ "container it on m1 { requires feature bpf_ringbuf }");
	}

	/** What is said of whether a workload runs. */
	private static List<Finding> about(String workload, String text) {
		return check(text).findings().stream().filter(finding -> finding.ruleId().startsWith("VCD20") && finding.subjects().contains(workload))
				.toList();
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
