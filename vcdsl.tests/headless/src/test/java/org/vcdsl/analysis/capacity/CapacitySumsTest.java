package org.vcdsl.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Hosts, guests, volumes and switches drawn at random; who asks for too much is told again in plain sums. */
class CapacitySumsTest {

	private static final int DATACENTRES = 300;

	/** Numbers are GiB and thousandths of a core; a guest's host is below 0 when it stands in the virtual machine of that number less one. */
	private record Guest(String kind, String name, int host, int cpu, int cpuLimit, int memory, int memoryLimit, int ownDisk, int carved,
			int volume) {

		boolean isMachine() {
			return !kind.equals("container");
		}

		String text() {
			var size = isMachine() ? "vcpu %d".formatted(cpu / 1000) : "cpu %d mcpu..%d mcpu".formatted(cpu, cpuLimit);
			return "%s %s on %s { %s  memory %d GiB..%d GiB  %s  disk %d GiB%s }\n".formatted(kind, name, host < 0 ? "m" + (-host - 1) : "h" + host,
					size, memory, memoryLimit, kind.equals("vm") ? "engine docker" : "", ownDisk,
					carved > 0 ? ", %d GiB on v%d".formatted(carved, volume) : "");
		}
	}

	/** @param hosts numbers of those it stands on */
	private record Volume(int size, int copies, List<Integer> hosts) {
	}

	private final Random random = new Random(402);

	@Test
	void whoAsksForTooMuchIsToldAgainInPlainSums() {
		var seen = new HashMap<String, Integer>();
		for (var number = 0; number < DATACENTRES; number++) {
			var expected = new TreeSet<String>();
			var text = draw(expected);
			var found = check(text).findings().stream().filter(finding -> finding.ruleId().startsWith("VCD4") && !finding.message()
					.contains("OpenStack")).map(finding -> finding.ruleId() + " " + finding.subjects().getFirst())
					.collect(Collectors.toCollection(TreeSet::new));
			assertThat(found).as(text).isEqualTo(expected);
			expected.forEach(finding -> seen.merge(finding.substring(0, 6), 1, Integer::sum));
		}
		assertThat(seen.keySet()).containsExactlyInAnyOrder("VCD401", "VCD402", "VCD403", "VCD405", "VCD406", "VCD407");
	}

	/** The text of a datacentre; what must be found in it is added. */
	private String draw(TreeSet<String> expected) {
		var text = new StringBuilder();
		var hosts = 1 + random.nextInt(3);
		var volumes = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(any -> volume(hosts)).toList();
		var guests = new ArrayList<Guest>();
		var machines = random.nextInt(4);
		IntStream.range(0, machines).forEach(i -> guests.add(guest("vm", "m" + i, random.nextInt(hosts), volumes.size())));
		IntStream.range(0, random.nextInt(3)).forEach(i -> guests.add(guest("microvm", "f" + i, random.nextInt(hosts), volumes.size())));
		IntStream.range(0, random.nextInt(5)).forEach(i -> guests.add(guest("container", "c" + i,
				random.nextInt(hosts + machines) - machines, volumes.size())));
		guests.forEach(guest -> text.append(guest.text()));
		var disks = new HashMap<Integer, Integer>();
		for (var host = 0; host < hosts; host++) {
			text.append(host(host, guests, volumes, disks, expected));
		}
		for (var machine = 0; machine < machines; machine++) {
			judge("m" + machine, guests.get(machine).cpu, guests.get(machine).memory, 1, 1, on(-machine - 1, guests), expected);
		}
		for (var volume = 0; volume < volumes.size(); volume++) {
			text.append(volume(volume, volumes.get(volume), guests, disks, volumes, expected));
		}
		return text.append(switches(expected)).toString();
	}

	private Guest guest(String kind, String name, int host, int volumes) {
		var cpu = kind.equals("container") ? 250 * (1 + random.nextInt(8)) : 1000 * (1 + random.nextInt(4));
		var memory = 1 + random.nextInt(6);
		return new Guest(kind, name, host, cpu, kind.equals("container") ? cpu + 500 * random.nextInt(4) : cpu, memory,
				memory + random.nextInt(4), 1 + random.nextInt(9), random.nextInt(9), random.nextInt(volumes));
	}

	private Volume volume(int hosts) {
		var on = IntStream.range(0, hosts).filter(any -> random.nextBoolean()).boxed().toList();
		return new Volume(1 + random.nextInt(12), on.isEmpty() ? 1 : 1 + random.nextInt(on.size()), on);
	}

