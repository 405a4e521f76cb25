package org.vcdsl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.DEGRADED;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNKNOWN;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNSUPPORTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.KernelAbilities;
import org.vcdsl.analysis.kernel.catalogue.ReleaseKernel;
import org.vcdsl.analysis.kernel.catalogue.SoftwareNeeds;
import org.vcdsl.analysis.kernel.catalogue.VendorSupport;
import org.vcdsl.analysis.kernel.catalogue.VendorSupport.Phase;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.ReleaseSpan;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Version;

/** What the shipped catalogue answers, and where it keeps quiet. */
class CatalogueVerdictsTest {

	private static final Catalogue CATALOGUE = CatalogueFacts.all();
	private static final Optional<Version> ANY = Optional.empty();

	@Test
	void aFeatureNeedsItsVersionAndItsOptions() {
		assertThat(feature("sched_ext", "Debian 12")).isEqualTo(FAILS);
		assertThat(feature("sched_ext", "Debian 13")).as("since 6.12, but not built").isEqualTo(FAILS);
		assertThat(feature("ns_user", "Debian 12")).isEqualTo(RUNS);
		assertThat(feature("ns_user", "Talos 1.5")).as("new enough, of options nothing is known").isEqualTo(UNKNOWN);
	}

	@Test
	void anOldKernelWithBackportsIsNotRefused() {
		assertThat(feature("bpf_ringbuf", "RHEL 8")).isEqualTo(UNKNOWN);
		assertThat(feature("bpf_ringbuf", "Debian 10")).isEqualTo(FAILS);
	}

	@Test
	void aSymbolThatAKernelDoesNotKnowAnswersNothing() {
		assertThat(feature("memcg_swap", "Debian 12")).isEqualTo(UNKNOWN);
	}

	@Test
	void aBuildOfItsOwnHasAConfigurationOfItsOwn() {
		var configuration = CATALOGUE.configurationOf(CATALOGUE.release("Debian 12").orElseThrow());
		var standard = new Kernel(KernelFamily.LINUX, Optional.of("6.1.0-28-amd64"), Version.parse("6.1"), false);
		var realTime = new Kernel(KernelFamily.LINUX, Optional.of("6.1.0-28-rt-amd64"), Version.parse("6.1"), false);

		assertThat(new KernelAbilities(standard, Optional.empty(), configuration, Optional.empty()).option("VETH").verdict()).isEqualTo(RUNS);
		assertThat(new KernelAbilities(realTime, Optional.empty(), configuration, Optional.empty()).option("VETH").verdict()).isEqualTo(UNKNOWN);
	}

	@Test
	void debiansKernelsAreMadeFromWhatItsChangelogSays() {
		assertThat(madeFrom("Debian 12", "6.1.0-1")).contains("6.1.4");
		assertThat(madeFrom("Debian 12", "6.1.0-10")).contains("6.1.37 to 6.1.38");
		assertThat(madeFrom("Debian 12", "6.1.0-40-amd64")).contains("6.1.153");
		assertThat(madeFrom("Debian 11", "5.10.0-28-rt-amd64")).contains("5.10.209");
		assertThat(madeFrom("Debian 11", "6.1.0-28")).isEmpty();
	}

	@Test
	void aVendorsKernelHasWhatItsVendorCarriesBack() {
		assertThat(feature("bpf_1m_insns", "RHEL 8", "4.18.0-477.10.1.el8_8.x86_64")).isEqualTo(RUNS);
		assertThat(feature("bpf_1m_insns", "RHEL 8", "4.18.0-372.9.1.el8.x86_64")).isEqualTo(UNKNOWN);
		assertThat(feature("bpf_btf", "RHEL 8", "4.18.0-425.3.1.el8.x86_64")).isEqualTo(RUNS);
		assertThat(feature("overlayfs_userns", "Ubuntu 18.04", "4.15.0-213-generic")).isEqualTo(RUNS);
	}

