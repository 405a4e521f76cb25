package org.vcdsl.backend.lxc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.backend.BackendTopology.GIB;
import static org.vcdsl.backend.BackendTopology.MIB;
import static org.vcdsl.backend.BackendTopology.brief;
import static org.vcdsl.backend.BackendTopology.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.BackendTopology;
import org.vcdsl.backend.BackendTopology.Lxc;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.libvirt.LibvirtBackend;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.Topology;

class LxcBackendTest {

	private static final String NASTY = "a'b\"c\nlxc.hook.start = /bin/sh\r\u0085\u2028lxc.cap.drop =\0 {{ 7*7 }} #$(x)`y` $HOME \\n é";

	@TempDir
	Path folder;

	@Test
	void lxcReadsWhatTheTopologyStates() throws IOException {
		var read = RealTools.lxcInfo("lxc.uts.name", "lxc.rootfs.path", "lxc.start.auto", "lxc.idmap", "lxc.net.0.type", "lxc.net.0.link",
				"lxc.net.0.name", "lxc.net.0.hwaddr", "lxc.net.0.flags", "lxc.net.1.link", "lxc.net.1.name", "lxc.cgroup2.memory.low",
				"lxc.cgroup2.memory.max", "lxc.cgroup2.cpu.weight", "lxc.cgroup2.cpu.max", "lxc.mount.entry")
				.answerTo(written(configuration(office())));
		assertThat(read.lines().toList()).contains("lxc.uts.name = mail", "lxc.rootfs.path = /var/lib/lxc/mail/rootfs",
				"lxc.start.auto = 1", "lxc.idmap = u 0 100000 65536", "g 0 100000 65536", "lxc.net.0.type = veth", "lxc.net.0.link = br-prod",
				"lxc.net.0.name = eth0", "lxc.net.0.hwaddr = " + DeploymentNames.macAddress("office", "mail", "prod"), "lxc.net.0.flags = up",
				"lxc.net.1.link = br-backup", "lxc.net.1.name = eth1", "lxc.cgroup2.memory.low = " + GIB,
				"lxc.cgroup2.memory.max = " + 4 * GIB, "lxc.cgroup2.cpu.weight = 25", "lxc.cgroup2.cpu.max = 200000 100000",
				"/srv/vcdsl/post srv/post none bind,create=dir 0 0");
	}

	@Test
	void lxcRefusesWhatIsMisspelt() throws IOException {
		RealTools.lxcInfo().rejects(written(configuration(office()).replace("lxc.start.auto", "lxc.start.audo")), "lxc.start.audo");
		RealTools.lxcInfo().rejects(written(configuration(office()).replace("= u 0", "= w 0")), "lxc.idmap = w 0");
	}

	@Test
	void configurationHoldsNothingElse() {
		assertThat(configuration(new BackendTopology("small").engineHost("h", "lxc").lxc("box", "h", Lxc::asRootOfTheHost).build())).isEqualTo("""
				# System container box of small

				# What the host gives all its containers and what its LXC holds to be safe; networks and owners are those stated here.
				lxc.include = /etc/lxc/default.conf
				lxc.include = /usr/share/lxc/config/common.conf
				lxc.idmap =
				lxc.net =

				lxc.uts.name = box
				lxc.rootfs.path = dir:/var/lib/lxc/box/rootfs
				lxc.start.auto = 1

				# On no network: without this line it would be on those of its host.
				lxc.net.0.type = empty
				""");
	}

	@Test
	void privilegedContainerHasTheUsersOfItsHost() {
		assertThat(configuration(alone(CgroupHierarchy.V2, lxc -> lxc))).contains("lxc.idmap = u 0 100000 65536", "userns.conf");
		assertThat(configuration(alone(CgroupHierarchy.V2, Lxc::ofUnstatedPrivileges))).contains("lxc.idmap = u 0 100000 65536");
		assertThat(configuration(alone(CgroupHierarchy.V2, Lxc::asRootOfTheHost))).doesNotContain("lxc.idmap = u", "userns.conf");
	}

	@Test
	void limitsAreThoseOfTheControlGroupsOfTheHost() {
		UnaryOperator<Lxc> demands = lxc -> lxc.memory(MIB, 3 * MIB).cpu(1500, 2250);
		assertThat(limits(alone(CgroupHierarchy.V2, demands))).containsExactly("cgroup2.memory.low = 1048576",
				"cgroup2.memory.max = 3145728", "cgroup2.cpu.weight = 150", "cgroup2.cpu.max = 225000 100000");
		var version1 = List.of("cgroup.memory.soft_limit_in_bytes = 1048576", "cgroup.memory.limit_in_bytes = 3145728",
				"cgroup.cpu.shares = 1536", "cgroup.cpu.cfs_period_us = 100000", "cgroup.cpu.cfs_quota_us = 225000");
		assertThat(limits(alone(CgroupHierarchy.V1, demands))).isEqualTo(version1);
		assertThat(limits(alone(CgroupHierarchy.HYBRID, demands))).isEqualTo(version1);
	}

