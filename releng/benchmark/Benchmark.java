import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.OperatingSystemMXBean;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.vcd.ContainerDeclaration;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.VmDeclaration;

/**
 * Measures how long a large datacentre takes: parsing, linking, then resolving and judging. Prints wall time and CPU time of the whole
 * process by phase, and the highest use of memory.
 *
 * <pre>
 * releng/benchmark/run [--adversarial] ELEMENTS...            measures models of these sizes, one after the other
 * releng/benchmark/run [--adversarial] --write FILE ELEMENTS  writes such a model
 * releng/benchmark/run --read FILE                            measures a model that was written, by phases
 * releng/benchmark/run --count FILE                           counts what its syntax tree holds
 * </pre>
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
		var rest = new ArrayList<>(List.of(arguments));
		var adversarial = rest.remove("--adversarial");
		switch (rest.getFirst()) {
			case "--write" -> Files.writeString(Path.of(rest.get(1)), datacentre(Integer.parseInt(rest.get(2)), adversarial));
			case "--read" -> printPhases(measure(Files.readString(Path.of(rest.get(1)))));
			case "--count" -> printCounts(Path.of(rest.get(1)));
			default -> {
				System.out.println("elements     MB   parse s   link s  judge s    all s    CPU s  peak MiB  findings");
				for (var size : rest) {
					var text = datacentre(Integer.parseInt(size), adversarial);
					printRow(size, text.length(), measure(text));
				}
			}
		}
	}

	/** What the clocks of the wall and of the process show, in seconds. */
	private record Time(double wall, double cpu) {

		static Time now() {
			return new Time(System.nanoTime() / 1e9, system().getProcessCpuTime() / 1e9);
		}

		Time minus(Time other) {
			return new Time(wall - other.wall, cpu - other.cpu);
		}

		private static OperatingSystemMXBean system() {
			return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		}
	}

	private record Measured(Time parse, Time link, Time judge, Time all, Map<String, Integer> findings) {
	}

	private static Measured measure(String text) {
		System.gc();
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
		var start = Time.now();
		var sources = SourceSet.parse(List.of(new SourceFile("benchmark.vcd", text)));
		var parsed = Time.now();
		if (sources.hasTextErrors()) {
			throw new IllegalStateException("The benchmark's own text has errors");
		}
		var linked = Time.now();
		var checked = Pipeline.judging(LocalDate.of(2026, 1, 15)).check(sources);
		var judged = Time.now();
		var findings = new TreeMap<String, Integer>();
		checked.forEach(verdict -> verdict.findings().forEach(finding -> findings.merge(finding.ruleId(), 1, Integer::sum)));
		if (checked.size() != 1 || checked.getFirst().topology().isEmpty() || findings.size() < 3) {
			throw new IllegalStateException("The benchmark's model is not judged as it should be: " + findings);
		}
		return new Measured(parsed.minus(start), linked.minus(parsed), judged.minus(linked), judged.minus(start), findings);
	}

	private static void printRow(String elements, int characters, Measured measured) {
		System.out.printf("%8s %6.1f %9.2f %8.2f %8.2f %8.2f %8.2f %9d  %s%n", elements, characters / 1e6, measured.parse.wall,
				measured.link.wall, measured.judge.wall, measured.all.wall, measured.all.cpu, peakMiB(), measured.findings);
	}

	private static void printPhases(Measured measured) {
		System.out.println("phase    wall s    CPU s");
		printPhase("parse", measured.parse);
		printPhase("link", measured.link);
		printPhase("judge", measured.judge);
		printPhase("all", measured.all);
		System.out.printf("%d MiB of heap at most, findings %s%n", peakMiB(), measured.findings);
	}

	private static void printPhase(String phase, Time time) {
		System.out.printf("%-6s %8.2f %8.2f%n", phase, time.wall, time.cpu);
	}

	/** Elements, all objects of the syntax tree, and how often one refers to another by its name. */
	private static void printCounts(Path file) {
		var resources = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(XtextResourceSet.class);
		var resource = resources.getResource(URI.createFileURI(file.toAbsolutePath().toString()), true);
		EcoreUtil.resolveAll(resource);
		if (!resource.getErrors().isEmpty()) {
			throw new IllegalStateException("The text has errors: " + resource.getErrors().getFirst());
		}
		var objects = new ArrayList<EObject>();
		resource.getAllContents().forEachRemaining(objects::add);
		var elements = objects.stream().filter(object -> object instanceof HostDeclaration || object instanceof VmDeclaration
				|| object instanceof ContainerDeclaration).count();
		var references = objects.stream().mapToLong(object -> object.eCrossReferences().size()).sum();
		System.out.printf("%d elements, %d objects, %d references%n", elements, objects.size(), references);
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
