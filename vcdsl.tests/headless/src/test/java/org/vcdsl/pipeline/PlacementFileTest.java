package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vcdsl.Project.pipeline;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Topology;

/** What a placement file says, and what becomes of it. */
class PlacementFileTest {

	private static final String TWO_HOSTS = """
			package shop import vcd.catalog.*
			site north { host alpha { hypervisor kvm } }
			site south { host beta { hypervisor kvm } }
			""";

	private static final String GAMMA_AND_LAN = "site east { host gamma { address 10.0.0.2 } }  network lan { cidr 10.0.0.0/24 }  ";

	private static final String FILE = """
			{
			  "version": 1,
			  "package": "shop",
			  "places": {
			    "a": "beta",
			    "b": "alpha"
			  }
			}
			""";

	@Test
	void whatIsPrintedIsSortedAndComesBack() throws UnreadablePlacementException {
		var topology = topology(TWO_HOSTS + "vm b on alpha, beta  vm a on alpha, beta", Map.of());

		assertThat(PlacementFile.print(topology)).isEqualTo(FILE);
		assertThat(PlacementFile.read("f", "shop", FILE).placesIn(topology)).isEqualTo(topology.placement());
	}

	@Test
	void workloadsStayWhereItSaysTheyStand() {
		var text = TWO_HOSTS + "vm a on alpha, beta  vm b on alpha, beta";

		assertThat(topology(text, Map.of()).placement()).containsEntry("a", "alpha").containsEntry("b", "beta");
		assertThat(topology(text, keeping(FILE)).placement()).containsEntry("a", "beta").containsEntry("b", "alpha");
	}

	@Test
	void aWorkloadThatIsNotThereIsAnErrorAtItsPlace() {
		assertThat(findings(TWO_HOSTS + "vm a on alpha, beta", keeping(FILE))).singleElement().satisfies(finding -> {
			assertThat(finding.message()).isEqualTo(
					"Package 'shop' has no workload 'b', which is kept here. 'vcd plan --save-placement' writes the file anew.");
			assertThat(finding.severity().label()).isEqualTo("error");
			assertThat(finding.source().file()).isEqualTo("dc/shop.placement.json");
			assertThat(FILE.substring(finding.source().offset(), finding.source().offset() + finding.source().length()))
					.isEqualTo("\"b\": \"alpha\"");
			assertThat(List.of(finding.source().line(), finding.source().column(), finding.source().endLine(), finding.source().endColumn()))
					.containsExactly(6, 5, 6, 17);
		});
	}

	@Test
	void aPlatformThatIsNotThereIsAnErrorAtItsFirstPlace() {
		var both = FILE.replace("alpha", "gamma").replace("beta", "gamma");
		assertThat(findings(TWO_HOSTS + "vm a on alpha, beta  vm b on alpha, beta", keeping(both))).singleElement().satisfies(finding -> {
			assertThat(finding.message()).isEqualTo("Package 'shop' has no host or virtual machine 'gamma', on which 'a', 'b' are kept: "
					+ "they are placed anew. 'vcd plan --save-placement' writes the file anew.");
			assertThat(finding.source().line()).isEqualTo(5);
		});
		assertThat(findings(TWO_HOSTS + "vm a on alpha, beta  vm b on alpha, beta", keeping(FILE.replace("beta", "b"))))
				.as("not a virtual machine that it can stand on").singleElement().extracting(Finding::message).asString()
				.startsWith("'a' stood on 'b', as dc/shop.placement.json keeps it; by the text it may not stand there");
	}

