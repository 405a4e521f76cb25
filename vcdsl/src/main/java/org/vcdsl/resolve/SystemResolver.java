package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.ENGINE_CLAUSE__KIND;
import static org.vcdsl.vcd.VcdPackage.Literals.HYPERVISOR_CLAUSE__KIND;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__CGROUP;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__KERNEL;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__RELEASE;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_CLAUSE__UPSTREAM;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE_DECLARATION__CGROUP;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE_DECLARATION__KERNEL;
import static org.vcdsl.vcd.VcdPackage.Literals.OVERCOMMIT_CLAUSE__RATIO;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.vcdsl.conversion.Quantities;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Version;
import org.vcdsl.vcd.EngineClause;
import org.vcdsl.vcd.HypervisorClause;
import org.vcdsl.vcd.OsClause;
import org.vcdsl.vcd.OsReleaseDeclaration;

/** Operating systems with their kernels, hypervisors and engines, with the catalogue's facts filled in. */
final class SystemResolver {

	/** A kernel release as a distribution writes it: numbers, then a suffix of its own behind '-', '+' or '~'. */
	private static final Pattern KERNEL_RELEASE = Pattern.compile("(\\d+(?:\\.\\d+)+)([-+~].*)?");
	/** Red Hat's releases carry the distribution in their name, and features of newer kernels in their code. */
	private static final Pattern ENTERPRISE_LINUX = Pattern.compile(".*\\.el\\d+.*");
	private static final int MAJOR_AND_MINOR = 2;

	private final SourceRanges ranges;
	private final Remarks remarks;

	SystemResolver(SourceRanges ranges, Remarks remarks) {
		this.ranges = ranges;
		this.remarks = remarks;
	}

	OperatingSystem operatingSystem(OsClause os) {
		var release = os.getRelease();
		var cgroup = remarks.read(os, OS_CLAUSE__CGROUP, text -> Quantities.parseInt(text, 1, 2))
				.or(() -> remarks.read(release, OS_RELEASE_DECLARATION__CGROUP, text -> Quantities.parseInt(text, 1, 2)));
		var restsOnCatalogue = os.getKernel() == null && os.getUpstream() == null || os.getCgroup() == null;
		return new OperatingSystem(release.getName(), ranges.of(os, OS_CLAUSE__RELEASE, 0), kernel(os, release),
				cgroup.map(OptionalInt::of).orElseGet(OptionalInt::empty),
				restsOnCatalogue ? List.copyOf(release.getSources()) : List.of());
	}

	private Kernel kernel(OsClause os, OsReleaseDeclaration release) {
		var stated = Optional.ofNullable(os.getKernel());
		var upstream = remarks.read(os, OS_CLAUSE__UPSTREAM, SystemResolver::exactVersion)
				.or(() -> remarks.read(os, OS_CLAUSE__KERNEL, SystemResolver::upstreamOf))
				.or(() -> stated.isPresent() ? Optional.empty()
						: remarks.read(release, OS_RELEASE_DECLARATION__KERNEL, SystemResolver::exactVersion));
		var backported = release.isBackported()
				|| stated.filter(name -> ENTERPRISE_LINUX.matcher(name).matches()).isPresent();
		return new Kernel(family(os, release), stated, upstream, backported);
	}

	/** Which system calls a kernel answers is never guessed: a release has to say it. */
	private KernelFamily family(OsClause os, OsReleaseDeclaration release) {
		return Optional.ofNullable(release.getFamily()).flatMap(KernelFamily::ofPlatform).orElseGet(() -> {
			remarks.add("VCD103", Severity.ERROR, ranges.of(os, OS_CLAUSE__RELEASE, 0),
					"The release '%s' does not say which family its kernel is of. Write 'family' and one of %s in its 'os'.".formatted(
							release.getName(), Arrays.stream(KernelFamily.values()).map(KernelFamily::platformName)
									.collect(Collectors.joining(", "))),
					release.getName());
			return KernelFamily.LINUX;
		});
	}

	/**
	 * The upstream version that a kernel's release tells: a distribution's own name tells major and minor, because what stands behind
	 * them counts the distribution's builds ({@code 6.1.0-28} is no 6.1.0).
	 */
	private static Version upstreamOf(String release) {
		var parts = KERNEL_RELEASE.matcher(release);
		if (!parts.matches()) {
			throw new ValueException("'%s' is not a kernel version. Write what 'uname -r' answers, for instance 6.1.0-28."
					.formatted(release));
		}
		var version = Version.parse(parts.group(1)).orElseThrow();
		return parts.group(2) == null ? version : version.known(MAJOR_AND_MINOR);
	}

	static Version exactVersion(String text) {
		return Version.parse(text).orElseThrow(() -> new ValueException(
				"'%s' is not a version. Write numbers with dots between, for instance 6.1.119.".formatted(text)));
	}

	ContainerEngine engine(EngineClause engine) {
		return new ContainerEngine(engine.getKind().getName(), Optional.ofNullable(engine.getVersion()),
				ranges.of(engine, ENGINE_CLAUSE__KIND, 0));
	}

	Hypervisor hypervisor(HypervisorClause hypervisor) {
		return new Hypervisor(hypervisor.getKind().getName(), Optional.ofNullable(hypervisor.getVersion()),
				overcommit(hypervisor, false), overcommit(hypervisor, true),
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