	private String host(int host, List<Guest> guests, List<Volume> volumes, Map<Integer, Integer> disks, TreeSet<String> expected) {
		var cores = 1 + random.nextInt(8);
		var memory = 4 + random.nextInt(16);
		var reserve = random.nextInt(3);
		var disk = 5 + random.nextInt(50);
		var ratio = 1 + random.nextInt(3);
		var memoryRatio = 1 + random.nextInt(2);
		judge("h" + host, 1000 * cores, memory - reserve, ratio, memoryRatio, on(host, guests), expected);
		var kept = on(host, guests).stream().mapToInt(Guest::ownDisk).sum()
				+ volumes.stream().filter(volume -> volume.hosts.equals(List.of(host))).mapToInt(volume -> volume.size * volume.copies).sum();
		if (kept > disk) {
			expected.add("VCD403 h" + host);
		}
		disks.put(host, Math.max(0, disk - kept));
		return "host h%d { cores %d  memory %d GiB  reserve %d GiB  disk %d GiB  engine docker  hypervisor kvm { %s } }\n".formatted(host,
				cores, memory, reserve, disk, "overcommit %d:1  overcommit memory %d:1".formatted(ratio, memoryRatio));
	}

	private static List<Guest> on(int platform, List<Guest> guests) {
		return guests.stream().filter(guest -> guest.host == platform).toList();
	}

	/** Ratios are 1, 2 or 3: times 6 everything is whole. */
	private static void judge(String platform, int cpu, int memory, int ratio, int memoryRatio, List<Guest> guests, TreeSet<String> expected) {
		var cpuAsked = guests.stream().mapToInt(guest -> guest.isMachine() ? guest.cpu * 6 / ratio : guest.cpu * 6).sum();
		var cpuLimits = guests.stream().mapToInt(guest -> guest.isMachine() ? guest.cpu * 6 / ratio : guest.cpuLimit * 6).sum();
		var memoryAsked = guests.stream().mapToInt(guest -> guest.memory * 6 / (guest.isMachine() ? memoryRatio : 1)).sum();
		var memoryLimits = guests.stream().mapToInt(guest -> guest.memoryLimit * 6 / (guest.isMachine() ? memoryRatio : 1)).sum();
		if (memoryAsked > memory * 6) {
			expected.add("VCD401 " + platform);
		}
		if (cpuAsked > cpu * 6) {
			expected.add("VCD402 " + platform);
		}
		if (cpuAsked <= cpu * 6 && cpuLimits > cpu * 6 || memoryAsked <= memory * 6 && memoryLimits > memory * 6) {
			expected.add("VCD405 " + platform);
		}
	}

	/** Of volumes that share several hosts the first is named. */
	private static String volume(int number, Volume volume, List<Guest> guests, Map<Integer, Integer> disks, List<Volume> volumes,
			TreeSet<String> expected) {
		if (guests.stream().filter(guest -> guest.volume == number).mapToInt(Guest::carved).sum() > volume.size) {
			expected.add("VCD407 v" + number);
		}
		var same = volumes.stream().filter(other -> other.hosts.equals(volume.hosts)).toList();
		var isFirst = IntStream.range(0, number).noneMatch(earlier -> volumes.get(earlier).hosts.equals(volume.hosts));
		var kept = same.stream().mapToInt(one -> one.size * one.copies).sum();
		if (volume.hosts.size() > 1 && isFirst && kept > volume.hosts.stream().mapToInt(disks::get).sum()) {
			expected.add("VCD403 v" + number);
		}
		return "volume v%d { size %d GiB  shared%s%s }\n".formatted(number, volume.size,
				volume.copies > 1 ? "  replication " + volume.copies : "", volume.hosts.isEmpty() ? "" : "  on " + volume.hosts.stream()
						.map(host -> "h" + host).collect(Collectors.joining(", ")));
	}

	/** Switches in any order, so that some name each other, as uplinks or as peers; servers of their own are plugged in. */
	private String switches(TreeSet<String> expected) {
		var switches = 1 + random.nextInt(3);
		var links = new TreeSet<String>();
		var text = new StringBuilder();
		var uplinks = new HashMap<String, String>();
		IntStream.range(0, switches).forEach(from -> uplinks.put("s" + from, IntStream.range(0, switches)
				.filter(to -> to != from && random.nextBoolean()).mapToObj(to -> "s" + to).collect(Collectors.joining(", "))));
		IntStream.range(0, random.nextInt(4)).forEach(server -> uplinks.put("x" + server, "s" + random.nextInt(switches)));
		uplinks.forEach((from, all) -> List.of(all.split(", ")).stream().filter(to -> !to.isEmpty()).forEach(to -> {
			links.add(from + " " + to);
			links.add(to + " " + from);
		}));
		uplinks.keySet().stream().sorted().forEach(name -> {
			var ports = 1 + random.nextInt(3);
			var isSwitch = name.startsWith("s");
			text.append("%s %s { %s %s }\n".formatted(isSwitch ? "switch" : "host", name, isSwitch ? "edge  ports " + ports : "",
					uplinks.get(name).isEmpty() ? "" : (isSwitch && random.nextInt(3) == 0 ? "peer " : "uplink ") + uplinks.get(name)));
			if (isSwitch && links.stream().filter(link -> link.startsWith(name + " ")).count() > ports) {
				expected.add("VCD406 " + name);
			}
		});
		return text.toString();
	}
}
