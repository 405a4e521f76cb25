package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.FACT_BLOCK__KEY;
import static org.vcdsl.vcd.VcdPackage.Literals.FACT_BLOCK__VALUES;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE__CGROUP;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE__FAMILY;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE__KERNEL;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.conversion.Quantities;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.CatalogueFact;
import org.vcdsl.facts.CpuFacts;
import org.vcdsl.facts.FeatureFacts;
import org.vcdsl.facts.KernelBuilds;
import org.vcdsl.facts.KernelBuilds.CarriedFeature;
import org.vcdsl.facts.KernelConfiguration;
import org.vcdsl.facts.MigrationConstraint;
import org.vcdsl.facts.Provenance;
import org.vcdsl.facts.PublishedFigures;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.facts.ReleaseSpan;
import org.vcdsl.facts.SeccompProfile;
import org.vcdsl.facts.SoftwareCase;
import org.vcdsl.facts.SoftwareFacts;
import org.vcdsl.facts.SoftwareKind;
import org.vcdsl.facts.SoftwareRequirement;
import org.vcdsl.facts.SupportMatrix;
import org.vcdsl.facts.VersionRange;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.vcd.CatalogueEntry;
import org.vcdsl.vcd.ComponentKind;
import org.vcdsl.vcd.CpuModel;
import org.vcdsl.vcd.EngineKind;
import org.vcdsl.vcd.FactBlock;
import org.vcdsl.vcd.FactClause;
import org.vcdsl.vcd.FigureSet;
import org.vcdsl.vcd.HypervisorKind;
import org.vcdsl.vcd.InitKind;
import org.vcdsl.vcd.KernelFeature;
import org.vcdsl.vcd.LibcKind;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.OrchestratorKind;
import org.vcdsl.vcd.OsRelease;
import org.vcdsl.vcd.RuntimeKind;

/** Turns entries of the catalogue, shipped or an architect's own, into facts; what cannot be read is a finding at its place. */
public final class FactsResolver {

	private static final Set<String> OPTION_VALUES = Set.of("y", "m", "n", "absent");
	private static final String NEVER = "never";
	/** Keys behind which a release names what matters where it runs on a host, or in a machine. */
	private static final Set<String> OF_HOSTS = Set.of("configuration", "matrix");
	/** Keys behind which a release names what it brings into an image. */
	private static final Set<String> OF_IMAGES = Set.of("libc", "init");
	/** The key behind which a release names what its vendor makes of kernels. */
	private static final String BUILDS = "builds";

	private final SourceRanges ranges;
	private final Remarks remarks;
	/** What many entries name is read once. */
	private final Map<NamedDeclaration, Optional<CatalogueFact>> known = new IdentityHashMap<>();

	FactsResolver(SourceRanges ranges, Remarks remarks) {
		this.ranges = ranges;
		this.remarks = remarks;
	}

	/**
	 * The facts of some entries and of all entries that these name, and so on; an engine brings the features it needs. Entries that
	 * have errors, or are none, are left out. Linear in what is found.
	 */
	public static Catalogue catalogue(Collection<? extends NamedDeclaration> entries, SourceRanges ranges) {
		return new FactsResolver(ranges, new Remarks(ranges)).catalogue(entries);
	}

	Catalogue catalogue(Collection<? extends NamedDeclaration> entries) {
		var waiting = new ArrayDeque<NamedDeclaration>(entries);
		var seen = new HashSet<NamedDeclaration>();
		var facts = new ArrayList<CatalogueFact>();
		while (!waiting.isEmpty()) {
			var entry = waiting.pop();
			if (seen.add(entry)) {
				facts(entry).ifPresent(facts::add);
				named(entry).forEach(waiting::add);
			}
		}
		return Catalogue.of(facts);
	}

	/**
	 * The facts of some entries and of those of their parts that verdicts on a topology which names them may rest on: what a release is
	 * configured with, brings and supports, and what software always needs. Everything else is not even read.
	 */
	Catalogue decisive(NamedEntries entries) {
		var waiting = new ArrayDeque<NamedDeclaration>(entries.all());
		var seen = new HashSet<NamedDeclaration>();
		var facts = new ArrayList<CatalogueFact>();
		while (!waiting.isEmpty()) {
			var entry = waiting.pop();
			if (seen.add(entry)) {
				facts(entry).ifPresent(facts::add);
				parts(entry, entries).flatMap(clause -> clause.getTargets().stream()).filter(target -> !target.eIsProxy()).forEach(waiting::add);
			}
		}
		return Catalogue.of(facts);
	}

