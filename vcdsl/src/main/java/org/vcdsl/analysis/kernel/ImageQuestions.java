package org.vcdsl.analysis.kernel;

import static org.vcdsl.analysis.kernel.RequirementQuestions.restingOnRelease;
import static org.vcdsl.analysis.kernel.RequirementQuestions.unstatedSystem;
import static org.vcdsl.analysis.kernel.catalogue.Answer.PLATFORM;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.FAILS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.RUNS;
import static org.vcdsl.analysis.kernel.catalogue.Verdict.UNKNOWN;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.VendorSupport;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Version;

/**
 * The questions that an image raises by what it is: what it is built for, and what the release it is made from brings.
 *
 * <p>What nobody stated of a host's CPU asks nothing, since it is the same almost everywhere. Where the catalogue does not know what it
 * would take, nothing is asked either; where something known speaks against an image, be it not certain, the answer is unknown.
 */
final class ImageQuestions {

	/** Instruction sets that CPUs of another architecture may run as well (OCI image specification, names of Go's GOARCH). */
	private static final Map<String, String> ALSO_RUN_ON = Map.of("386", "amd64", "arm", "arm64");
	private static final int BUILD_PARTS = 3;

	private final Catalogue catalogue;
	private final Systems systems;

	ImageQuestions(Catalogue catalogue, Systems systems) {
		this.catalogue = catalogue;
		this.systems = systems;
	}

	Stream<Question> of(Asker asker, Image image) {
		var questions = new ArrayList<Question>();
		if (!image.platforms().isEmpty()) {
			var text = "platform " + image.platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
			questions.add(question(Kind.KERNEL_FAMILY, text, image, environment -> Optional.of(family(asker, image, environment))));
			questions.add(question(Kind.CPU_ARCHITECTURE, text, image, environment -> architecture(asker, image, environment)));
		}
		var base = image.base().flatMap(catalogue::release);
		if (!asker.hasKernelBetween()) {
			libc(image, base).ifPresent(libc -> questions.add(question(Kind.LIBC, libc.label(), image,
					environment -> software(libc, asker, environment))));
			init(asker, image, base).ifPresent(init -> questions.add(question(Kind.INIT, init.label(), image,
					environment -> software(init, asker, environment))));
		}
		base.ifPresent(release -> questions.add(release.family().filter(KernelFamily.WINDOWS::equals).isPresent()
				? question(Kind.WINDOWS_BUILD, "from " + release.name(), image, environment -> windows(release, asker, environment))
				: question(Kind.VENDOR_SUPPORT, "from " + release.name(), image, environment -> vendor(release, asker, environment))));
		return questions.stream();
	}

	private static Question question(Kind kind, String text, Image image, Function<Environment, Optional<Answer>> ask) {
		return new Question(kind, text, image.source(), Optional.of(image.name()), ask);
	}

	// --- what it is built for ---------------------------------------------------------------------------------------------

	private static Answer family(Asker asker, Image image, Environment environment) {
		var brought = asker.isolation().filter(Isolation::bringsKernel);
		var family = familyIn(asker, environment);
		if (family.isEmpty()) {
			return unstatedSystem(environment);
		}
		var verdict = isBuiltFor(image, family.get()) ? RUNS : FAILS;
		return brought.map(isolation -> Answer.of(verdict,
				"isolation %s brings a %s kernel".formatted(isolation.label(), family.get().platformName())))
				.orElseGet(() -> restingOnRelease(verdict, "'%s' runs %s, a %s kernel".formatted(PLATFORM, environment.systemName(),
						family.get().platformName()), environment));
	}

	private static Optional<KernelFamily> familyIn(Asker asker, Environment environment) {
		return asker.isolation().filter(Isolation::bringsKernel)
				.map(isolation -> isolation == Isolation.HYPERV ? KernelFamily.WINDOWS : KernelFamily.LINUX)
				.or(() -> environment.kernel().map(kernel -> kernel.family()));
	}

	private static boolean isBuiltFor(Image image, KernelFamily family) {
		return image.platforms().stream().anyMatch(built -> built.operatingSystem().equals(family.platformName()));
	}

	/** Does not arise where the family is wrong already, or where nobody stated either. */
	private static Optional<Answer> architecture(Asker asker, Image image, Environment environment) {
		var built = familyIn(asker, environment).stream().flatMap(family -> image.platforms().stream()
				.filter(platform -> platform.operatingSystem().equals(family.platformName()))).map(Platform::architecture).toList();
		if (built.isEmpty()) {
			return Optional.empty();
		}
		return environment.architecture().map(offered -> {
			var reason = "the CPU of '%s' is %s".formatted(PLATFORM, offered);
			if (built.contains(offered)) {
				return Answer.of(RUNS, reason);
			}
			return built.stream().anyMatch(wanted -> offered.equals(ALSO_RUN_ON.get(wanted)))
					? Answer.of(UNKNOWN, reason + ", which may or may not run the older instructions, too") : Answer.of(FAILS, reason);
		});
	}

	// --- what it brings ---------------------------------------------------------------------------------------------------

