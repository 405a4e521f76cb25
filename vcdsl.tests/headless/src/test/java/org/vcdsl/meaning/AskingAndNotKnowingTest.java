package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.errors;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;

/** The sentences under "Asking and not knowing". */
class AskingAndNotKnowingTest {

	@Test
	void aQuestionOfCompatibilityIsAskedOnlyWhenTheTextRaisesIt() {
		assertThat(about("os Debian 12", "ref \"a\"")).isEmpty();
		assertThat(about("os Debian 12", "platform windows/amd64")).extracting(Finding::ruleId).containsExactly("VCD201");
	}

	@Test
	void unknownIsAskedAndUnansweredWithWhatToStateToSettleIt() {
		assertThat(about("", "requires cgroup 2")).singleElement().satisfies(unknown -> {
			assertThat(unknown.severity()).isEqualTo(Severity.INFO);
			assertThat(unknown.message()).startsWith("Whether 'web' runs on 'alpha' is unknown").contains("; state ");
		});
		assertThat(about("os Debian 12 { cgroup 2 }", "requires cgroup 2")).isEmpty();
	}

	@Test
	void whatNobodyStatedAsksNothing() {
		assertThat(about("", "ref \"a\"")).isEmpty();
	}

	@Test
	void anUnverifiedFactAloneNeverYieldsFails() {
		var old = "os CellarLinux 1 { family linux  kernel 4.4  %s }\n" + """
				site s { host alpha { os CellarLinux 1  engine docker } }
				image shopweb { requires kernel >= 5.8 }
				container web on alpha { image shopweb }
				""";

		assertThat(kernelFindings(old.formatted(""))).containsExactly(Severity.ERROR);
		assertThat(kernelFindings(old.formatted("unverified kernel"))).containsExactly(Severity.INFO);
	}

	@Test
	void anEmptyCellNeverMeansNo() {
		assertThat(about("os Ubuntu 20.04", "requires cgroup 2")).filteredOn(finding -> finding.ruleId().equals("VCD205"))
				.extracting(Finding::severity).containsExactly(Severity.INFO);
		assertThat(about("os Debian 12", "requires option BLK_DEV_NBD")).extracting(Finding::severity).containsExactly(Severity.INFO);
	}

	@Test
	void aDependencyThatIsNotStatedIsNotModelled() {
		assertThat(ofService("host alpha { engine docker }")).noneMatch(text -> text.contains("'mains'"));
		assertThat(ofService("host alpha { fed by mains  engine docker }"))
				.anyMatch(text -> text.startsWith("VCD301 'mains' is a single point of failure"));
	}

	@Test
	void oneInfoPerTopologyListsTheKindsLeftOut() {
		assertThat(ofService("host alpha { engine docker } host beta { uplink sw1 }"))
				.filteredOn(text -> text.startsWith("VCD303"))
				.containsExactly("VCD303 The failure model leaves out what nobody stated: the power of hosts 'alpha', 'beta' (no 'fed by'); "
						+ "the power of switch 'sw1' (no 'fed by'); the network of host 'alpha' (no 'uplink').");
	}

	@Test
	void kOfNWithNBelowKIsAnError() {
		assertThat(errors("site s { host alpha { engine docker } } container web on alpha replicas 2 service shop { needs 3 of web }"))
				.containsExactly("VCD104 3 of 'web' are needed, but there are only 2.");
		assertThat(errors("site s { feed A  feed B  host alpha { fed by 3 of A, B } }"))
				.containsExactly("VCD103 '3' is not a whole number from 1 to 2.");
	}

	private static List<Severity> kernelFindings(String text) {
		return check(text).findings().stream().filter(finding -> finding.ruleId().equals("VCD203")).map(Finding::severity).toList();
	}

	/** What is found about a container's compatibility. */
	private static List<Finding> about(String host, String image) {
		return check("""
				site s { host alpha { %s  engine docker } }
				image shopweb { %s }
				container web on alpha { image shopweb }
				""".formatted(host, image)).findings().stream().filter(finding -> finding.ruleId().startsWith("VCD2")).toList();
	}

	/** Everything found about a service that needs one container. */
	private static List<String> ofService(String hosts) {
		return check("""
				site s { feed mains  switch sw1  %s }
				container web on alpha
				service shop { needs web }
				""".formatted(hosts)).findings().stream().map(finding -> finding.ruleId() + " " + finding.message()).toList();
	}
}