	private static Stream<FactClause> parts(NamedDeclaration entry, NamedEntries entries) {
		return switch (entry) {
			case OsRelease release -> release.getFacts().stream().filter(clause -> OF_HOSTS.contains(clause.getKey())
					|| entries.isBase(release) && OF_IMAGES.contains(clause.getKey())
					|| entries.mattersWhoBuilt(release) && clause.getKey().equals(BUILDS));
			case CatalogueEntry other when other.getBody() != null -> Stream.concat(
					other.getBody().getFacts().stream().filter(clause -> clause.getKey().equals("seccomp") && entries.bringsLibrary()),
					other.getBody().getBlocks().stream()
							.filter(block -> !block.getValues().isEmpty() && SoftwareRequirement.ALWAYS.contains(block.getValues().getFirst()))
							.flatMap(block -> block.getFacts().stream()).filter(clause -> clause.getKey().equals("feature")));
			default -> Stream.empty();
		};
	}

	/** The entries that an entry names. */
	private static Stream<NamedDeclaration> named(NamedDeclaration entry) {
		var clauses = switch (entry) {
			case OsRelease release -> release.getFacts().stream();
			case CatalogueEntry other when other.getBody() != null -> Stream.concat(other.getBody().getFacts().stream(),
					other.getBody().getBlocks().stream().flatMap(block -> block.getFacts().stream()));
			default -> Stream.<FactClause>empty();
		};
		return clauses.flatMap(clause -> clause.getTargets().stream()).filter(target -> !target.eIsProxy());
	}

	/** What an entry says; empty for what is no entry of the catalogue. */
	Optional<CatalogueFact> facts(NamedDeclaration entry) {
		return known.computeIfAbsent(entry, this::read);
	}

	private Optional<CatalogueFact> read(NamedDeclaration entry) {
		return Optional.ofNullable(switch (entry) {
			case OsRelease release -> release(release);
			case CatalogueEntry other -> other(other);
			default -> null;
		});
	}

	private CatalogueFact other(CatalogueEntry entry) {
		return switch (entry) {
			case org.vcdsl.vcd.KernelConfiguration configuration -> configuration(configuration);
			case org.vcdsl.vcd.KernelBuilds builds -> builds(builds);
			case KernelFeature feature -> feature(feature);
			case EngineKind engine -> software(engine, SoftwareKind.ENGINE);
			case RuntimeKind runtime -> software(runtime, SoftwareKind.RUNTIME);
			case HypervisorKind hypervisor -> software(hypervisor, SoftwareKind.HYPERVISOR);
			case OrchestratorKind orchestrator -> software(orchestrator, SoftwareKind.ORCHESTRATOR);
			case LibcKind libc -> software(libc, SoftwareKind.LIBC);
			case InitKind init -> software(init, SoftwareKind.INIT);
			case ComponentKind component -> software(component, SoftwareKind.COMPONENT);
			case org.vcdsl.vcd.SeccompProfile profile -> profile(profile);
			case org.vcdsl.vcd.SupportMatrix matrix -> matrix(matrix);
			case org.vcdsl.vcd.MigrationConstraint migration -> migration(migration);
			case FigureSet figures -> figures(figures);
			case CpuModel cpu -> cpu(cpu);
			default -> throw new IllegalStateException("An entry the grammar does not know: " + entry);
		};
	}

	private FactClauses clauses(CatalogueEntry entry) {
		return clauses(entry.getBody() == null ? List.of() : entry.getBody().getFacts());
	}

	private FactClauses clauses(List<FactClause> clauses) {
		return new FactClauses(clauses, ranges, remarks);
	}