	/**
	 * A part of an image that meets the kernel below.
	 *
	 * @param isCertain whether it was stated, or read in a document
	 */
	private record Part(SoftwareKind kind, Software software, boolean isCertain) {

		String label() {
			return (kind == SoftwareKind.LIBC ? "libc " : "init ") + software.label();
		}
	}

	private static Optional<Part> libc(Image image, Optional<ReleaseFacts> base) {
		return image.libc().map(stated -> new Part(SoftwareKind.LIBC, stated, true)).or(() -> base.flatMap(release -> release.libc()
				.map(brought -> new Part(SoftwareKind.LIBC, brought, release.provenance().isVerified("libc")))));
	}

	/** An application container starts none unless its image says so. */
	private static Optional<Part> init(Asker asker, Image image, Optional<ReleaseFacts> base) {
		return image.init().map(stated -> new Part(SoftwareKind.INIT, stated, true))
				.or(() -> base.filter(release -> asker.isSystem()).flatMap(release -> release.init()
						.map(brought -> new Part(SoftwareKind.INIT, brought, release.provenance().isVerified("init")))));
	}

	private Optional<Answer> software(Part part, Asker asker, Environment environment) {
		return catalogue.software(part.kind(), part.software().kind())
				.flatMap(facts -> systems.needs(environment).flatMap(needs -> {
					var engine = asker.engineIn(environment);
					var profile = engine.filter(own -> !asker.isPrivileged())
							.flatMap(own -> catalogue.software(SoftwareKind.ENGINE, own.name())).flatMap(catalogue::profileOf);
					return needs.inImage(facts, version(part.software().version()), profile,
							engine.map(ContainerEngine::version).flatMap(ImageQuestions::version)).stream()
							.filter(answer -> answer.verdict() == RUNS || answer.speaksAgainst()).max(Answer.BY_WEIGHT);
				})).map(answer -> part.isCertain() ? answer : answer.doubted());
	}

	private static Optional<Version> version(Optional<String> text) {
		return text.flatMap(Version::parse);
	}

	// --- what it is made from ---------------------------------------------------------------------------------------------

	/** A Windows image against the build below; the process isolation of Windows Server is what it starts with unless told otherwise. */
	private Optional<Answer> windows(ReleaseFacts base, Asker asker, Environment environment) {
		var host = systems.release(environment).filter(release -> release.family().filter(KernelFamily.WINDOWS::equals).isPresent());
		if (host.isEmpty()) {
			return Optional.empty();
		}
		var isolation = asker.isolation().orElse(Isolation.PROCESS);
		var reason = "'%s' runs %s (%s)".formatted(PLATFORM, environment.systemName(), environment.kernel().orElseThrow().label());
		return Optional.of(catalogue.matrixOf(host.get()).flatMap(matrix -> VendorSupport.image(host.get(), matrix, base.name(), isolation))
				.map(answer -> answer.because(answer.reason()).advising(windowsRemedy(host.get(), base, isolation, environment)))
				.orElseGet(() -> Answer.of(isolation == Isolation.PROCESS && isSameBuild(base, environment) ? RUNS : UNKNOWN,
						reason + ", and no table of the vendor speaks of such an image there")));
	}

	/** What the same table supports there instead, with all that it takes. */
	private Optional<String> windowsRemedy(ReleaseFacts host, ReleaseFacts base, Isolation isolation, Environment environment) {
		var remedies = new ArrayList<String>();
		if (isSupported(host, host, isolation)) {
			remedies.add("make the image from " + host.name());
		}
		if (isolation == Isolation.PROCESS && isSupported(host, base, Isolation.HYPERV)) {
			remedies.add("write 'isolation hyperv'" + (environment.hypervisor().equals(Optional.of("hyperv")) ? ""
					: " and give '%s' the 'hypervisor hyperv'".formatted(PLATFORM)));
		}
		return remedies.isEmpty() ? Optional.empty() : Optional.of(String.join(", or ", remedies));
	}

	private boolean isSupported(ReleaseFacts host, ReleaseFacts base, Isolation isolation) {
		return catalogue.matrixOf(host).flatMap(matrix -> VendorSupport.image(host, matrix, base.name(), isolation))
				.filter(answer -> answer.verdict() == RUNS).isPresent();
	}

	/** By process isolation the builds have to be equal, unless the vendor says otherwise. */
	private static boolean isSameBuild(ReleaseFacts base, Environment environment) {
		var below = environment.kernel().flatMap(kernel -> kernel.upstream()).map(version -> version.known(BUILD_PARTS));
		return below.isPresent() && base.kernel().map(version -> version.known(BUILD_PARTS)).equals(below);
	}

	/** What the vendor of the system below says of it. */
	private Optional<Answer> vendor(ReleaseFacts base, Asker asker, Environment environment) {
		if (asker.hasKernelBetween()) {
			return Optional.empty();
		}
		return systems.release(environment)
				.flatMap(host -> catalogue.matrixOf(host)
						.flatMap(matrix -> VendorSupport.image(host, matrix, base.name(), asker.isolation().orElse(Isolation.PROCESS))))
				.map(answer -> answer.because("'%s' runs %s, and %s".formatted(PLATFORM, environment.systemName(), answer.reason())));
	}
}
