package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
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
	void forWhichThereIsASourcedDefaultThatIsOnlyRemarked() {
		var full = "host m1 { memory 64 GiB  %s hypervisor kvm }\nvm db on m1 { memory %s }\n";

		assertThat(found(full.formatted("", "64 GiB"), "VCD401", Severity.INFO)).hasSize(1);
		assertThat(found(full.formatted("", "65024 MiB"), "VCD401", Severity.INFO)).isEmpty();
		assertThat(found(full.formatted("reserve 0 B", "64 GiB"), "VCD401", Severity.INFO)).isEmpty();
	}

	@Test
	void ofAHostThatCarriesOnlyContainersNothingIsTakenToBeKept() {
		var full = "host m1 { memory 64 GiB  %s engine docker }\ncontainer db on m1 { memory 64 GiB }\n";

		assertThat(check(full.formatted("")).findings()).extracting(Finding::ruleId).doesNotContain("VCD401", "VCD405");
		assertThat(found(full.formatted("reserve 1 B"), "VCD401", Severity.ERROR)).hasSize(1);
	}

	@Test
	void theSameOfCpu() {
		var busy = "host m1 { cores 4  engine docker  hypervisor kvm { %s } }\nvm db[1..2] on m1 { vcpu 3 }\ncontainer web on m1 { cpu %s }\n";

		assertThat(found(busy.formatted("overcommit 2:1", "1 core"), "VCD402", Severity.WARNING)).isEmpty();
		assertThat(found(busy.formatted("overcommit 2:1", "1001 mcpu"), "VCD402", Severity.WARNING)).hasSize(1);
		assertThat(found(busy.formatted("", "1 core"), "VCD402", Severity.WARNING)).hasSize(1);
	}

	@Test
	void ofDiskWithoutARatio() {
		var kept = "host m1 { disk 100 GiB  hypervisor kvm }\nvolume orders { size 60 GiB  on m1 }\nvm db on m1 { boot %s }\n";

		assertThat(found(kept.formatted("40 GiB"), "VCD403", Severity.ERROR)).isEmpty();
		assertThat(found(kept.formatted("41 GiB"), "VCD403", Severity.ERROR)).hasSize(1);
	}

	@Test
	void ofAVolumeAndWhatIsCarvedOutOfIt() {
		var carved = "host m1 { hypervisor kvm }\nvolume v { size 100 GiB  shared }\nvm db[1..2] on m1 { disk %s on v }\n";

		assertThat(found(carved.formatted("50 GiB"), "VCD407", Severity.ERROR)).isEmpty();
		assertThat(found(carved.formatted("51 GiB"), "VCD407", Severity.ERROR)).hasSize(1);
	}

	@Test
	void ofTheDisksThatASharedVolumeStandsOn() {
		var shared = "host m[1..3] { disk 100 GiB }\nvolume v { size %s  shared  on m  replication 3 }\nrules { must forbid vm on m }\n";

		assertThat(found(shared.formatted("100 GiB"), "VCD403", Severity.ERROR)).isEmpty();
		assertThat(found(shared.formatted("101 GiB"), "VCD403", Severity.ERROR)).hasSize(1);
	}

	@Test
	void ofThePortsOfASwitch() {
		var plugged = "switch edge\nswitch tor { ports 3  uplink edge }\nhost m[1..%s] { uplink tor }\nrules { must forbid vm on m }\n";

		assertThat(found(plugged.formatted("2"), "VCD406", Severity.ERROR)).isEmpty();
		assertThat(found(plugged.formatted("3"), "VCD406", Severity.ERROR)).hasSize(1);
	}

	@Test
	void limitsBeyondCapacityAreAWarning() {
		var limits = "host m1 { cores 4  memory 8 GiB  engine docker }\ncontainer web on m1 { cpu 1 core..%s  memory 1 GiB..%s }\n";

		assertThat(found(limits.formatted("4 core", "8 GiB"), "VCD405", Severity.WARNING)).isEmpty();
		assertThat(found(limits.formatted("5 core", "8 GiB"), "VCD405", Severity.WARNING)).hasSize(1);
		assertThat(found(limits.formatted("4 core", "9 GiB"), "VCD405", Severity.WARNING)).hasSize(1);
	}

	@Test
	void aFeedAloneMustCarryAllThatMayFallOnIt() {
		var fed = """
				feed A { capacity 1600 W }  feed B { capacity 1600 W }
				host m[1..%s] { power 800 W  fed by A, B }
				rules { must forbid vm on m }
				""";

		assertThat(found(fed.formatted("2"), "VCD404", Severity.WARNING)).isEmpty();
		assertThat(found(fed.formatted("3"), "VCD404", Severity.WARNING)).hasSize(2);
		assertThat(found(fed.formatted("5"), "VCD404", Severity.ERROR)).hasSize(2);
	}

	@Test
	void whatNeedsSoManyFeedsMayDrawAsMuchFewerOfEach() {
		var fed = "feed f[1..3] { capacity %s }\nhost m { power 3 kW  fed by 2 of f }\nrules { must forbid vm on m }\n";

		assertThat(found(fed.formatted("1500 W"), "VCD404", Severity.WARNING)).isEmpty();
		assertThat(found(fed.formatted("1499 W"), "VCD404", Severity.WARNING)).hasSize(1);
		assertThat(found(fed.formatted("999 W"), "VCD404", Severity.ERROR)).hasSize(1);
	}

	@Test
	void asMuchStaysFreeAsAnyNDomainsHold() {
		var reserve = """
				rack r1 { host a { memory 64 GiB  reserve 0 B  hypervisor kvm } }
				rack r2 { host b { memory 32 GiB  reserve 0 B  hypervisor kvm } }
				vm db on a { memory %s }
				rules { must reserve 1 rack of memory }
				""";

		assertThat(found(reserve.formatted("32 GiB"), "VCD601", Severity.ERROR)).isEmpty();
		assertThat(found(reserve.formatted("33 GiB"), "VCD601", Severity.ERROR)).hasSize(1);
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
		return found(text, "VCD401", Severity.ERROR);
	}

	private static List<String> found(String text, String rule, Severity severity) {
		return check(text).findings().stream().filter(finding -> finding.severity() == severity).map(Finding::ruleId).filter(rule::equals)
				.toList();
	}
}