	/** The blocks with one of these keys; any other is a finding. */
	private List<FactBlock> blocks(CatalogueEntry entry, String kind, String... keys) {
		if (entry.getBody() == null) {
			return List.of();
		}
		var allowed = Set.of(keys);
		entry.getBody().getBlocks().stream().filter(block -> !allowed.contains(block.getKey())).forEach(block -> remarks.add("VCD103",
				Severity.ERROR, ranges.of(block, FACT_BLOCK__KEY, 0), "'%s' says nothing about %s.".formatted(block.getKey(), kind)));
		return entry.getBody().getBlocks().stream().filter(block -> allowed.contains(block.getKey())).toList();
	}

	// --- releases and their kernels ---------------------------------------------------------------------------------------

	private ReleaseFacts release(OsRelease release) {
		var clauses = clauses(release.getFacts()).allowing("a release", "title", "role", "flavour", "configuration", BUILDS, "matrix",
				"libc", "init", "architecture", "released", "supported", "extended");
		var provenance = new Provenance(release.getSources(), clauses.provenance().unverified(), clauses.provenance().notes());
		return new ReleaseFacts(release.getName(), clauses.text("title"), clauses.text("role"),
				remarks.read(release, OS_RELEASE__FAMILY, FactsResolver::family),
				remarks.read(release, OS_RELEASE__KERNEL, SystemResolver::exactVersion), release.isBackported(),
				clauses.texts("flavour").stream().map(this::flavour).toList(), clauses.target("configuration"),
				clauses.target(BUILDS), clauses.target("matrix"), clauses.software("libc"), clauses.software("init"),
				remarks.read(release, OS_RELEASE__CGROUP, SystemResolver::cgroup), clauses.texts("architecture"),
				clauses.date("released"), clauses.date("supported"), clauses.date("extended"), provenance);
	}

	static KernelFamily family(String text) {
		return KernelFamily.ofPlatform(text).orElseThrow(() -> new ValueException("'%s' is not a family of kernels. Write one of %s."
				.formatted(text, Arrays.stream(KernelFamily.values()).map(KernelFamily::platformName).collect(Collectors.joining(", ")))));
	}

	private ReleaseFacts.Flavour flavour(String text) {
		var words = text.split(" ", 2);
		return new ReleaseFacts.Flavour(words[0],
				words.length == 1 ? Optional.empty() : org.vcdsl.topology.Version.parse(words[1]));
	}

	private KernelConfiguration configuration(org.vcdsl.vcd.KernelConfiguration entry) {
		var clauses = clauses(entry).allowing("a configuration", "kernel", "architecture", "options");
		var values = new LinkedHashMap<String, String>();
		clauses.all("options").forEach(clause -> {
			for (var i = 0; i < clause.getValues().size(); i++) {
				clauses.read(clause, i, FactsResolver::optionValue).ifPresent(option -> values.put(option[0], option[1]));
			}
		});
		return new KernelConfiguration(entry.getName(), clauses.text("kernel"), clauses.text("architecture"), values,
				clauses.provenance());
	}

	private KernelBuilds builds(org.vcdsl.vcd.KernelBuilds entry) {
		var clauses = clauses(entry).allowing("the builds of a kernel", "release", "carries");
		var upstream = new LinkedHashMap<String, ReleaseSpan>();
		clauses.all("release").forEach(clause -> clauses.read(clause, 1, FactClauses::parseUpstream)
				.ifPresent(span -> upstream.put(clause.getValues().getFirst(), span)));
		var carried = clauses.all("carries").flatMap(clause -> FactClauses.targets(clause).map(feature -> new CarriedFeature(feature,
				clause.getValues().isEmpty() ? Optional.empty() : clauses.read(clause, 0, FactsResolver::numbers)))).toList();
		return new KernelBuilds(entry.getName(), upstream, carried, clauses.provenance());
	}

	private static org.vcdsl.topology.Version numbers(String release) {
		return KernelBuilds.numbers(release).orElseThrow(
				() -> new ValueException("'%s' is no kernel. Write what 'uname -r' answers, for instance 4.18.0-477.".formatted(release)));
	}

	private static String[] optionValue(String text) {
		var option = text.split(" ");
		if (option.length != 2 || !OPTION_VALUES.contains(option[1])) {
			throw new ValueException(
					"'%s' is not an option with its value. Write y for built in, m for a module, n for left out or absent.".formatted(text));
		}
		return option;
	}

