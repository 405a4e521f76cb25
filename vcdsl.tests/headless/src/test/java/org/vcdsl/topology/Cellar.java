package org.vcdsl.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.vcdsl.conversion.Addresses;

/** The topology that {@code examples/cellar/cellar.vcd} declares, built without a parser; positions are those of the file. */
public final class Cellar {

	private static final String FILE = "cellar.vcd";

	private static final List<String> LINES = linesOf(
			Path.of(System.getProperty("vcdsl.root", "../.."), "examples", "cellar", FILE));

	private static final long GIB = 1L << 30;

	private Cellar() {
	}

	/** All of it. */
	public static Topology topology() {
		return new Topology("shop.cellar",
				Topology.byName(List.of(new Location("cellar", at(5, "cellar"), Location.Kind.SITE, Optional.empty()),
						new Location("r1", at(9, "r1"), Location.Kind.RACK, Optional.of("cellar")))),
				Topology.byName(List.of(new Feed("mains", "mains", at(6, "mains"), Feed.Kind.FEED, Optional.of("cellar"), OptionalLong.of(3000),
						Supply.UNSTATED, reliability(4000, 2)))),
				Topology.byName(List.of(new Switch("sw1", "sw1", at(7, "sw1"), Optional.of("cellar"), OptionalInt.of(24),
						OptionalLong.of(1_000_000_000), fedByMains(), List.of(), List.of(), true, List.of(), OptionalLong.empty(), reliability(200_000, 8)))),
				Topology.byName(List.of(alpha(), beta())),
				Topology.byName(List.of(
						new Network("lan", at(23, "lan"), List.of(Addresses.parseCidr("10.0.0.0/24")), OptionalInt.of(10)))),
				Topology.byName(List.of(
						new Volume("orders", "orders", at(24, "orders"), OptionalLong.of(200 * GIB), List.of("beta"), false, OptionalInt.empty(),
								OptionalInt.empty()))),
				Topology.byName(List.of(new Image("shopweb", at(26, "shopweb"),
						Optional.of("registry.example.org/shop/web:3.4.1"), Optional.empty(),
						List.of(new Platform("linux", "amd64", Optional.empty())), Optional.empty(), Optional.empty(),
						List.of(new Requirement.KernelVersion(Comparison.AT_LEAST, Version.parse("5.8").orElseThrow(),
								at(28, "kernel >= 5.8")), new Requirement.Cgroup(2, at(28, "cgroup 2")))))),
				Map.of(), Topology.byName(List.of(db(), web(1, 8443), web(2, 8444))),
				Topology.byName(List.of(new Service("shopfront", at(45, "shopfront"),
						List.of(new Need(1, "web", List.of("web[1]", "web[2]"), Optional.of("lan"), at(46, "needs 1 of web via lan")),
								new Need(1, "db", List.of("db"), Optional.empty(), at(47, "needs db"))),
						List.of(), Optional.of(new BigDecimal("0.995"))))),
				List.of(), List.of(new Acceptance("VCD301", List.of(Selection.of("mains"), Selection.of("sw1")), Selection.of("shopfront"), "shop closes at night; owner agreed",
						Optional.of(LocalDate.of(2027, 6, 30)), at(44, "VCD301"))), Map.of());
	}

	private static Host alpha() {
		return tower("alpha", 10, Optional.of(linux("Debian 12", "6.1.0-28", "6.1", at(12, "Debian 12"), false, List.of())), Optional.empty(),
				List.of(new ContainerEngine("docker", Optional.of("27.3"), at(13, "docker"))));
	}

	private static Host beta() {
		return tower("beta", 15, Optional.of(linux("Ubuntu 22.04", "5.15.0-119", "5.15", at(17, "Ubuntu 22.04"), true,
				List.of("endoflife.date products/ubuntu.md (Aug 2026 snapshot)",
						"Canonical Livepatch \"Kernels covered by Livepatch\" page (kernels)", "osv.dev Ubuntu:22.04 glibc entry (libc)",
						"kubernetes/website concepts/architecture/cgroups.md (cgroup v2 since 21.10)"))),
				Optional.of(new Hypervisor("kvm", Optional.of("6.2"), new BigDecimal(2), BigDecimal.ONE, List.of(), false, at(18, "kvm"))),
				List.of());
	}

	private static Host tower(String name, int line, Optional<OperatingSystem> os, Optional<Hypervisor> hypervisor,
			List<ContainerEngine> engines) {
		return new Host(name, name, at(line, name), Optional.of("r1"), Optional.of("TowerServer"),
				Optional.empty(), fedByMains(), List.of("sw1"), os,
				hypervisor, engines, new Hardware(Optional.empty(), Optional.empty(), OptionalInt.of(16), OptionalLong.of(64 * GIB),
						OptionalLong.empty(), List.of(), OptionalLong.of(500), OptionalLong.empty()),
				Reliability.UNSTATED);
	}

	private static VirtualMachine db() {
		var guest = new OperatingSystem("Debian 12", at(32, "Debian 12"),
				new Kernel(KernelFamily.LINUX, Optional.empty(), Version.parse("6.1"), false), Optional.of(CgroupHierarchy.V2),
				List.of("endoflife.date products/debian.md (Aug 2026 snapshot)",
						"Debian archive package index (apt madison, Nov 2026) (kernel, libc6, systemd, backports)",
						"kubernetes/website concepts/architecture/cgroups.md (cgroup)"));
		return new VirtualMachine("db", "db", at(31, "db"), Pool.of("beta"), Duties.NONE, Optional.of(guest), Optional.empty(), List.of(), OptionalInt.of(4),
				Optional.empty(), Optional.of(new Demand(16 * GIB, 16 * GIB)), new Attachments(Optional.empty(),
						List.of(new Disk(Optional.of("orders"), OptionalLong.empty())), List.of("lan")),
				Optional.of(Migration.LIVE));
	}

	private static Container web(int replica, int hostPort) {
		return new Container("web[" + replica + "]", "web", at(37, "web"), Pool.of("alpha"), Duties.NONE, Optional.of("shopweb"),
				ContainerTraits.UNSTATED,
				Optional.of(new Demand(250, 2000)), Optional.of(new Demand(GIB / 4, GIB)),
				List.of(new PublishedPort(hostPort, 8443)), new Attachments(Optional.empty(), List.of(), List.of("lan")));
	}

	private static OperatingSystem linux(String name, String release, String upstream, SourceRange source,
			boolean backported, List<String> sources) {
		return new OperatingSystem(name, source,
				new Kernel(KernelFamily.LINUX, Optional.of(release), Version.parse(upstream), backported), Optional.of(CgroupHierarchy.V2),
				sources);
	}

	private static Supply fedByMains() {
		return new Supply(1, List.of("mains"));
	}

	private static Reliability reliability(long mtbfHours, long mttrHours) {
		return new Reliability(Optional.of(Duration.ofHours(mtbfHours)), Optional.of(Duration.ofHours(mttrHours)));
	}

	private static SourceRange at(int line, String text) {
		var column = LINES.get(line - 1).indexOf(text) + 1;
		if (column == 0) {
			throw new IllegalStateException(FILE + " has no '" + text + "' in line " + line);
		}
		var offset = LINES.subList(0, line - 1).stream().mapToInt(before -> before.length() + 1).sum() + column - 1;
		return new SourceRange(FILE, offset, text.length(), line, column, line, column + text.length());
	}

	private static List<String> linesOf(Path file) {
		try {
			return Files.readAllLines(file);
		} catch (IOException cause) {
			throw new UncheckedIOException(cause);
		}
	}
}