	@Test
	void limitsAreThoseOfBothWhereNobodyStatedTheControlGroups() {
		var topology = new BackendTopology("small").engineHost("h", "lxc").lxc("box", "h", lxc -> lxc.memory(0, 7)).build();
		assertThat(limits(topology)).containsExactly("cgroup2.memory.max = 7", "cgroup.memory.limit_in_bytes = 7");
		assertThat(run(new LxcBackend(), topology).findings()).filteredOn(finding -> finding.message().contains("both versions"))
				.singleElement().satisfies(finding -> assertThat(finding.subjects()).containsExactly("box"));
		assertThat(run(new LxcBackend(), alone(CgroupHierarchy.V2, lxc -> lxc.memory(0, 7))).findings())
				.noneMatch(finding -> finding.message().contains("both versions"));
	}

	@Test
	void amountsStayWithinWhatTheKernelTakes() {
		assertThat(limits(alone(CgroupHierarchy.V2, lxc -> lxc.cpu(1, 1)))).containsExactly("cgroup2.cpu.weight = 1",
				"cgroup2.cpu.max = 1000 100000");
		assertThat(limits(alone(CgroupHierarchy.V2, lxc -> lxc.cpu(500_000, 500_000)))).contains("cgroup2.cpu.weight = 10000");
		assertThat(limits(alone(CgroupHierarchy.V1, lxc -> lxc.cpu(1, 1)))).contains("cgroup.cpu.shares = 2");
		assertThat(limits(alone(CgroupHierarchy.V1, lxc -> lxc.cpu(500_000, 500_000)))).contains("cgroup.cpu.shares = 262144");
	}

	@Test
	void noTextOfTheUserEndsItsLine() throws IOException {
		var topology = new BackendTopology(NASTY).lxcHost(NASTY, CgroupHierarchy.V2).network(NASTY, "10.0.0.0/24", 7)
				.volume(NASTY, OptionalLong.empty(), Optional.of(NASTY)).lxc("s" + NASTY, NASTY, lxc -> lxc.nics(NASTY).disks(NASTY)).build();
		var text = configuration(topology);
		assertThat(text.lines().filter(line -> !line.startsWith("#"))).allMatch(line -> line.matches("[a-z0-9 =.,:/_-]*"));
		assertThat(text.lines().filter(line -> line.startsWith("#"))).hasSize(2);
		RealTools.lxcInfo().accepts(written(text));
	}

	@Test
	void eachHostHasAFolderAndEachContainerAFile() {
		var topology = new BackendTopology("small").engineHost("a", "lxc").engineHost("b", "lxc").lxc(List.of("x[1]", "x[2]"), "b", lxc -> lxc)
				.lxc("y", "a", lxc -> lxc).build();
		assertThat(run(new LxcBackend(), topology).artifacts()).extracting(Artifact::path)
				.containsExactly("lxc/b/x-1.conf", "lxc/b/x-2.conf", "lxc/a/y.conf");
	}

	@Test
	void whatIsAssumedIsSaidOnceADeclaration() {
		var topology = new BackendTopology("small").lxcHost("h", CgroupHierarchy.V2).network("lan", "10.0.0.0/24", 7)
				.lxc(List.of("x[1]", "x[2]"), "h", lxc -> lxc.ofUnstatedPrivileges().nics("lan")).build();
		assertThat(brief(run(new LxcBackend(), topology).findings())).containsExactly("VCD801 info 3 x[1],x[2]", "VCD801 info 3 x[1],x[2]");
	}

	@Test
	void anAddressThatSomebodyKeptIsAValue() throws IOException {
		var topology = new BackendTopology("small").lxcHost("h", CgroupHierarchy.V2).network("lan", "10.0.0.0/24", 7)
				.network("six", "fd00:20::/64", 8).lxc("box", "h", lxc -> lxc.nics("lan", "six")).build()
				.addressed(Map.of("box", Map.of("lan", List.of(Addresses.parseAddress("10.0.0.12")), "six",
						List.of(Addresses.parseAddress("fd00:20::12")))));
		assertThat(configuration(topology)).contains("\nlxc.net.0.flags = up\nlxc.net.0.ipv4.address = 10.0.0.12/24\n",
				"\nlxc.net.1.flags = up\nlxc.net.1.ipv6.address = fd00:20::12/64\n");
		assertThat(RealTools.lxcInfo("lxc.net.0.ipv4.address", "lxc.net.1.ipv6.address").answerTo(written(configuration(topology))))
				.contains("10.0.0.12/24", "fd00:20::12/64");
		assertThat(run(new LxcBackend(), topology).findings()).noneMatch(finding -> finding.message().contains("DHCP"))
				.anyMatch(finding -> finding.message().startsWith("Addresses of 'box' are those that the placement file keeps"));
	}

