package org.vcdsl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.vcdsl.resolve.Resolved.errors;
import static org.vcdsl.resolve.Resolved.resolve;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.facts.SupportMatrix.Answer;
import org.vcdsl.resolve.FactsResolver;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Version;
import org.vcdsl.vcd.HostDeclaration;

/** Entries as facts, the shipped ones and an architect's own. */
class CatalogueFactsTest {

	@Test
	void aReleaseSaysWhatItBringsAndHowLongItIsSupported() {
		var debian = shipped("Debian 12").release("Debian 12").orElseThrow();

		assertThat(debian.family()).contains(KernelFamily.LINUX);
		assertThat(debian.kernel()).isEqualTo(Version.parse("6.1"));
		assertThat(debian.libc()).contains(new Software("glibc", Optional.of("2.36")));
		assertThat(debian.init()).contains(new Software("systemd", Optional.of("252")));
		assertThat(debian.cgroup()).contains(CgroupHierarchy.V2);
		assertThat(debian.supported()).contains(LocalDate.of(2026, 7, 11));
		assertThat(debian.provenance().isVerified("kernel")).isTrue();
		assertThat(debian.provenance().isVerified("architecture")).isFalse();
		assertThat(debian.provenance().sources()).contains("endoflife.date products/debian.md (Aug 2026 snapshot)");
	}

	@Test
	void aReleaseBringsWhatItNames() {
		var facts = shipped("Debian 13");

		assertThat(facts.configurationOf(facts.release("Debian 13").orElseThrow()).orElseThrow().has("MEMCG_V1")).contains(false);
		assertThat(facts.software(SoftwareKind.LIBC, "glibc").orElseThrow().cases()).isNotEmpty();
		assertThat(facts.releases()).containsOnlyKeys("Debian 13");
	}

	@Test
	void anEngineSaysWhatItNeeds() {
		var facts = CatalogueFacts.of("engine mine { requires \"all\" { feature ns_user } }");
		var docker = CatalogueFacts.all().software(SoftwareKind.ENGINE, "docker").orElseThrow();
		var rootless = docker.requirements().stream().filter(need -> need.scope().equals("rootless")).findFirst().orElseThrow();

		assertThat(facts.feature("ns_user").orElseThrow().since()).isEqualTo(Version.parse("3.8"));
		assertThat(rootless.features()).contains("ns_user", "overlayfs_userns");
		assertThat(rootless.versions().contains(Version.parse("19.03"))).contains(false);
		assertThat(rootless.versions().contains(Version.parse("27.3"))).contains(true);
		assertThat(rootless.versions().contains(Optional.empty())).isEmpty();
	}

	@Test
	void aProfileNamesACallFromAReleaseOn() {
		var profile = CatalogueFacts.all().profiles().get("docker_default");

		assertThat(profile.names("clone3", version("20.10.9"))).contains(false);
		assertThat(profile.names("clone3", version("20.10.10"))).contains(true);
		assertThat(profile.names("clone3", version("20.10"))).isEmpty();
		assertThat(profile.names("clone3", version("99.1"))).isEmpty();
		assertThat(profile.names("userfaultfd", version("27.3"))).contains(false);
		assertThat(profile.names("nobody_looked", version("27.3"))).isEmpty();
	}

	@Test
	void aMatrixSaysWhatItsVendorSupports() {
		var facts = shipped("WindowsServer 2022");
		var matrix = facts.matrixOf(facts.release("WindowsServer 2022").orElseThrow()).orElseThrow();

		assertThat(matrix.images()).filteredOn(image -> image.image().equals("WindowsServer 2019"))
				.extracting(image -> image.isolation().orElseThrow(), image -> image.answer())
				.containsExactlyInAnyOrder(tuple(Isolation.HYPERV, Answer.SUPPORTED),
						tuple(Isolation.PROCESS, Answer.UNSUPPORTED));
	}

	@Test
	void anArchitectsOwnEntriesWorkLikeTheShippedOnes() {
		var topology = resolve("""
				os CellarLinux 1 { family linux  kernel 6.6  cgroup 2  libc glibc 2.39  init systemd 255
				  supported 2030-01-01  source "our build recipe" }
				feature secret_sauce { since 6.5  options SAUCE }
				engine cellard { requires "base" for >= 1.0 { kernel >= 5.10  feature secret_sauce, ns_user } }
				template host Tiny { cores 4  memory 8 GiB }
				image brew { ref "registry.example.org/brew:1"  from CellarLinux 1  platform linux/amd64 }
				site quay { host alpha : Tiny { os CellarLinux 1  engine cellard 1.2 } }
				container web on alpha { image brew }
				""");

		var system = topology.hosts().get("alpha").operatingSystem().orElseThrow();
		assertThat(system.kernel().upstream()).isEqualTo(Version.parse("6.6"));
		assertThat(system.sources()).containsExactly("our build recipe");
		assertThat(topology.hosts().get("alpha").hardware().cores()).hasValue(4);
		assertThat(topology.images().get("brew").base()).contains("CellarLinux 1");
	}

	@Test
	void whatIsUnverifiedFillsNoGap() {
		var system = resolve("""
				os CellarLinux 1 { family linux  kernel 6.6  cgroup 2  unverified kernel, cgroup }
				site quay { host alpha { os CellarLinux 1 } }
				""").hosts().get("alpha").operatingSystem().orElseThrow();

		assertThat(system.kernel().upstream()).isEmpty();
		assertThat(system.cgroup()).isEmpty();
	}

	@Test
	void wrongValuesAreSaidAtTheirPlaceEvenIfNothingUsesThem() {
		assertThat(errors("""
				os Mine 1 { family linux  supported 2030-13-01 }
				feature odd { since 4.x  title "no such key" }
				configuration mine { options A y, B maybe }
				engine slow { requires "base" for 3 { kernel 5.8 } }
				matrix all { image Mine 1 on Mine 1 { is perhaps }  case odd { } }
				site quay { }
				""")).containsExactly("VCD103 There is no day '2030-13-01': months are 01 to 12.",
				"VCD103 '4.x' is not a version. Write numbers with dots between, for instance 6.1.119.",
				"VCD103 'title' says nothing about a feature. Write one of category, for, note, options, privilege, since, source, unverified.",
				"VCD103 'B maybe' is not an option with its value. Write y for built in, m for a module, n for left out or absent.",
				"VCD103 '3' is not a bound. Write a comparison and a version, for instance >= 5.8.",
				"VCD103 '5.8' is not a bound. Write a comparison and a version, for instance >= 5.8.",
				"VCD103 'perhaps' is not what a vendor says. Write supported, unsupported or unknown.",
				"VCD103 'case' says nothing about a matrix.");
	}

	@Test
	void aKeyThatIsThereTwiceIsAnError() {
		assertThat(errors("feature odd { since 4.1  since 4.2  note \"a\"  note \"b\" }  site quay { }"))
				.containsExactly("VCD109 'since' is given twice. Keep one.");
	}

	/** What naming a release in a model brings. */
	private static Catalogue shipped(String release) {
		var host = (HostDeclaration) CatalogueFacts.parsed("host m1 { os " + release + " }").stream().findFirst()
				.orElseThrow();
		return FactsResolver.catalogue(List.of(host.getBody().getOs().getRelease()),
				CatalogueFacts.ranges());
	}

	private static Version version(String text) {
		return Version.parse(text).orElseThrow();
	}
}
