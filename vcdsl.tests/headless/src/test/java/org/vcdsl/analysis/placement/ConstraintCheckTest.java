package org.vcdsl.analysis.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.BROKEN;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.KEPT;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.UNKNOWN;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.placement.ConstraintAnswer.Verdict;

class ConstraintCheckTest {

	private static final int DATACENTRES = 300;

	/** Virtual machines placed at random on hosts in racks; each kind of constraint said over again in the plainest words. */
	@Test
	void verdictsEqualTheDefinitionsTakenLiterally() {
		var random = new Random(1997);
		var seen = new HashMap<String, Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var racks = 1 + random.nextInt(4);
			var hosts = 1 + random.nextInt(6);
			var rackOf = IntStream.range(0, hosts).mapToObj(host -> "r" + random.nextInt(racks)).toList();
			var hostOf = IntStream.range(0, 2 + random.nextInt(4)).mapToObj(vm -> random.nextInt(hosts)).toList();
			var split = 1 + random.nextInt(hostOf.size() - 1);
			var places = new HashMap<String, String>();
			IntStream.range(0, hostOf.size()).forEach(vm -> places.put("v[%s]".formatted(vm + 1), "h" + hostOf.get(vm)));
			var answers = ConstraintCheck.of(resolve(text(racks, rackOf, hostOf.size(), split)).placed(places));

			var rack = hostOf.stream().map(rackOf::get).toList();
			var host = hostOf.stream().map(String::valueOf).toList();
			assertThat(answers).extracting(ConstraintAnswer::verdict).containsExactly(
					isSpread(rack, new HashSet<>(rackOf).size()), isSkewed(rack, rackOf, 1), isApart(host, split), isApart(rack, split),
					isTogether(rack), isAlone(host, split));
			answers.forEach(answer -> seen.merge(answer.constraint().condition().getClass().getSimpleName() + answer.verdict(), 1, Integer::sum));
		}
		assertThat(seen.keySet()).contains("SpreadKEPT", "SpreadBROKEN", "ApartKEPT", "ApartBROKEN", "TogetherKEPT", "TogetherBROKEN",
				"AloneKEPT", "AloneBROKEN");
	}

	@Test
	void whatNobodyStatedIsUnknown() {
		assertThat(ConstraintCheck.of(resolve("""
				host a { hypervisor kvm }
				vm v on a
				rules {
				  must spread v across rack  must together v by site  should reserve 1 host of cpu
				  must apart v by feed  must spread v across switch
				}
				"""))).extracting(ConstraintAnswer::verdict).containsOnly(UNKNOWN);
	}

	@Test
	void aHostWithTwoFeedsStandsInNeither() {
		assertThat(ConstraintCheck.of(resolve("""
				feed f  feed g
				host a { hypervisor kvm  fed by f, g }
				host b { hypervisor kvm  fed by f, g }
				host c { hypervisor kvm  fed by f }
				host d { hypervisor kvm  fed by 2 of f, g }
				vm v[1] on a
				vm v[2] on b
				vm w[1] on c
				vm w[2] on d
				rules { must apart v by feed  must apart w by feed  must together v by feed }
				"""))).extracting(ConstraintAnswer::verdict).containsExactly(KEPT, BROKEN, UNKNOWN);
	}

	@Test
	void whatStandsOnAVirtualMachineStandsOnItsHostToo() {
		assertThat(ConstraintCheck.of(resolve("""
				host a { hypervisor kvm }
				host b { hypervisor kvm }
				vm v on a { engine docker }
				container c on v
				vm stranger on b
				rules { must pin c on a  must pin c on v  must ban c on b  must ban c on a  must alone c by host }
				"""))).extracting(ConstraintAnswer::verdict).containsExactly(KEPT, KEPT, KEPT, BROKEN, KEPT);
	}

	/** A failure domain that members must keep out of does not count, unless one stands there all the same. */
	@Test
	void whereMembersMustNotStandNobodyMissesThem() {
		assertThat(spread("a", "b", "")).as("c is free").isEqualTo(KEPT);
		assertThat(spread("a", "a", "")).isEqualTo(BROKEN);
		assertThat(spread("a", "a", "must ban v on b, c")).isEqualTo(KEPT);
		assertThat(spread("a", "a", "must pin v on a")).isEqualTo(KEPT);
		assertThat(spread("a", "a", "must ban v on c")).isEqualTo(BROKEN);
		assertThat(spread("a", "a", "should ban v on b, c")).isEqualTo(BROKEN);
		assertThat(spread("a", "a", "must ban v[1] on b, c")).as("the other may stand there").isEqualTo(BROKEN);
	}

	private static Verdict spread(String first, String second, String rule) {
		return ConstraintCheck.of(resolve("""
				host a { hypervisor kvm }
				host b { hypervisor kvm }
				host c { hypervisor kvm }
				vm v[1..2] on a, b, c
				rules { must spread v across host %s }
				""".formatted(rule)).placed(Map.of("v[1]", first, "v[2]", second))).getFirst().verdict();
	}

	private static String text(int racks, List<String> rackOf, int vms, int split) {
		var text = new StringBuilder();
		for (var rack = 0; rack < racks; rack++) {
			text.append("rack r").append(rack).append(" {");
			for (var host = 0; host < rackOf.size(); host++) {
				text.append(rackOf.get(host).equals("r" + rack) ? " host h%s { hypervisor kvm }".formatted(host) : "");
			}
			text.append(" }\n");
		}
		var hosts = String.join(", ", IntStream.range(0, rackOf.size()).mapToObj(host -> "h" + host).toList());
		text.append("rules {\n  must spread v across rack\n  must spread v across rack skew 1\n")
				.append("  must apart %s, %s by host\n  must apart %s, %s by rack\n".formatted(left(split), right(split, vms),
						left(split), right(split, vms)))
				.append("  must together v by rack\n  must alone %s by host\n}\n".formatted(left(split)));
		return text.append("vm v[1..%s] on %s\n".formatted(vms, hosts)).toString();
	}

	private static String left(int split) {
		return "v[1..%s]".formatted(split);
	}

	private static String right(int split, int count) {
		return "v[%s..%s]".formatted(split + 1, count);
	}

	/** No two share a rack while another rack is free. */
	private static Verdict isSpread(List<String> racks, int all) {
		return new HashSet<>(racks).size() == Math.min(racks.size(), all) ? KEPT : BROKEN;
	}

	private static Verdict isSkewed(List<String> racks, List<String> all, int skew) {
		Map<String, Integer> counts = new HashMap<>();
		all.forEach(rack -> counts.put(rack, Collections.frequency(racks, rack)));
		return Collections.max(counts.values()) - Collections.min(counts.values()) <= skew ? KEPT : BROKEN;
	}

	private static Verdict isApart(List<String> places, int split) {
		return Collections.disjoint(places.subList(0, split), places.subList(split, places.size())) ? KEPT : BROKEN;
	}

	private static Verdict isTogether(List<String> places) {
		return new HashSet<>(places).size() == 1 ? KEPT : BROKEN;
	}

	private static Verdict isAlone(List<String> places, int split) {
		return isApart(places, split);
	}
}
