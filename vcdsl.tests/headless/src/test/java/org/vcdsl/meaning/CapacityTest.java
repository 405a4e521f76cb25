package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Demand;

/** The sentences under "Capacity". */
class CapacityTest {

	private static final String FULL = "host m1 { memory 64 GiB  hypervisor kvm { %s } }\nvm db[1..2] on m1 { memory %s }\n";

	@Test
	void theSumOfRequestsIsAtMostCapacityTimesRatio() {
		assertThat(overcommitted(FULL.formatted("overcommit memory 1.5:1", "48 GiB"))).isEmpty();
		assertThat(overcommitted(FULL.formatted("overcommit memory 1.5:1", "49 GiB"))).hasSize(1);
	}

	@Test
	void bareOvercommitIsVcpuPerCoreOnly() {
		assertThat(overcommitted(FULL.formatted("overcommit 4:1", "33 GiB"))).hasSize(1);
	}

	@Test
	void memoryIsOneToOneUnlessItSaysOvercommitMemory() {
		assertThat(overcommitted(FULL.formatted("", "32 GiB"))).isEmpty();
		assertThat(overcommitted(FULL.formatted("", "33 GiB"))).hasSize(1);
		assertThat(overcommitted(FULL.formatted("overcommit memory 2:1", "33 GiB"))).isEmpty();
	}

	@Test
	void capacityIsLessTheHostsOwnReserve() {
		var reserve = "host m1 { memory 64 GiB  %s hypervisor kvm }\nvm db on m1 { memory 60 GiB }\n";

		assertThat(overcommitted(reserve.formatted(""))).isEmpty();
		assertThat(overcommitted(reserve.formatted("reserve 4 GiB"))).isEmpty();
		assertThat(overcommitted(reserve.formatted("reserve 5 GiB"))).hasSize(1);
	}

	@Test
	void aRangeIsRequestAndLimit() {
		assertThat(memory("2 GiB..6 GiB")).isEqualTo(new Demand(2L << 30, 6L << 30));
		assertThat(overcommitted(FULL.formatted("", "20 GiB..60 GiB"))).isEmpty();
	}

	@Test
	void oneNumberIsBoth() {
		assertThat(memory("2 GiB")).isEqualTo(new Demand(2L << 30, 2L << 30));
	}

	private static Demand memory(String written) {
		return resolve(FULL.formatted("", written)).workloads().get("db[1]").memoryBytes().orElseThrow();
	}

	private static List<String> overcommitted(String text) {
		return check(text).findings().stream().map(Finding::ruleId).filter("VCD401"::equals).toList();
	}
}
