package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.ENGINE_CLAUSE__KIND;
import static org.vcdsl.vcd.VcdPackage.Literals.HYPERVISOR_CLAUSE__KIND;
import static org.vcdsl.vcd.VcdPackage.Literals.KERNEL_OPTION__NAME;
import static org.vcdsl.vcd.VcdPackage.Literals.KERNEL_OPTION__VALUE;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__BUILD;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__CGROUP;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__KERNEL;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__RELEASE;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__UPSTREAM;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE__CGROUP;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE__FAMILY;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE__KERNEL;
import static org.vcdsl.vcd.VcdPackage.Literals.OVERCOMMIT_CLAUSE__RATIO;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.vcdsl.conversion.Quantities;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Version;
import org.vcdsl.vcd.EngineClause;
import org.vcdsl.vcd.HypervisorClause;
import org.vcdsl.vcd.OsClause;
import org.vcdsl.vcd.OsRelease;

/** Operating systems with their kernels, hypervisors and engines, with the catalogue's facts filled in. */
final class SystemResolver {

	/** A kernel release as a distribution writes it: numbers, then a suffix of its own behind '-', '+' or '~'. */
	private static final Pattern KERNEL_RELEASE = Pattern.compile("(\\d+(?:\\.\\d+)+)([-+~].*)?");
	/** Red Hat's releases carry the distribution in their name, and features of newer kernels in their code. */
	private static final Pattern ENTERPRISE_LINUX = Pattern.compile(".*\\.el\\d+.*");
	/** Since Debian 13 its releases have the upstream version in their name: linux-image-6.12.107+deb13-amd64 is linux 6.12.107-1. */
	private static final Pattern NAMED_BY_UPSTREAM = Pattern.compile("\\+deb\\d+.*");
	private static final int MAJOR_AND_MINOR = 2;
	private static final Set<String> OPTION_VALUES = Set.of("y", "m", "n");

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final References references;
	private final NamedEntries entries;
	/** What a template states is resolved once, however many elements use it. */
	private final Map<OsClause, OperatingSystem> operatingSystems = new IdentityHashMap<>();