	@Test
	void aConfigurationIsThatOfDebiansNewerNamesToo() {
		var trixie = CATALOGUE.release("Debian 13").orElseThrow();
		var kernel = new Kernel(KernelFamily.LINUX, Optional.of("6.12.107+deb13-amd64"), Version.parse("6.12.107"), false);

		assertThat(KernelAbilities.on(Optional.of(trixie), CATALOGUE, kernel, Optional.of("amd64")).option("VETH").verdict()).isEqualTo(RUNS);
	}

	private static Optional<String> madeFrom(String release, String kernel) {
		return CATALOGUE.buildsOf(CATALOGUE.release(release).orElseThrow()).orElseThrow().upstreamOf(kernel).map(ReleaseSpan::toString);
	}

	private static Verdict feature(String name, String host, String kernel) {
		var release = CATALOGUE.release(host).orElseThrow();
		var stated = new Kernel(KernelFamily.LINUX, Optional.of(kernel), release.kernel().map(version -> version.known(2)), true);
		return KernelAbilities.on(Optional.of(release), CATALOGUE, stated, Optional.of("amd64")).feature(CATALOGUE.feature(name).orElseThrow())
				.verdict();
	}

	@Test
	void aLibcAsksWhatTheKernelSaysItIs() {
		assertThat(inImage(SoftwareKind.LIBC, "glibc", "2.36", linux("3.0"), CgroupHierarchy.V1, "amd64")).isEqualTo(FAILS);
		assertThat(inImage(SoftwareKind.LIBC, "glibc", "2.36", linux("5.10"), CgroupHierarchy.V2, "amd64")).isEqualTo(RUNS);
		assertThat(inImage(SoftwareKind.LIBC, "glibc", "2.43", linux("4.10"), CgroupHierarchy.V2, "riscv64")).isEqualTo(FAILS);
		assertThat(inImage(SoftwareKind.LIBC, "glibc", "2.43", linux("4.10"), CgroupHierarchy.V2, "amd64")).isEqualTo(RUNS);
	}

	@Test
	void anInitSystemNeedsItsControlGroups() {
		assertThat(inImage(SoftwareKind.INIT, "systemd", "219", linux("5.15"), CgroupHierarchy.V2, "amd64")).isEqualTo(FAILS);
		assertThat(inImage(SoftwareKind.INIT, "systemd", "219", linux("5.15"), CgroupHierarchy.V1, "amd64")).isEqualTo(RUNS);
		assertThat(inImage(SoftwareKind.INIT, "systemd", "258", linux("6.1"), CgroupHierarchy.V1, "amd64")).isEqualTo(FAILS);
		assertThat(inImage(SoftwareKind.INIT, "systemd", "258", linux("5.0"), CgroupHierarchy.V2, "amd64")).isEqualTo(UNSUPPORTED);
		assertThat(inImage(SoftwareKind.INIT, "systemd", "256", new Kernel(KernelFamily.LINUX, Optional.of("6.1"), Version.parse("6.1"),
				false, Map.of(), List.of("SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1")), CgroupHierarchy.V1, "amd64")).isEqualTo(UNKNOWN);
	}

	@Test
	void aCallThatAProfileLeavesOutIsADoubtAndNoRefusal() {
		var glibc = CATALOGUE.software(SoftwareKind.LIBC, "glibc").orElseThrow();
		var profile = Optional.of(CATALOGUE.profiles().get("docker_default"));
		var needs = needs(linux("5.15"), CgroupHierarchy.V2, "amd64");

		assertThat(worst(needs.inImage(glibc, Version.parse("2.34"), profile, Version.parse("20.10.9")))).isEqualTo(UNKNOWN);
		assertThat(worst(needs.inImage(glibc, Version.parse("2.34"), profile, Version.parse("20.10.10")))).isEqualTo(RUNS);
	}

	@Test
	void anEngineNeedsWhatItsFunctionNeeds() {
		assertThat(function("podman", "6.0", "base", linux("5.0"), CgroupHierarchy.V2)).isEqualTo(FAILS);
		assertThat(function("podman", "6.0", "base", linux("6.1"), CgroupHierarchy.V1)).isEqualTo(FAILS);
		assertThat(function("docker", "29.1", "cgroup v1", linux("6.1"), CgroupHierarchy.V1)).isEqualTo(DEGRADED);
		assertThat(function("docker", "28.0", "cgroup v1", linux("6.1"), CgroupHierarchy.V1)).as("says nothing before 29").isEqualTo(RUNS);
	}