	@Test
	void membersThatMoveForOneReasonAreCounted() {
		var file = FILE.replace("\"a\": \"beta\"", "\"a[1]\": \"beta\", \"a[2]\": \"beta\"");
		assertThat(findings(TWO_HOSTS + "vm a[1..2] on alpha  vm b on alpha, beta", keeping(file))).extracting(Finding::message)
				.containsExactly("'a[1]' stood on 'beta', as dc/shop.placement.json keeps it; by the text it may not stand there, so that it "
						+ "is placed on 'alpha', and 1 more of 'a' have to move likewise. Move it there, or let it stand where it stood. "
						+ "'vcd plan --save-placement' writes the file anew.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"10.0.0.300 | The address of 'a' on 'lan' is none: '10.0.0.300' is not an address.",
			"10.0.0.12/24 | The address of 'a' on 'lan' is none: '10.0.0.12/24' is not an address. Write for instance 10.0.0.11 or fd00:20::11. Leave",
			"10.0.1.12 | Address 10.0.1.12 of 'a' is none of network 'lan', which has 10.0.0.0/24. Write one of these.",
			"10.0.0.0 | Address 10.0.0.0 of 'a' means network 'lan' itself, as the first of 10.0.0.0/24. Write another.",
			"10.0.0.255 | Address 10.0.0.255 of 'a' means everybody on network 'lan', as the last of 10.0.0.0/24. Write another.",
			"10.0.0.2 | Address 10.0.0.2 of 'a' is that of host 'gamma'. Write another.",
			"10.0.0.1 | 'a' has address 10.0.0.1 on 'lan' already, and 10.0.0.1 would be a second one of IPv4. Keep one of them.",
	})
	void anAddressThatCannotBeUsedIsAnErrorAtItsPlace(String address, String message) {
		var file = "{ \"version\": 1, \"package\": \"shop\", \"places\": {}, \"addresses\": {\n\"a\": { \"lan\": [\"10.0.0.1\",\n\"%s\"] } } }"
				.formatted(address);
		assertThat(addressFindings(TWO_HOSTS + GAMMA_AND_LAN + "vm a on alpha, beta { nic lan }", keeping(file))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.message()).startsWith(message);
					assertThat(finding.severity().label()).isEqualTo("error");
					assertThat(List.of(finding.source().line(), finding.source().column())).containsExactly(3, 1);
					assertThat(finding.source().length()).isEqualTo(address.length() + 2);
				});
	}

	@Test
	void oneMistakeIsSaidOnceHoweverManyAddressesItMakesUnusable() {
		var file = """
				{ "version": 1, "package": "shop", "places": {}, "addresses": {
				  "a[1]": { "lan": "10.1.0.1" }, "a[2]": { "lan": "10.1.0.2" }, "a[3]": { "lan": "10.1.0.3", "dark": "10.1.0.3" },
				  "b": { "lan": "10.1.0.4" },
				  "c": { "lan": "10.1.0.5" }, "d": { "lan": "10.1.0.6" } } }
				""";
		assertThat(addressFindings(TWO_HOSTS + GAMMA_AND_LAN + "network dark  vm a[1..3] on alpha { nic lan }  vm b on alpha { nic lan }",
				keeping(file))).extracting(finding -> finding.source().line() + " " + finding.message()).containsExactly(
						"2 Address 10.1.0.1 of 'a[1]' is none of network 'lan', which has 10.0.0.0/24. Write one of these. The same goes for 2 more of "
								+ "'a'.",
						"2 'a[3]' has no network card on 'dark', where it would have address 10.1.0.3. Add 'nic dark' to it, or take the address away.",
						"3 Address 10.1.0.4 of 'b' is none of network 'lan', which has 10.0.0.0/24. Write one of these.",
						"4 Package 'shop' has no workloads 'c', 'd', whose addresses are kept here. 'vcd plan --save-placement' writes the file anew.");
	}

	@Test
	void addressesOfOneWorkloadOnlyAndOnItsNetworks() {
		var file = """
				{ "version": 1, "package": "shop", "places": {}, "addresses": {
				  "a": { "lan": "10.0.0.1", "dark": "10.0.0.1", "nowhere": "10.0.0.1" },
				  "b": { "lan": "10.0.0.1" },
				  "c": { "lan": "10.0.0.3", "dark": "10.0.0.3" } } }
				""";
		var text = TWO_HOSTS + GAMMA_AND_LAN + "network dark  vm a on alpha, beta { nic lan, dark }  vm b on alpha, beta { nic lan }";
		assertThat(addressFindings(text, keeping(file))).extracting(finding -> finding.source().line() + " " + finding.message()).containsExactly(
				"2 Nobody stated the addresses of network 'dark', so that nobody knows what is beside 10.0.0.1, the address of 'a'. Add 'cidr' to "
						+ "the network, as in 'cidr 10.0.0.0/24'.",
				"2 There is no network 'nowhere' on which 'a' could have address 10.0.0.1. Write the name of one of its 'nic's.",
				"3 Address 10.0.0.1 of 'b' is that of 'a' on 'lan' already. Write another.",
				"4 Package 'shop' has no workload 'c', whose address is kept here. 'vcd plan --save-placement' writes the file anew.");
		assertThat(check(text, keeping(file)).topology().orElseThrow().addresses()).hasToString("{a={lan=[10.0.0.1]}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{ \"version\": 1, | f:1:16: is not JSON: Unexpected end-of-input",
			"[] | f:1:1: a placement begins with '{'",
			"{ \"version\": 1, \"version\": 1 } | f:1:26: is not JSON: Duplicate field 'version'",
			"{ \"version\": 2, \"hosts\": [1, {}] } | f: is a placement of version 2, and this vcd reads version 1: use a newer one",
			"{ \"version\": [1] } | f: is a placement of version [, and this vcd",
			"{ \"version\": 1, \"hosts\": [1, {}] } | f:1:17: 'hosts' is not known here: there are version, package, places and addresses",
			"{ \"version\": 1, \"package\": \"other\" } | f:1:28: the name of the file says that it belongs to package 'shop'",
			"{ \"version\": 1, \"package\": \"shop\" } | f: 'places' is missing",
			"{ \"package\": \"shop\", \"places\": {} } | f: 'version' is missing",
			"{ \"version\": 1, \"places\": {} } | f: 'package' is missing",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": [] } | f:1:46: places are written { \"workload\": \"host\" }",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": { \"a\": [\"b\"] } } | f:1:53: where 'a' stands is the name of a host",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": {}, \"addresses\": [] } | f:1:63: addresses are written { \"workload\": {",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": {}, \"addresses\": { \"a\": \"b\" } } | f:1:70: addresses are written { \"workload",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": {}, \"addresses\": { \"a\": { \"n\": 1 } } } | f:1:77: addresses are written {",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": {}, \"addresses\": { \"a\": { \"n\": [[]] } } } | f:1:78: addresses are written {",
			"{ \"version\": 1, \"package\": \"shop\", \"places\": {} } {} | f:1:51: a placement ends with its '}'",
	})
	void whatIsNoPlacementSaysWhereAndWhy(String text, String message) {
		assertThatExceptionOfType(UnreadablePlacementException.class).isThrownBy(() -> PlacementFile.read("f", "shop", text))
				.withMessageStartingWith(message);
	}

	private static Map<String, PlacementFile> keeping(String file) {
		try {
			return Map.of("shop", PlacementFile.read("dc/shop.placement.json", "shop", file));
		} catch (UnreadablePlacementException broken) {
			throw new AssertionError(broken);
		}
	}

	private static Topology topology(String text, Map<String, PlacementFile> files) {
		return check(text, files).topology().orElseThrow();
	}

	private static List<Finding> addressFindings(String text, Map<String, PlacementFile> files) {
		return check(text, files).findings().stream().filter(finding -> finding.ruleId().equals("VCD607")).toList();
	}

	private static List<Finding> findings(String text, Map<String, PlacementFile> files) {
		return check(text, files).findings().stream().filter(finding -> finding.ruleId().equals("VCD606")).toList();
	}

	private static Checked check(String text, Map<String, PlacementFile> files) {
		return pipeline().keeping(files).check(SourceSet.parse(List.of(new SourceFile("shop.vcd", text)))).getFirst();
	}
}
