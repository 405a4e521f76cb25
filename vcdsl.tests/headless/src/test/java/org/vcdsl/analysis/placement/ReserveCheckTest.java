package org.vcdsl.analysis.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.BROKEN;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.KEPT;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.UNKNOWN;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ReserveCheckTest {

	private static final int DATACENTRES = 300;

	/** Numbers are GiB. */
	private record Server(int memory, int taken, int disk, int kept, int rack, List<Integer> feeds) {

		String text(int number) {
			return "host h%d { memory %d GiB  disk %d GiB  %s  engine docker }\ncontainer c%d on h%d { memory %d GiB  disk %d GiB }\n".formatted(
					number, memory, disk, feeds.isEmpty() ? "" : "fed by " + feeds.stream().map(feed -> "f" + feed)
							.collect(Collectors.joining(", ")), number, number, taken, kept);
		}
	}

	/** After the loss of any of the domains, what is free on the rest is at least what stood on the lost: tried for each set of domains. */
	@Test
	void reserveIsThatTheRestHasRoomForWhatIsLostWhateverIsLost() {
		var random = new Random(46);
		var seen = new HashMap<String, Integer>();
		for (var number = 0; number < DATACENTRES; number++) {
			var racks = 1 + random.nextInt(4);
			var feeds = 2;
			var servers = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(any -> server(racks, feeds, random)).toList();
			var text = text(servers, racks, feeds);
			var answers = ConstraintCheck.of(resolve(text)).stream().map(ConstraintAnswer::verdict).toList();

			assertThat(answers).as(text).containsExactly(
					byRack(servers, racks, 1, true), byRack(servers, racks, 2, true), byRack(servers, racks, 1, false),
					byRack(servers, racks, 2, false), byHost(servers, 2), byFeed(servers, feeds));
			answers.forEach(answer -> seen.merge(answer.name(), 1, Integer::sum));
		}
		assertThat(seen).containsOnlyKeys("KEPT", "BROKEN", "UNKNOWN");
	}

	private static Server server(int racks, int feeds, Random random) {
		var memory = 8 + random.nextInt(24);
		var disk = 8 + random.nextInt(24);
		return new Server(memory, random.nextInt(memory), disk, 1 + random.nextInt(disk - 1), random.nextInt(racks + 1) - 1,
				IntStream.range(0, feeds).filter(any -> random.nextBoolean()).boxed().toList());
	}

	private static String text(List<Server> servers, int racks, int feeds) {
		var text = new StringBuilder();
		IntStream.range(0, feeds).forEach(feed -> text.append("feed f").append(feed).append('\n'));
		for (var rack = -1; rack < racks; rack++) {
			text.append(rack < 0 ? "" : "rack r" + rack + " {\n");
			for (var i = 0; i < servers.size(); i++) {
				text.append(servers.get(i).rack == rack ? servers.get(i).text(i).lines().findFirst().orElseThrow() + "\n" : "");
			}
			text.append(rack < 0 ? "" : "}\n");
		}
		IntStream.range(0, servers.size())
				.forEach(i -> text.append(servers.get(i).text(i).lines().skip(1).findFirst().orElseThrow()).append('\n'));
		return text.append("""
				rules {
				  must reserve 1 rack of memory  must reserve 2 rack of memory  must reserve 1 rack of disk  must reserve 2 rack of disk
				  must reserve 2 host of memory  must reserve 1 feed of memory
				}
				""").toString();
	}

	private static ConstraintAnswer.Verdict byRack(List<Server> servers, int racks, int count, boolean memory) {
		if (servers.stream().allMatch(server -> server.rack < 0)) {
			return UNKNOWN;
		}
		return judge(IntStream.range(0, 1 << racks).filter(bits -> Integer.bitCount(bits) == Math.min(count, racks))
				.mapToObj(bits -> servers.stream().filter(server -> server.rack >= 0 && (bits >> server.rack & 1) == 1).toList()).toList(),
				servers, memory);
	}

	private static ConstraintAnswer.Verdict byHost(List<Server> servers, int count) {
		return judge(IntStream.range(0, 1 << servers.size()).filter(bits -> Integer.bitCount(bits) == Math.min(count, servers.size()))
				.mapToObj(bits -> IntStream.range(0, servers.size()).filter(i -> (bits >> i & 1) == 1).mapToObj(servers::get).toList()).toList(),
				servers, true);
	}

	/** A feed takes those that have no other. */
	private static ConstraintAnswer.Verdict byFeed(List<Server> servers, int feeds) {
		var lost = IntStream.range(0, feeds).mapToObj(feed -> servers.stream().filter(server -> server.feeds.equals(List.of(feed))).toList())
				.toList();
		return lost.stream().allMatch(List::isEmpty) ? UNKNOWN : judge(lost, servers, true);
	}

	private static ConstraintAnswer.Verdict judge(List<List<Server>> losses, List<Server> servers, boolean memory) {
		return losses.stream().allMatch(lost -> servers.stream().filter(server -> lost.stream().noneMatch(gone -> gone == server))
				.mapToInt(server -> memory ? server.memory - server.taken : server.disk - server.kept).sum() >= lost.stream()
						.mapToInt(server -> memory ? server.taken : server.kept).sum()) ? KEPT : BROKEN;
	}

	@Test
	void aFeedTakesWhatStandsOnItThroughOthers() {
		assertThat(ConstraintCheck.of(resolve("""
				feed grid  feed wind
				pdu A { fed by grid }  pdu B { fed by grid }  pdu C { fed by grid, wind }
				host a { memory 8 GiB  fed by A, B  engine docker }
				host b { memory 4 GiB  fed by C  engine docker }
				container web on b { memory 3 GiB }
				container db on a { memory 2 GiB }
				rules { should reserve 1 feed of memory }
				"""))).extracting(ConstraintAnswer::reason)
				.containsExactly("what stays free is 7 GiB of memory, but feed 'grid' holds 8 GiB of memory");
	}

	@Test
	void aSwitchTakesWhatHasNoOtherWayOut() {
		assertThat(ConstraintCheck.of(resolve("""
				switch core
				switch t[1..2] { uplink core }
				switch out { uplink core }
				host a { memory 8 GiB  uplink t[1], t[2] }
				host b { memory 2 GiB  uplink out  engine docker }
				container web on b { memory 1 GiB }
				rules { should reserve 1 switch of memory }
				"""))).extracting(ConstraintAnswer::reason)
				.containsExactly("what stays free is 9 GiB of memory, but switch 'core' holds 10 GiB of memory");
	}

	@Test
	void aSwitchTakesWhatItsPeersLeadNowhereElse() {
		var pair = """
				switch core[1..2]
				switch left { uplink core[1]  peer right }
				switch right { %s }
				host a { memory 8 GiB  uplink right  engine docker }
				host b { memory 2 GiB  engine docker }
				container web on a { memory 7 GiB }
				rules { should reserve 1 switch of memory }
				""";

		assertThat(ConstraintCheck.of(resolve(pair.formatted("")))).extracting(ConstraintAnswer::reason)
				.containsExactly("what stays free is 3 GiB of memory, but switch 'core[1]' holds 8 GiB of memory");
		assertThat(ConstraintCheck.of(resolve(pair.formatted("uplink core[2]")))).extracting(ConstraintAnswer::reason)
				.containsExactly("what stays free is 3 GiB of memory, but switch 'right' holds 8 GiB of memory");
	}

	@Test
	void virtualMachinesTakeAsMuchLessAsIsOvercommitted() {
		var half = """
				host a { cores 4  hypervisor kvm { overcommit 3:1 } }
				host b { cores 4  hypervisor kvm { overcommit 3:1 } }
				vm x on a { vcpu %s }
				vm y on b { vcpu %s }
				rules { must reserve 1 host of cpu }
				""";

		assertThat(ConstraintCheck.of(resolve(half.formatted(11, 1)))).extracting(ConstraintAnswer::verdict).containsExactly(KEPT);
		assertThat(ConstraintCheck.of(resolve(half.formatted(11, 2)))).extracting(ConstraintAnswer::reason)
				.containsExactly("what stays free is about 3.7 cores, but host 'a' holds 4 cores");
	}

	@Test
	void powerIsThatOfTheFeedsThatStandOnNoOther() {
		var fed = """
				feed A { capacity 3 kW }  feed B { capacity %s }
				ups u { fed by A  capacity 1 W }
				switch sw { power 500 W  fed by A }
				host a { power 1500 W  fed by u, B }
				host dark { power 900 kW }
				rules { must reserve 1 feed of power }
				""";

		assertThat(ConstraintCheck.of(resolve(fed.formatted("2 kW")))).extracting(ConstraintAnswer::verdict).containsExactly(KEPT);
		assertThat(ConstraintCheck.of(resolve(fed.formatted("1999 W")))).extracting(ConstraintAnswer::reason)
				.containsExactly("what stays free is 2999 W, but feed 'A' holds 3 kW");
	}

	@Test
	void whatNobodyStatedIsNamed() {
		assertThat(ConstraintCheck.of(resolve("""
				feed A
				host a[1..5] { fed by A }
				host b { memory 1 GiB }
				rules { must reserve 1 feed of power  must reserve 1 host of memory  must reserve 1 host of cpu  must reserve 1 site of disk }
				"""))).extracting(ConstraintAnswer::reason).containsExactly("nobody stated how much power 'A' has",
						"nobody stated how much memory 'a[1]', 'a[2]', 'a[3]' and 2 more have",
						"nobody stated how much CPU 'a[1]', 'a[2]', 'a[3]' and 3 more have",
						"nobody stated how much disk 'a[1]', 'a[2]', 'a[3]' and 3 more have");
	}
}
