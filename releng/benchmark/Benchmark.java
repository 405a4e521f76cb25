import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import com.sun.management.OperatingSystemMXBean;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

/**
 * Measures how long a large datacentre takes: parsing, linking, then resolving and judging. Prints wall time and CPU time of the whole
 * process by phase, and the highest use of memory.
 *
 * <pre>releng/benchmark/run [--adversarial] [--write FILE] ELEMENTS...</pre>
 *
 * The model has 8 virtual machines a host, 5 containers a virtual machine, 20 hosts a rack and 50 services, every element written out.
 * Some of its elements break rules, so that a run that found nothing would show.
 *
 * <p>The adversarial model is of the same size and has no redundancy: one feed, one way up, and each service rests on the one before it, so
 * that what fails takes all behind it down.
 */
public final class Benchmark {

	private static final int VMS_A_HOST = 8;
	private static final int CONTAINERS_A_VM = 5;
	private static final int HOSTS_A_RACK = 20;
	private static final int SERVICES = 50;
	private static final int MEMBERS_A_SERVICE = 6;

	public static void main(String[] arguments) throws Exception {
		var sizes = new ArrayList<Integer>();
		var adversarial = false;
		for (var i = 0; i < arguments.length; i++) {
			if (arguments[i].equals("--adversarial")) {
				adversarial = true;
				continue;
			}
			if (arguments[i].equals("--write")) {
				Files.writeString(Path.of(arguments[i + 1]), datacentre(Integer.parseInt(arguments[i + 2]), adversarial));
				return;
			}
			sizes.add(Integer.parseInt(arguments[i]));
		}
		System.out.println("elements     MB   parse s   link s  judge s    all s    CPU s  peak MiB  findings");
		for (var size : sizes) {
			measure(size, adversarial);
		}
	}

	private static void measure(int elements, boolean adversarial) {
		var text = datacentre(elements, adversarial);
		System.gc();
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
		var cpu = cpuNanos();
		var start = System.nanoTime();
		var sources = SourceSet.parse(List.of(new SourceFile("benchmark.vcd", text)));
		var parsed = System.nanoTime();
		if (sources.hasTextErrors()) {
			throw new IllegalStateException("The benchmark's own text has errors");
		}
		var linked = System.nanoTime();
		var checked = Pipeline.judging(LocalDate.of(2026, 1, 15)).check(sources);
		var judged = System.nanoTime();
		var findings = new TreeMap<String, Integer>();
		checked.forEach(verdict -> verdict.findings().forEach(finding -> findings.merge(finding.ruleId(), 1, Integer::sum)));
		if (checked.size() != 1 || checked.getFirst().topology().isEmpty() || findings.size() < 3) {
			throw new IllegalStateException("The benchmark's model is not judged as it should be: " + findings);
		}
		System.out.printf("%8d %6.1f %9.2f %8.2f %8.2f %8.2f %8.2f %9d  %s%n", elements, text.length() / 1e6, (parsed - start) / 1e9,
				(linked - parsed) / 1e9, (judged - linked) / 1e9, (judged - start) / 1e9, (cpuNanos() - cpu) / 1e9, peakMiB(), findings);
	}

	private static long cpuNanos() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static long peakMiB() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
				.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
	}

	/** About so many hosts, virtual machines and containers together. */
	private static String datacentre(int elements, boolean adversarial) {
		var feeds = adversarial ? "a" : "a, b";
		var spines = adversarial ? "spine1" : "spine1, spine2";
		var hosts = Math.max(2, elements / (1 + VMS_A_HOST + VMS_A_HOST * CONTAINERS_A_VM));
		var text = new StringBuilder("package benchmark.dc\n\nimport vcd.catalog.*\n\n");
		text.append("site dc {\n  feed a { capacity 400 kW }\n  feed b { capacity 400 kW }\n  switch spine1 { fed by ").append(feeds).append(" }\n")
				.append("  switch spine2 { fed by ").append(feeds).append(" }\n");
		for (var host = 0; host < hosts; host++) {
			if (host % HOSTS_A_RACK == 0) {
				text.append(host == 0 ? "" : "  }\n").append("  rack r").append(host / HOSTS_A_RACK).append(" {\n    switch tor")
						.append(host / HOSTS_A_RACK).append(" { fed by ").append(feeds).append("  uplink ").append(spines).append(" }\n");
			}
			text.append("    host h").append(host).append(" {\n      fed by ").append(feeds).append("  uplink tor").append(host / HOSTS_A_RACK)
					.append("\n      os Debian 12 { kernel 6.1.0-28  cgroup 2 }\n      hypervisor kvm 8.2 { overcommit 4:1 }\n")
					.append("      cores 64  memory ").append(host % 97 == 0 ? "64 GiB" : "512 GiB").append("  power 800 W\n    }\n");
		}
		text.append("  }\n}\n\nnetwork prod { cidr 10.0.0.0/8  vlan 20 }\n\n");
		for (var image = 0; image < 100; image++) {
			text.append("image app").append(image).append(" { ref \"registry.example.org/app").append(image)
					.append(":1.0\"  platform linux/amd64  requires kernel >= ").append(image % 25 == 0 ? "6.5" : "5.8")
					.append(", cgroup 2 }\n");
		}
		for (var host = 0; host < hosts; host++) {
			for (var vm = 0; vm < VMS_A_HOST; vm++) {
				var name = host + "_" + vm;
				text.append("\nvm v").append(name).append(" on h").append(host)
						.append(" {\n  guest Debian 12 { kernel 6.1.0-28 }\n  engine docker 27.3\n  vcpu 8  memory 16 GiB  boot 40 GiB  nic prod\n}\n");
				for (var container = 0; container < CONTAINERS_A_VM; container++) {
					text.append("container c").append(name).append('_').append(container).append(" on v").append(name)
							.append(" { image app").append((host * 7 + vm * 3 + container) % 100)
							.append("  cpu 250 mcpu..1 core  memory 256 MiB..1 GiB  nic prod").append(adversarial && vm == 0 && container == 0
									? chained(host, hosts) : "").append(" }\n");
				}
			}
		}
		for (var service = 0; service < Math.min(SERVICES, adversarial ? hosts : SERVICES); service++) {
			text.append("\nservice s").append(service).append(" {\n");
			for (var member = 0; member < MEMBERS_A_SERVICE; member++) {
				text.append("  needs c").append((service * 31 + member * 17) % hosts).append('_').append(member % VMS_A_HOST).append("_0 via prod\n");
			}
			text.append("}\n");
		}
		return text.toString();
	}

	/** The first member of each service but the first rests on that of the service before it. */
	private static String chained(int host, int hosts) {
		for (var service = 1; service < Math.min(SERVICES, hosts); service++) {
			if (service * 31 % hosts == host && (service - 1) * 31 % hosts != host) {
				return "  needs c" + (service - 1) * 31 % hosts + "_0_0 via prod";
			}
		}
		return "";
	}
}
