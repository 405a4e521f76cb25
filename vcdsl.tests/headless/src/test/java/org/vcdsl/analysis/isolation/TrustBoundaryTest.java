package org.vcdsl.analysis.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustBoundaryTest {

	@ParameterizedTest
	@CsvSource({ "container x on h, PROCESS", "container x on h { isolation process }, PROCESS",
			"container x on h { unprivileged }, PROCESS", "container x on h { runtime crun 1.15 }, PROCESS",
			"container x on h { isolation userns }, USERNS", "container x on h { isolation gvisor }, GVISOR",
			"container x on h { isolation kata  runtime kata }, KATA", "container x on h { isolation hyperv }, HYPERV",
			"container x on h { privileged }, NONE", "container x on h { privileged  isolation process }, NONE",
			"pod x on h { container a }, PROCESS", "pod x on h { container a  container b { privileged } }, NONE",
			"pod x on h { isolation kata  container a }, KATA", "lxc x on h, USERNS", "lxc x on h { unprivileged }, USERNS",
			"lxc x on h { privileged }, NONE", "microvm x on h, MICROVM", "vm x on h, VM" })
	void itIsWhatIsStatedElseWhatTheEngineDoes(String declared, TrustBoundary boundary) {
		assertThat(around(declared)).contains(boundary);
	}

	@ParameterizedTest
	@CsvSource({ "container x on h { runtime kata }", "container x on h { runtime sysbox }", "pod x on h { runtime gvisor  container a }",
			"container x on h { privileged  isolation kata }", "container x on h { privileged  isolation gvisor }",
			"container x on h { privileged  isolation userns }" })
	void itIsNotToBeToldWhereARuntimeDecides(String declared) {
		assertThat(around(declared)).isEmpty();
	}

	@Test
	void whatSharesTheKernelWithoutAnotherInBetweenIsExposedToIt() {
		assertThat(TrustBoundary.values()).filteredOn(TrustBoundary::exposesKernel).containsExactly(TrustBoundary.NONE, TrustBoundary.PROCESS,
				TrustBoundary.USERNS);
	}

	private static Optional<TrustBoundary> around(String declared) {
		return TrustBoundary.around(resolve("host h { os Debian 12  hypervisor kvm  engine docker  engine lxc }\n" + declared).workloads().get("x"));
	}
}