	private FeatureFacts feature(KernelFeature feature) {
		var clauses = clauses(feature).allowing("a feature", "category", "since", "options", "privilege", "for");
		return new FeatureFacts(feature.getName(), clauses.text("category"), clauses.version("since"), clauses.texts("options"),
				clauses.text("privilege"), clauses.texts("for"), clauses.provenance());
	}

	// --- software ---------------------------------------------------------------------------------------------------------

	private SoftwareFacts software(CatalogueEntry entry, SoftwareKind kind) {
		var words = (kind == SoftwareKind.ENGINE || kind == SoftwareKind.ORCHESTRATOR || kind == SoftwareKind.INIT ? "an " : "a ")
				+ kind.name().toLowerCase(Locale.ROOT);
		var clauses = clauses(entry).allowing(words, "title", "type", "platform", "architecture", "live", "snapshots", "nested",
				"microvm", "memory", "boot", "seccomp");
		var blocks = blocks(entry, words, "requires", "case");
		return new SoftwareFacts(kind, entry.getName(), clauses.text("title"), clauses.texts("architecture"),
				new SoftwareFacts.Traits(clauses.text("type"), clauses.text("platform"), clauses.text("live"), clauses.text("snapshots"),
						clauses.text("nested"), clauses.text("microvm"), clauses.text("memory"), clauses.text("boot")),
				clauses.target("seccomp"),
				blocks.stream().filter(block -> block.getKey().equals("requires")).map(this::requirement).toList(),
				blocks.stream().filter(block -> block.getKey().equals("case")).map(this::softwareCase).toList(),
				clauses.provenance());
	}

	private SoftwareRequirement requirement(FactBlock block) {
		var clauses = clauses(block.getFacts()).allowing("a requirement", "for", "of", "kernel", "advised", "build", "feature",
				"optional", "cgroup", "architecture");
		return new SoftwareRequirement(block.getValues().getFirst(), versions(clauses), clauses.bound("kernel"),
				clauses.bound("advised"), clauses.version("build"), clauses.targets("feature"), clauses.targets("optional"),
				clauses.all("cgroup").flatMap(clause -> clause.getValues().stream()).map(FactsResolver::cgroupSupport)
						.flatMap(Optional::stream).toList(),
				clauses.texts("architecture"), clauses.provenance());
	}

	private static Optional<SoftwareRequirement.CgroupSupport> cgroupSupport(String text) {
		var words = text.split(" ", 2);
		return words[0].equals("1") || words[0].equals("2")
				? Optional.of(new SoftwareRequirement.CgroupSupport(Integer.parseInt(words[0]),
						words.length == 1 ? Optional.empty() : Optional.of(words[1])))
				: Optional.empty();
	}

	private SoftwareCase softwareCase(FactBlock block) {
		var clauses = clauses(block.getFacts()).allowing("a case", "for", "of", "architecture", "kernel", "advised", "cgroup", "syscall", "options",
				"when", "symptom", "remedy");
		var cgroups = new HashSet<CgroupHierarchy>();
		clauses.all("cgroup").forEach(clause -> {
			for (var i = 0; i < clause.getValues().size(); i++) {
				clauses.read(clause, i, SystemResolver::cgroup).ifPresent(cgroups::add);
			}
		});
		return new SoftwareCase(block.getValues().getFirst(), versions(clauses), clauses.texts("architecture"),
				clauses.bound("kernel"), clauses.bound("advised"), cgroups, clauses.texts("syscall"), clauses.texts("options"), clauses.text("when"),
				clauses.text("symptom"), clauses.text("remedy"), clauses.provenance());
	}

	private static VersionRange versions(FactClauses clauses) {
		return new VersionRange(clauses.bounds("for"), clauses.text("of"));
	}

	// --- profiles, matrices, migration, figures, CPUs ---------------------------------------------------------------------