	@Test
	void aVersionNobodyStatedRefusesNothing() {
		var podman = CATALOGUE.software(SoftwareKind.ENGINE, "podman").orElseThrow();

		assertThat(worst(needs(linux("5.0"), CgroupHierarchy.V1, "amd64").function(podman, ANY, "base"))).isEqualTo(UNKNOWN);
	}

	@Test
	void anUnverifiedFactRefusesNothing() {
		assertThat(function("docker", "27.3", "base", linux("3.0"), CgroupHierarchy.V1)).as("3.10 was not read").isNotEqualTo(FAILS);
	}

	@Test
	void vendorsSayWhatTheySupport() {
		assertThat(image("WindowsServer 2022", "WindowsServer 2019", Isolation.PROCESS)).contains(FAILS);
		assertThat(image("WindowsServer 2022", "WindowsServer 2019", Isolation.HYPERV)).contains(RUNS);
		assertThat(image("RHEL 9", "RHEL 6", Isolation.PROCESS)).contains(UNSUPPORTED);
		assertThat(image("RHEL 9", "Debian 12", Isolation.PROCESS)).isEmpty();
	}

	@Test
	void releasesAreSupportedForATime() {
		assertThat(phase("Debian 11", "2024-08-14")).isEqualTo(Phase.SUPPORTED);
		assertThat(phase("Debian 11", "2024-08-15")).isEqualTo(Phase.EXTENDED);
		assertThat(phase("Debian 11", "2026-09-01")).isEqualTo(Phase.ENDED);
		assertThat(phase("Flatcar 4081", "2026-01-15")).isEqualTo(Phase.UNKNOWN);
	}

	private static Verdict feature(String name, String host) {
		var release = CATALOGUE.release(host).orElseThrow();
		return KernelAbilities.on(Optional.of(release), CATALOGUE, ReleaseKernel.of(release).orElseThrow(), Optional.of("amd64"))
				.feature(CATALOGUE.feature(name).orElseThrow()).verdict();
	}

	private static Verdict inImage(SoftwareKind kind, String name, String version, Kernel kernel, CgroupHierarchy cgroup,
			String architecture) {
		return worst(needs(kernel, cgroup, architecture).inImage(CATALOGUE.software(kind, name).orElseThrow(), Version.parse(version),
				Optional.empty(), ANY));
	}

	private static Verdict function(String engine, String version, String scope, Kernel kernel, CgroupHierarchy cgroup) {
		return worst(needs(kernel, cgroup, "amd64").function(CATALOGUE.software(SoftwareKind.ENGINE, engine).orElseThrow(),
				Version.parse(version), scope));
	}

	private static SoftwareNeeds needs(Kernel kernel, CgroupHierarchy cgroup, String architecture) {
		return new SoftwareNeeds(CATALOGUE, kernel, new KernelAbilities(kernel, Optional.of(architecture), Optional.empty(), Optional.empty()),
				Optional.of(cgroup), Optional.of(architecture));
	}

	/** What nothing speaks against runs, as far as known. */
	private static Verdict worst(List<Answer> answers) {
		return answers.stream().max(Answer.BY_WEIGHT).map(Answer::verdict).orElse(RUNS);
	}

	private static Optional<Verdict> image(String host, String image, Isolation isolation) {
		var release = CATALOGUE.release(host).orElseThrow();
		return VendorSupport.image(release, CATALOGUE.matrixOf(release).orElseThrow(), image, isolation).map(Answer::verdict);
	}

	private static Phase phase(String release, String day) {
		return VendorSupport.phase(CATALOGUE.release(release).orElseThrow(), LocalDate.parse(day));
	}

	private static Kernel linux(String version) {
		return new Kernel(KernelFamily.LINUX, Optional.of(version), Version.parse(version), false);
	}
}
