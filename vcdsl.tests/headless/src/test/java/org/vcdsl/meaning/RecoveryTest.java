package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.meaning.Falls.takingDown;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.errors;
import static org.vcdsl.resolve.Resolved.resolve;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Recovery;

/** The sentences under "Recovery", as far as they hold: whatever comes back by itself or by hand is counted as down. */
class RecoveryTest {

	@Test
	void whatIsLostIsCountedAsDownWhoeverBringsItBack() {
		assertThat(takingDown("""
				host alpha { hypervisor kvm }  host beta { hypervisor kvm }
				cluster k8s kubernetes 1.32 {
				  vm wk[1] on alpha { engine containerd }
				  vm wk[2] on beta { engine containerd }
				}
				pod shop on k8s.wk[1] { container app  recover auto }
				service s { needs shop }
				""")).contains("HARDWARE alpha", "KERNEL k8s.wk[1]").doesNotContain("HARDWARE beta");
	}

	@Test
	void recoverAutoIsKeptAndNoVerdictCountsOnIt() {
		var recovering = """
				host alpha { hypervisor kvm }  host beta { hypervisor kvm }
				vm db on alpha { %s }
				service s { needs db  survive loss of 1 host }
				""";

		assertThat(resolve(recovering.formatted("recover auto")).workloads().get("db").duties().recovery()).contains(Recovery.AUTO);
		assertThat(errors(recovering.formatted("recover auto"))).isEqualTo(errors(recovering.formatted("recover manual")))
				.anyMatch(error -> error.startsWith("VCD304"));
	}

	@Test
	void dockerAndLxcWithoutAClusterNeverRecoverElsewhere() {
		var alone = """
				host alpha { engine docker  engine lxc }  host beta { engine docker  engine lxc }
				%s web on alpha { recover auto }
				service s { needs web }
				""";

		assertThat(takingDown(alone.formatted("container"))).contains("HARDWARE alpha");
		assertThat(takingDown(alone.formatted("lxc"))).contains("HARDWARE alpha");
	}

	@Test
	void theOverloadOfTheFeedThatIsLeftIsASum() {
		assertThat(check("""
				feed A { capacity 3 kW }  feed B { capacity 2 kW }
				host m[1..3] { power 800 W  fed by A, B }
				rules { must forbid vm on m }
				""").findings()).filteredOn(finding -> finding.ruleId().equals("VCD404")).extracting(Finding::message).singleElement().asString()
				.startsWith("'B' carries 2 kW, but 2400 W may fall on it when other feeds are lost: m 3 x 800 W.");
	}
}