	@Test
	void withoutAnImageThereIsNoConfiguration() {
		assertNotWritten(alone(CgroupHierarchy.V2, Lxc::withoutImage), "VCD801 warning 2 box");
	}

	@Test
	void otherEnginesHaveToolsOfTheirOwn() {
		assertNotWritten(new BackendTopology("small").engineHost("h", "incus").lxc("box", "h", lxc -> lxc).build(), "VCD802 warning 2 box");
	}

	@Test
	void keysOfTodayAreNotWrittenForAnOlderLxc() {
		assertNotWritten(onLxc("1.0.9"), "VCD802 warning 2 box");
		assertNotWritten(onLxc("2.0"), "VCD802 warning 2 box");
		assertThat(run(new LxcBackend(), onLxc("2.1")).artifacts()).hasSize(1);
		assertThat(run(new LxcBackend(), onLxc("2")).artifacts()).hasSize(1);
	}

	@Test
	void carvedDisksAndVolumesElsewhereAreNotExpressed() {
		var carved = new Disk(Optional.of("data"), OptionalLong.of(GIB));
		assertNotWritten(withVolume("h", lxc -> lxc.disk(carved)), "VCD802 warning 4 box");
		assertNotWritten(withVolume("h", lxc -> lxc.boot(carved)), "VCD802 warning 4 box");
		assertNotWritten(withVolume("other", lxc -> lxc.disks("data")), "VCD802 warning 4 box");
	}

	@Test
	void volumeThatAVirtualMachineUsesTooIsADisk() {
		var shared = withVolume("h", lxc -> lxc.disks("data"));
		assertThat(run(new LibvirtBackend(), shared).artifacts()).isEmpty();
		assertThat(run(new LibvirtBackend(), shared).findings()).isEmpty();
		var mixed = new BackendTopology("small").lxcHost("h", CgroupHierarchy.V2).volume("data", OptionalLong.of(GIB), Optional.of("h"))
				.lxc("box", "h", lxc -> lxc.disks("data")).vm("vm", "h", vm -> vm.disks("data")).build();
		assertNotWritten(mixed, "VCD802 warning 3 box");
	}

	@Test
	void volumeOfContainersWithOtherOwnersIsNotExpressed() {
		var mixed = new BackendTopology("small").lxcHost("h", CgroupHierarchy.V2).volume("data", OptionalLong.of(GIB), Optional.of("h"))
				.lxc("a", "h", lxc -> lxc.disks("data")).lxc("b", "h", lxc -> lxc.asRootOfTheHost().disks("data")).build();
		assertNotWritten(mixed, "VCD802 warning 3 a", "VCD802 warning 4 b");
	}

	@Test
	void foldersHoldNoSize() {
		var topology = withVolume("h", lxc -> lxc.disks("data").boot(new Disk(Optional.empty(), OptionalLong.of(GIB))));
		assertThat(brief(run(new LxcBackend(), topology).findings())).containsExactly("VCD802 warning 4 box", "VCD802 warning 3 data",
				"VCD801 info 4 box", "VCD801 info 3 data");
	}

	private static void assertNotWritten(Topology topology, String... findings) {
		assertThat(run(new LxcBackend(), topology).artifacts()).isEmpty();
		assertThat(brief(run(new LxcBackend(), topology).findings())).containsExactly(findings);
	}

	private static Topology office() {
		return new BackendTopology("office").lxcHost("lxc1", CgroupHierarchy.V2).network("prod", "10.20.0.0/16", 20)
				.network("backup", "10.30.0.0/16", 30).volume("post", OptionalLong.empty(), Optional.of("lxc1"))
				.lxc("mail", "lxc1", lxc -> lxc.memory(GIB, 4 * GIB).cpu(250, 2000).nics("prod", "backup").disks("post")).build();
	}

	private static Topology onLxc(String version) {
		return new BackendTopology("small").engineHost("h", "lxc", version).lxc("box", "h", lxc -> lxc).build();
	}

	private static Topology withVolume(String host, UnaryOperator<Lxc> details) {
		return new BackendTopology("small").lxcHost("h", CgroupHierarchy.V2).lxcHost("other", CgroupHierarchy.V2)
				.volume("data", OptionalLong.of(GIB), Optional.of(host)).lxc("box", "h", details).build();
	}

	private static Topology alone(CgroupHierarchy hierarchy, UnaryOperator<Lxc> details) {
		return new BackendTopology("small").lxcHost("h", hierarchy).lxc("box", "h", details).build();
	}

	private static String configuration(Topology topology) {
		return run(new LxcBackend(), topology).artifacts().getFirst().text();
	}

	private static List<String> limits(Topology topology) {
		return configuration(topology).lines().filter(line -> line.startsWith("lxc.cgroup")).map(line -> line.substring("lxc.".length()))
				.toList();
	}

	private Path written(String text) throws IOException {
		return Files.writeString(folder.resolve("mail.conf"), text);
	}
}