	SystemResolver(SourceRanges ranges, Remarks remarks, References references, NamedEntries entries) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.references = references;
		this.entries = entries;
	}

	OperatingSystem operatingSystem(OsClause os) {
		var known = operatingSystems.get(os);
		if (known == null) {
			known = resolve(os);
			operatingSystems.put(os, known);
		}
		return known;
	}

	private OperatingSystem resolve(OsClause os) {
		var release = os.getRelease();
		var cgroup = remarks.read(os, OS_CLAUSE__CGROUP, SystemResolver::cgroup)
				.or(() -> isVerified(release, "cgroup") ? remarks.read(release, OS_RELEASE__CGROUP, SystemResolver::cgroup)
						: Optional.empty());
		var restsOnCatalogue = os.getKernel() == null && os.getUpstream() == null && os.getBuild() == null || os.getCgroup() == null;
		return new OperatingSystem(entries.nameOf(release), ranges.of(os, OS_CLAUSE__RELEASE, 0), kernel(os, release), cgroup,
				restsOnCatalogue ? documents(release) : List.of());
	}

	/** What nobody read in a document fills no gap: a verdict on it alone would be a guess. */
	private static boolean isVerified(OsRelease release, String key) {
		return release.getFacts().stream().noneMatch(fact -> "unverified".equals(fact.getKey()) && fact.getValues().contains(key));
	}

	/** What was read: that something is general knowledge proves nothing. */
	private static List<String> documents(OsRelease release) {
		return release.getSources().stream().filter(source -> !source.startsWith("general knowledge")).toList();
	}

	private Kernel kernel(OsClause os, OsRelease release) {
		var family = family(os, release);
		if (os.getBuild() != null && family != KernelFamily.WINDOWS) {
			remarks.add("VCD103", Severity.ERROR, ranges.of(os, OS_CLAUSE__BUILD, 0),
					"Only Windows counts builds. Write 'kernel' and what 'uname -r' answers.", release.getName());
		}
		if (os.getBuild() != null && os.getKernel() != null) {
			remarks.add("VCD103", Severity.ERROR, ranges.of(os, OS_CLAUSE__BUILD, 0),
					"'build' and 'kernel' both say which kernel it is. Keep one of them.", release.getName());
		}
		if (os.getKernel() != null && os.getUpstream() == null) {
			entries.nameKernelOf(release);
		}
		var stated = Optional.ofNullable(os.getKernel()).or(() -> Optional.ofNullable(os.getBuild()));
		var upstream = remarks.read(os, OS_CLAUSE__UPSTREAM, SystemResolver::exactVersion)
				.or(() -> remarks.read(os, OS_CLAUSE__BUILD, SystemResolver::exactVersion))
				.or(() -> remarks.read(os, OS_CLAUSE__KERNEL, SystemResolver::upstreamOf))
				.or(() -> stated.isPresent() || !isVerified(release, "kernel") ? Optional.empty()
						: remarks.read(release, OS_RELEASE__KERNEL, SystemResolver::exactVersion));
		var backported = release.isBackported()
				|| stated.filter(name -> ENTERPRISE_LINUX.matcher(name).matches()).isPresent();
		return new Kernel(family, stated, upstream, backported, options(os), os.getParameters());
	}

	private Map<String, String> options(OsClause os) {
		var options = new TreeMap<String, String>();
		for (var option : os.getOptions()) {
			var value = remarks.read(option, KERNEL_OPTION__VALUE, SystemResolver::optionValue).orElse("y");
			var name = optionName(option.getName());
			var before = options.put(name, value);
			if (before != null) {
				remarks.add("VCD109", Severity.ERROR, ranges.of(option, KERNEL_OPTION__NAME, 0),
						"The option %s is given twice. Keep one of them.".formatted(name));
			}
		}
		return options;
	}

	/** Without the prefix that kernel configurations give it. */
	static String optionName(String text) {
		return text.startsWith("CONFIG_") ? text.substring("CONFIG_".length()) : text;
	}

	private static String optionValue(String text) {
		if (!OPTION_VALUES.contains(text)) {
			throw new ValueException(
					"'%s' is not the value of a kernel option. Write y for built in, m for a module or n for absent.".formatted(text));
		}
		return text;
	}

	static CgroupHierarchy cgroup(String text) {
		return CgroupHierarchy.of(text).orElseThrow(
				() -> new ValueException("'%s' is not a cgroup version. Write 1, 2 or hybrid.".formatted(text)));
	}

	/** Which system calls a kernel answers is never guessed: a release has to say it. */
	private KernelFamily family(OsClause os, OsRelease release) {
		if (release.getFamily() == null) {
			remarks.add("VCD103", Severity.ERROR, ranges.of(os, OS_CLAUSE__RELEASE, 0),
					"The release '%s' does not say which family its kernel is of. Write 'family' and one of %s in its 'os'.".formatted(
							release.getName(), Arrays.stream(KernelFamily.values()).map(KernelFamily::platformName)
									.collect(Collectors.joining(", "))),
					release.getName());
		}
		return remarks.read(release, OS_RELEASE__FAMILY, FactsResolver::family).orElse(KernelFamily.LINUX);
	}

	/**
	 * The upstream version that a kernel's release tells: a distribution's own name tells major and minor, because what stands behind
	 * them counts the distribution's builds ({@code 6.1.0-28} is no 6.1.0). Newer releases of Debian name all of it.
	 */
	private static Version upstreamOf(String release) {
		var parts = KERNEL_RELEASE.matcher(release);
		if (!parts.matches()) {
			throw new ValueException("'%s' is not a kernel version. Write what 'uname -r' answers, for instance 6.1.0-28."
					.formatted(release));
		}
		var version = Version.parse(parts.group(1)).orElseThrow();
		return parts.group(2) == null || NAMED_BY_UPSTREAM.matcher(parts.group(2)).matches() ? version : version.known(MAJOR_AND_MINOR);
	}

	static Version exactVersion(String text) {
		return Version.parse(text).orElseThrow(() -> new ValueException(
				"'%s' is not a version. Write numbers with dots between, for instance 6.1.119.".formatted(text)));
	}

	ContainerEngine engine(EngineClause engine) {
		return new ContainerEngine(entries.nameOf(engine.getKind()), Optional.ofNullable(engine.getVersion()),
				ranges.of(engine, ENGINE_CLAUSE__KIND, 0));
	}

	Hypervisor hypervisor(HypervisorClause hypervisor) {
		var managers = new LinkedHashSet<String>();
		hypervisor.getManagers().forEach(manager -> managers.addAll(references.workloads(manager).members()));
		return new Hypervisor(entries.nameOf(hypervisor.getKind()), Optional.ofNullable(hypervisor.getVersion()),
				overcommit(hypervisor, false), overcommit(hypervisor, true), List.copyOf(managers), hypervisor.isNested(),
				ranges.of(hypervisor, HYPERVISOR_CLAUSE__KIND, 0));
	}

	private BigDecimal overcommit(HypervisorClause hypervisor, boolean memory) {
		var ratios = hypervisor.getOvercommits().stream().filter(ratio -> ratio.isMemory() == memory).toList();
		if (ratios.size() > 1) {
			remarks.add("VCD109", Severity.ERROR, ranges.of(ratios.get(1)), "The overcommit of %s is given twice. Keep one."
					.formatted(memory ? "memory" : "vCPU"));
		}
		return ratios.stream().findFirst()
				.flatMap(ratio -> remarks.read(ratio, OVERCOMMIT_CLAUSE__RATIO, Quantities::parseRatio))
				.orElse(BigDecimal.ONE);
	}
}
