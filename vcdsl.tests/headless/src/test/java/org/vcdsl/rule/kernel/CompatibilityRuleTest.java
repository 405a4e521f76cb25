package org.vcdsl.rule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.check;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;

class CompatibilityRuleTest {

	@Test
	void whatFailsIsAnError() {
		assertThat(finding("os Debian 12 { kernel 6.1.0-28 }", "kernel >= 6.8").severity()).isEqualTo(Severity.ERROR);
	}

	@Test
	void whatADistributionsNameLeavesOpenIsARemark() {
		assertThat(finding("os Debian 12 { kernel 6.1.0-999 }", "kernel >= 6.1.50").severity()).isEqualTo(Severity.INFO);
	}

	@Test
	void aVendorThatCarriesFeaturesBackIsNeverRefusedForItsVersion() {
		assertThat(finding("os RHEL 8", "kernel >= 5.8").severity()).isEqualTo(Severity.INFO);
	}

	@Test
	void whatNobodyStatedIsARemark() {
		assertThat(finding("", "cgroup 2").severity()).isEqualTo(Severity.INFO);
	}

	@Test
	void aFactOfTheCatalogueIsCited() {
		assertThat(finding("os Debian 12", "kernel >= 6.8").sources())
				.contains("Debian archive package index (apt madison, Nov 2026) (kernel, libc6, systemd, backports)");
	}

	@Test
	void whatTheTextStatesItselfNeedsNoSource() {
		assertThat(finding("os Debian 12 { kernel 6.1.0-28  cgroup 2 }", "kernel >= 6.8").sources()).isEmpty();
	}

	@Test
	void aFindingIsAboutTheContainerItsHostAndItsImage() {
		assertThat(finding("os Debian 12", "kernel >= 6.8").subjects()).containsExactly("web", "alpha", "shopweb");
	}

	private static Finding finding(String os, String requirement) {
		return check("""
				site quay { host alpha { %s  engine docker } }
				image shopweb { requires %s }
				container web on alpha { image shopweb }
				""".formatted(os, requirement)).findings().stream().filter(finding -> finding.ruleId().startsWith("VCD2"))
				.findFirst().orElseThrow();
	}
}