	private SeccompProfile profile(org.vcdsl.vcd.SeccompProfile entry) {
		var clauses = clauses(entry).allowing("a seccomp profile", "engine", "checked", "syscall");
		var calls = new LinkedHashMap<String, List<ReleaseSpan>>();
		clauses.all("syscall").forEach(clause -> {
			var spans = new ArrayList<ReleaseSpan>();
			for (var i = 1; i < clause.getValues().size(); i++) {
				if (!clause.getValues().get(i).equals(NEVER)) {
					clauses.read(clause, i, FactClauses::parseSpan).ifPresent(spans::add);
				}
			}
			calls.put(clause.getValues().getFirst(), List.copyOf(spans));
		});
		return new SeccompProfile(entry.getName(), clauses.target("engine"), clauses.read("checked", 0, FactClauses::parseSpan), calls,
				clauses.provenance());
	}

	private SupportMatrix matrix(org.vcdsl.vcd.SupportMatrix entry) {
		return new SupportMatrix(entry.getName(),
				blocks(entry, "a matrix", "image").stream().map(this::supportedImage).flatMap(Optional::stream).toList(),
				clauses(entry).allowing("a matrix").provenance());
	}

	private Optional<SupportMatrix.SupportedImage> supportedImage(FactBlock block) {
		var clauses = clauses(block.getFacts()).allowing("an image on a host", "isolation", "is", "derived", "tier", "build");
		if (!clauses.has("is")) {
			remarks.add("VCD103", Severity.ERROR, ranges.of(block, FACT_BLOCK__VALUES, 0),
					"Nothing says whether the image is supported. Write 'is supported', 'is unsupported' or 'is unknown'.");
		}
		return clauses.read("is", 0, FactsResolver::answer).map(answer -> new SupportMatrix.SupportedImage(block.getValues().getFirst(),
				block.getValues().getLast(), clauses.text("isolation").map(kind -> Isolation.valueOf(kind.toUpperCase(Locale.ROOT))),
				answer, clauses.has("derived"),
				clauses.read("tier", 0, text -> Quantities.parseInt(text, 1, Integer.MAX_VALUE)).map(OptionalInt::of)
						.orElseGet(OptionalInt::empty),
				clauses.texts("tier").stream().skip(1).findFirst(), clauses.version("build"),
				clauses.read("build", 1, SystemResolver::exactVersion), clauses.provenance()));
	}

	private static SupportMatrix.Answer answer(String text) {
		return Arrays.stream(SupportMatrix.Answer.values()).filter(answer -> answer.name().toLowerCase(Locale.ROOT).equals(text))
				.findFirst().orElseThrow(() -> new ValueException(
						"'%s' is not what a vendor says. Write supported, unsupported or unknown.".formatted(text)));
	}

	private MigrationConstraint migration(org.vcdsl.vcd.MigrationConstraint entry) {
		var clauses = clauses(entry).allowing("a migration constraint", "for", "migrate", "severity", "title", "fields");
		return new MigrationConstraint(entry.getName(), clauses.texts("for"), clauses.texts("migrate"), clauses.text("severity"),
				clauses.text("title"), clauses.texts("fields"), clauses.provenance());
	}

	private PublishedFigures figures(FigureSet entry) {
		return new PublishedFigures(entry.getName(), blocks(entry, "figures", "of").stream().map(this::figure).toList(),
				clauses(entry).allowing("figures").provenance());
	}

	private PublishedFigures.Figure figure(FactBlock block) {
		var clauses = clauses(block.getFacts()).allowing("a figure", "when");
		var values = block.getValues();
		return new PublishedFigures.Figure(values.getFirst(),
				values.size() < 2 ? Optional.empty() : remarks.read(block, FACT_BLOCK__VALUES, 1, values.get(1), FactsResolver::decimal),
				values.size() < 3 ? Optional.empty() : Optional.of(values.get(2)), clauses.text("when"), clauses.provenance());
	}

	private static BigDecimal decimal(String text) {
		try {
			return new BigDecimal(text);
		} catch (NumberFormatException wrong) {
			throw new ValueException("'%s' is not a number.".formatted(text));
		}
	}

	private CpuFacts cpu(CpuModel entry) {
		var clauses = clauses(entry).allowing("a CPU model", "architecture", "level", "from", "flags");
		return new CpuFacts(entry.getName(), clauses.text("architecture"), clauses.has("level"), clauses.target("from"),
				clauses.texts("flags"), clauses.provenance());
	}
}
