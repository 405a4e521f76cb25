package org.vcdsl.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.xtext.resource.XtextResourceSet;
import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.CatalogueFact;
import org.vcdsl.facts.CpuFacts;
import org.vcdsl.facts.FeatureFacts;
import org.vcdsl.facts.KernelBuilds;
import org.vcdsl.facts.KernelConfiguration;
import org.vcdsl.facts.MigrationConstraint;
import org.vcdsl.facts.PublishedFigures;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.facts.SeccompProfile;
import org.vcdsl.facts.SoftwareFacts;
import org.vcdsl.facts.SupportMatrix;
import org.vcdsl.resolve.FactsResolver;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;

/**
 * Every row of the tables decides something: without it some verdict is another one. The rows of which this is not true stand in a
 * list with the reason why.
 */
class CatalogueRowsTest {

	private static final String UNUSED = "vcdsl/catalog/unused-rows.txt";

	/** By table, what will use its rows that decide nothing yet. */
	private static final Map<String, String> REASONS = new LinkedHashMap<>();

	static {
		REASONS.put("os-releases", "Neither a verified kernel, control groups nor an end of support: known by name and family only.");
		REASONS.put("kernel-config-samples", "Options of a kernel that no release of the tables has: an architect's own release may.");
		REASONS.put("kernel-features", "Features of which the first version is not known.");
		REASONS.put("runtime-requirements",
				"Rows whose condition is in words, or that say the same as another row: rules about engines will print their notes.");
		REASONS.put("hypervisors", "Abilities of hypervisors: rules about migration and nesting will ask for them.");
		REASONS.put("libc-requirements",
				"Cases that turn on an option, a CPU, a library of the host or a program that no model states: rules about images will.");
		REASONS.put("seccomp-default-profile",
				"Calls that no known case of a C library turns on: asked once an image can require a system call.");
		REASONS.put("windows-container-compat", "Hosts that the tables have no release for: desktop systems.");
		REASONS.put("rhel-container-compat", "");
		REASONS.put("migration-constraints", "Rules about migration will judge by them.");
		REASONS.put("container-vs-vm-figures", "Reports that compare containers with virtual machines will print them.");
	}

	private final CatalogueData data = CatalogueData.read();
	private final Map<String, String> entries = texts(data);
	private final Catalogue whole = CatalogueFacts.all();
	/** Shared, so that what entries name is loaded once. */
	private final XtextResourceSet resources = CatalogueFiles.resourceSet();
	private final VerdictProbes probes = new VerdictProbes(whole);
	private final Map<CatalogueFact, Map<String, String>> verdictsOfWhole = new HashMap<>();
	private final Map<String, CatalogueFact> facts = whole.all().collect(Collectors.toMap(CatalogueRowsTest::label, fact -> fact));

	@Test
	void everyRowDecidesSomethingOrIsListed() throws IOException {
		var unused = data.rows().filter(row -> !decides(row)).toList();

		var list = print(unused);
		if (Boolean.getBoolean("vcdsl.update")) {
			Files.writeString(Project.path(UNUSED), list);
		}
		assertThat(Project.path(UNUSED)).as("rows without which every verdict stays the same; rewrite with -Dvcdsl.update=true").exists()
				.hasContent(list);
	}

	/** Whether a verdict changes when a row is taken away. */
	private boolean decides(Row row) {
		var without = texts(data.without(row));
		var changed = new LinkedHashSet<String>(entries.keySet());
		changed.removeIf(name -> entries.get(name).equals(without.get(name)));
		assertThat(changed).as("entries that a row is printed in: " + row).isNotEmpty();
		var before = changed.stream().map(facts::get).collect(Collectors.toCollection(LinkedHashSet::new));
		var after = replace(changed, without);
		return before.stream().anyMatch(fact -> !verdicts(whole, fact).equals(probes.verdicts(after, Set.of(fact))));
	}

	private Map<String, String> verdicts(Catalogue catalogue, CatalogueFact fact) {
		return verdictsOfWhole.computeIfAbsent(fact, about -> probes.verdicts(catalogue, Set.of(about)));
	}

	private Catalogue replace(Set<String> changed, Map<String, String> without) {
		var rest = new ArrayList<CatalogueFact>();
		facts.forEach((name, fact) -> {
			if (!changed.contains(name)) {
				rest.add(fact);
			} else if (without.containsKey(name)) {
				rest.add(read(name, without.get(name)));
			}
		});
		return Catalogue.of(rest);
	}

	private CatalogueFact read(String name, String text) {
		var resource = CatalogueFiles.parse(resources, "entry.vcd", "package vcd.catalog\n" + text);
		assertThat(resource.getErrors()).isEmpty();
		var entry = (NamedDeclaration) ((VcdFile) resource.getContents().getFirst()).getItems().getFirst();
		var fact = FactsResolver.catalogue(List.of(entry), CatalogueFacts.ranges()).all().filter(read -> label(read).equals(name))
				.findFirst().orElseThrow();
		resources.getResources().remove(resource);
		return fact;
	}

	/** Texts of all printed entries by keyword and name. */
	private static Map<String, String> texts(CatalogueData data) {
		return CataloguePrinter.entries(data).stream()
				.collect(Collectors.toMap(PrintedEntry::name, PrintedEntry::text, (one, other) -> one, LinkedHashMap::new));
	}

	/** As the entry begins: {@code os Debian 12}. */
	private static String label(CatalogueFact fact) {
		return switch (fact) {
			case ReleaseFacts release -> "os ";
			case KernelConfiguration configuration -> "configuration ";
			case KernelBuilds builds -> "builds ";
			case FeatureFacts feature -> "feature ";
			case SoftwareFacts software -> software.kind().name().toLowerCase(Locale.ROOT) + " ";
			case SeccompProfile profile -> "seccomp ";
			case SupportMatrix matrix -> "matrix ";
			case MigrationConstraint migration -> "migration ";
			case PublishedFigures figures -> "figure ";
			case CpuFacts cpu -> "model ";
		} + fact.name();
	}

	private static String print(List<Row> unused) {
		var text = new StringBuilder("# Rows of the tables without which every verdict stays the same, and what will use them.\n"
				+ "# Printed by CatalogueRowsTest.\n");
		unused.stream().collect(Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList())).forEach((table, rows) -> {
			text.append("\n# ").append(table).append(": ").append(REASONS.get(table)).append('\n');
			rows.forEach(row -> text.append(table).append('\t').append(row.label()).append('\n'));
		});
		return text.toString();
	}
}
