package org.vcdsl.catalog;

import static org.vcdsl.catalog.Block.key;
import static org.vcdsl.catalog.Block.name;
import static org.vcdsl.catalog.Block.names;
import static org.vcdsl.catalog.Block.quoted;
import static org.vcdsl.catalog.Block.quotedAll;
import static org.vcdsl.catalog.Block.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the tables as the catalogue's files, entry after entry in the order of the tables. */
final class CataloguePrinter {

	/** What the printed files are about, in their first lines. */
	private static final Map<String, String> FILES = new LinkedHashMap<>();

	static {
		FILES.put("os.vcd", "Operating system releases: their kernel, C library, init system and cgroup default, and how long they are supported.");
		FILES.put("configurations.vcd", "How kernels of distributions were configured.");
		FILES.put("builds.vcd", "What distributions call their kernels, the upstream versions they made them from, and what they carry back.");
		FILES.put("features.vcd", "What kernels can do, since which upstream version, and which options it takes.");
		FILES.put("engines.vcd", "Container engines and what they need.");
		FILES.put("runtimes.vcd", "What starts a container or a microVM below an engine.");
		FILES.put("hypervisors.vcd", "Hypervisors.");
		FILES.put("orchestrators.vcd", "Orchestrators and what they need.");
		FILES.put("components.vcd", "Other software that a kernel or an engine can be too old for.");
		FILES.put("libc.vcd", "C libraries: the kernels they need and what they break on.");
		FILES.put("init.vcd", "Init systems in a container: the kernels and cgroup versions they need.");
		FILES.put("seccomp.vcd", "Which system calls the default seccomp profiles of engines name, release by release.");
		FILES.put("matrices.vcd", "Which images vendors support on which hosts.");
		FILES.put("migration.vcd", "When a workload can move.");
		FILES.put("figures.vcd", "Published numbers that compare containers with virtual machines.");
	}

	private static final Map<String, String> FILE_OF_KIND = Map.of("engine", "engines.vcd", "runtime", "runtimes.vcd", "hypervisor",
			"hypervisors.vcd", "orchestrator", "orchestrators.vcd", "component", "components.vcd", "libc", "libc.vcd", "init",
			"init.vcd");

	private static final List<String> SOFTWARE = List.copyOf(FILE_OF_KIND.keySet());

	private static final Map<String, String> OS_COLUMNS = Map.of("os_name", "title", "kernel_ga", "kernel", "kernel_other", "flavour",
			"libc", "libc", "libc_version", "libc", "init_system", "init", "cgroup_default", "cgroup", "architectures", "architecture",
			"eol_date", "supported", "notes", "note");

	private static final Map<String, String> FAMILIES = Map.of("windows-nt", "windows");

	/** Columns of the configuration samples, with the release whose kernel it is. */
	private static final Map<String, String> SAMPLES = new LinkedHashMap<>();

	static {
		SAMPLES.put("debian11_5.10", "Debian 11");
		SAMPLES.put("debian12_6.1", "Debian 12");
		SAMPLES.put("debian13_6.12", "Debian 13");
		SAMPLES.put("debian_sid_7.2", "");
	}

	private static final List<String> BUILDS = List.of("kernel-builds", "carried-features");

	private static final List<String> PROFILED_CALLS = List.of("clone3", "faccessat2", "fchmodat2", "io_uring_setup", "userfaultfd");

	/** The second is the least of all architectures, so that it bounds every one. */
	private static final List<String> EVERYWHERE = List.of("all", "all except those below");

	private final CatalogueData data;
	private final Set<String> matrixHosts;
	private final List<PrintedEntry> entries = new ArrayList<>();

	private CataloguePrinter(CatalogueData data) {
		this.data = data;
		this.matrixHosts = Stream.of("windows-container-compat", "rhel-container-compat").flatMap(table -> data.rows(table).stream())
				.map(row -> row.get("host")).distinct().map(this::matrixName).collect(Collectors.toSet());
	}

	/** All entries, file by file. */
	static List<PrintedEntry> entries(CatalogueData data) {
		return new CataloguePrinter(data).print();
	}

	/** The printed files: text by file name. */
	static Map<String, String> files(List<PrintedEntry> entries) {
		var files = new LinkedHashMap<String, String>();
		FILES.forEach((file, purpose) -> files.put(file, entries.stream().filter(entry -> entry.file().equals(file))
				.map(PrintedEntry::text)
				.collect(Collectors.joining("\n", "package vcd.catalog\n\n// " + purpose + "\n// Printed from vcdsl/catalog/data; edit there.\n\n",
						""))));
		return files;
	}

	private List<PrintedEntry> print() {
		data.rows("os-releases").forEach(this::osRelease);
		SAMPLES.keySet().forEach(this::kernelConfiguration);
		builders().forEach(this::kernelBuilds);
		data.rows("kernel-features").forEach(this::feature);
		software();
		grouped("seccomp-default-profile", row -> row.get("engine")).forEach(this::seccompProfile);
		grouped("windows-container-compat", row -> row.get("host")).values().forEach(rows -> matrix(rows, this::windowsImage));
		grouped("rhel-container-compat", row -> row.get("host")).values().forEach(rows -> matrix(rows, this::redHatImage));
		data.rows("migration-constraints").forEach(this::migration);
		grouped("container-vs-vm-figures", row -> row.get("metric")).forEach(this::figures);
		return List.copyOf(entries);
	}

	private void add(String file, String name, Block block) {
		entries.add(new PrintedEntry(file, name, block.under(name)));
	}

	private Map<String, List<Row>> grouped(String table, Function<Row, String> key) {
		return data.rows(table).stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
	}

	// --- operating systems ----------------------------------------------------------------------------------------------

	private void osRelease(Row row) {
		var family = FAMILIES.getOrDefault(row.get("kernel_family"), row.get("kernel_family"));
		var word = osWord(row);
		var name = osName(row);
		var block = new Block()
				.line(text("title", row.get("os_name")), key("role", name(row.get("role"))))
				.line(key("family", family), key("kernel", number(row.get("kernel_ga"))),
						family.equals("linux") && word.get("backported").equals("y") ? "backported" : "",
						key("libc", software(row.get("libc"), row.get("libc_version"))),
						key("init", software(row.get("init_system"))), key("cgroup", cgroup(row.get("cgroup_default"))),
						key("configuration", sample(name)), key("builds", builds(row.get("os_id"))), key("matrix", matrixOf(name)))
				.list("flavour", row.list("kernel_other").stream().map(CataloguePrinter::software).toList())
				.list("architecture", architectures(row.get("architectures")))
				.line(key("released", row.get("release_date")), key("supported", row.get("eol_date")),
						key("extended", row.get("extended_eol_date")));
		var unread = row.list("unverified_fields").stream().map(OS_COLUMNS::get).distinct()
				.filter(key -> block.keys().contains(key) || key.equals("note")).toList();
		add("os.vcd", "os " + name, block.line(key("libc", row.get("libc").equals("none") ? "none" : ""))
				.provenance(List.of(row.get("notes")), unread, row.get("source")));
	}

	private Row osWord(Row row) {
		var id = row.get("os_id");
		return data.names().stream().filter(word -> word.get("kind").equals("os")
				&& (id.equals(word.get("id")) || id.startsWith(word.get("id") + "-")))
				.max((one, other) -> Integer.compare(one.get("id").length(), other.get("id").length())).orElseThrow();
	}

	private String osName(Row row) {
		var word = osWord(row);
		var version = row.get("os_id").substring(word.get("id").length());
		return (word.get("name") + " " + (version.isEmpty() ? "" : version.substring(1).replace("20h2", "20H2").replace("23h2", "23H2")))
				.strip();
	}

	private String sample(String name) {
		return SAMPLES.entrySet().stream().filter(sample -> sample.getValue().equals(name)).map(sample -> configuration(sample.getKey()))
				.findFirst().orElse("");
	}

	/** The releases of which it is known what their kernels are made from, or what is carried back into them. */
	private List<String> builders() {
		return BUILDS.stream().flatMap(table -> data.rows(table).stream()).map(row -> row.get("os_id")).distinct().toList();
	}

	private String builds(String osId) {
		return builders().contains(osId) ? name(osId) : "";
	}

	private void kernelBuilds(String osId) {
		var rows = BUILDS.stream().flatMap(table -> data.rows(table).stream()).filter(row -> row.get("os_id").equals(osId)).toList();
		var block = new Block();
		rows.forEach(row -> block.line(row.table().equals("kernel-builds")
				? "release " + row.get("kernel") + " upstream " + span(row.get("upstream_first"), row.get("upstream_last"))
				: ("carries " + name(row.get("feature_id")) + " " + key("on >=", row.get("since_kernel"))).strip()));
		add("builds.vcd", "builds " + name(osId), block.provenance(List.of(), List.of(),
				rows.stream().map(row -> row.get("source")).distinct().collect(Collectors.joining("; "))));
	}

	private static String span(String first, String last) {
		return first.equals(last) ? first : first + ".." + last;
	}

	/** The matrix of what vendors support on a release, if there is one. */
	private String matrixOf(String name) {
		return matrixHosts.contains(name) ? name(name) : "";
	}

	private static String configuration(String column) {
		return name(column) + "_amd64";
	}

	private void kernelConfiguration(String column) {
		var rows = data.rows("kernel-config-samples");
		var source = rows.getFirst().get("source");
		var version = column.substring(column.lastIndexOf('_') + 1);
		var build = source.replaceFirst(".*linux-config-" + version + " ([^; ]+).*", "$1");
		add("configurations.vcd", "configuration " + configuration(column), new Block().line(key("kernel", build), key("architecture", "amd64"))
				.list("options", rows.stream().map(row -> row.get("config_symbol") + " " + row.get(column)).toList())
				.provenance(List.of(), List.of(), source.replaceAll("; ", ", ")));
	}

	// --- features ---------------------------------------------------------------------------------------------------------

	private void feature(Row row) {
		var block = new Block()
				.line(key("category", name(row.get("category"))), key("since", row.get("min_linux_version")))
				.list("options", row.list("kernel_config"))
				.line(text("privilege", row.get("privilege")), text("for", row.get("used_by")));
		add("features.vcd", "feature " + name(row.get("feature_id")), block.provenance(List.of(row.get("notes")),
				Unverified.keys(row.get("source"), row.get("notes"),
						block.keys().stream().filter(key -> !key.equals("category") && !key.equals("for")).toList()),
				row.get("source")));
	}

	// --- software ---------------------------------------------------------------------------------------------------------

	private void software() {
		var blocks = new LinkedHashMap<Row, Block>();
		Function<String, Block> block = id -> blocks.computeIfAbsent(data.named(SOFTWARE, id), any -> new Block());
		data.rows("hypervisors").forEach(row -> properties(row, block.apply(row.get("hypervisor_id"))));
		grouped("seccomp-default-profile", row -> row.get("engine")).keySet()
				.forEach(engine -> block.apply(engine).line("seccomp " + profile(engine)));
		data.rows("runtime-requirements").forEach(row -> requirement(row, block.apply(row.get("component"))));
		data.rows("libc-requirements").forEach(row -> softwareCase(row, block.apply(row.get("item"))));
		data.names().stream().filter(blocks::containsKey).forEach(word -> add(FILE_OF_KIND.get(word.get("kind")),
				word.get("kind") + " " + word.get("name"), blocks.get(word)));
	}

	private void properties(Row row, Block block) {
		block.line(text("title", row.get("name")), text("type", row.get("type")), text("platform", row.get("host_kernel")))
				.list("architecture", architectures(row.get("guest_architectures")))
				.line(text("live", row.get("live_migration")), text("snapshots", row.get("snapshots")), text("nested", row.get("nested")),
						text("microvm", row.get("microvm")))
				.line(text("memory", row.get("memory_overhead")), text("boot", row.get("boot_time")));
		block.provenance(List.of(row.get("notes")), Unverified.keys(row.get("source"), row.get("notes"),
				block.keys().stream().filter(key -> !key.equals("title")).toList()), row.get("source"));
	}

	private void requirement(Row row, Block software) {
		var windows = row.get("min_kernel").startsWith("10.0.");
		var block = new Block()
				.line(windows ? key("build", row.get("min_kernel")) : key("kernel", bound(row.get("min_kernel"))),
						key("advised", bound(row.get("recommended_kernel"))), key("cgroup", cgroupSupport(row.get("cgroup_support"))))
				.list("feature", names(row.list("required_features")))
				.list("optional", names(row.list("optional_features")))
				.list("architecture", architectures(row.get("architectures")));
		block.provenance(List.of(row.get("notes")), Unverified.keys(row.get("source"), row.get("notes"), block.keys()),
				row.get("source"));
		software.inner("requires " + quoted(row.get("scope")) + versions(row.get("version_range")), block);
	}

	private void softwareCase(Row row, Block software) {
		var condition = row.get("host_condition");
		var block = new Block()
				.list("architecture", EVERYWHERE.contains(row.get("arch")) ? List.of() : architectures(row.get("arch")))
				.line(key("kernel", bound(row.get("min_kernel"))), key("advised", bound(row.get("recommended_kernel"))),
						condition.contains("cgroup v1 or hybrid") ? "cgroup 1, hybrid" : condition.contains("cgroup v2") ? "cgroup 2" : "")
				.list("syscall", profiledCalls(row))
				.list("options", builtWith(condition))
				.line(text("when", condition))
				.line(text("symptom", row.get("symptom")))
				.line(text("remedy", row.get("remedy")));
		block.provenance(List.of(), Unverified.keys(row.get("source"), "", block.keys()), row.get("source"));
		software.inner("case " + name(row.get("kind")) + versions(row.get("version")), block);
	}

	/** The system calls that a case is about because an engine's profile leaves them out. */
	private static List<String> profiledCalls(Row row) {
		return row.get("kind").equals("incompatibility") && row.get("host_condition").contains("profile")
				? PROFILED_CALLS.stream()
						.filter(call -> (row.get("host_condition") + " " + row.get("symptom")).matches(".*\\b" + call + "\\b.*")).toList()
				: List.of();
	}

	/** The options that a case is about because a kernel is built with one of them. */
	private static List<String> builtWith(String condition) {
		return Pattern.compile("CONFIG_(\\w+)=y").matcher(condition).results().map(found -> found.group(1)).toList();
	}

	// --- profiles and matrices --------------------------------------------------------------------------------------------

	private String profile(String engine) {
		return data.named(SOFTWARE, engine).get("name") + "_default";
	}

	private void seccompProfile(String engine, List<Row> rows) {
		var block = new Block().line("engine " + data.named(SOFTWARE, engine).get("name"), "checked " + checked(rows));
		rows.forEach(row -> block.line("syscall " + row.get("syscall") + " " + spans(row)));
		add("seccomp.vcd", "seccomp " + profile(engine), block.provenance(List.of(), List.of(),
				rows.stream().map(row -> row.get("source")).distinct().collect(Collectors.joining("; "))));
	}

	/** From the first release series to the last release that was looked at. */
	private static String checked(List<Row> rows) {
		return series(rows.getFirst()).getFirst().split(":")[0].split(" to ")[0] + ".." + rows.getFirst().get("last_checked_release");
	}

	private static List<String> series(Row row) {
		return row.list("by_series");
	}

	private static String spans(Row row) {
		var spans = series(row).stream().filter(part -> !part.endsWith(":none")).map(part -> {
			var ends = part.split(":")[0].split(" to ");
			var from = part.contains(":from ") ? part.substring(part.indexOf(":from ") + ":from ".length()) : ends[0];
			return from + ".." + ends[ends.length - 1];
		}).collect(Collectors.joining(", "));
		return spans.isEmpty() ? "never" : spans;
	}

	private void matrix(List<Row> rows, Function<Row, String> answer) {
		var block = new Block();
		rows.forEach(row -> {
			var facts = new Block().line(answer.apply(row));
			block.inner("image " + matrixName(row.get("image")) + " on " + matrixName(row.get("host")), facts.provenance(
					List.of(row.get("note")), Unverified.keys(row.get("source"), row.get("note"), facts.keys()), row.get("source")));
		});
		add("matrices.vcd", "matrix " + name(matrixName(rows.getFirst().get("host"))), block);
	}

	private String matrixName(String id) {
		return data.named(List.of("matrix"), id).get("name");
	}

	private String windowsImage(Row row) {
		var answer = Map.of("yes", "supported", "no", "unsupported").getOrDefault(row.get("supported"), row.get("supported"));
		return "isolation " + row.get("isolation") + "  is " + answer + (row.get("listed_in_table").equals("no") ? "  derived" : "")
				+ "  build " + row.get("image_build") + " on " + row.get("host_build");
	}

	private String redHatImage(Row row) {
		return "is " + row.get("status") + (row.get("legacy_tier").isEmpty() ? ""
				: "  tier " + row.get("legacy_tier") + " " + quoted(row.get("legacy_tier_name")));
	}

	// --- migration and figures --------------------------------------------------------------------------------------------

	private void migration(Row row) {
		var block = new Block().list("for", quotedAll(row.list("applies_to")))
				.line(key("migrate", String.join(", ", row.list("kind"))), key("severity", row.get("severity")))
				.line(text("title", row.get("rule")))
				.list("fields", quotedAll(row.list("check_fields")));
		add("migration.vcd", "migration " + name(row.get("constraint_id")), block.provenance(List.of(),
				Unverified.keys(row.get("source"), "", List.of("title")), row.get("source")));
	}

	private void figures(String metric, List<Row> rows) {
		var block = new Block();
		rows.forEach(row -> block.inner("of " + quoted(row.get("subject")) + (row.get("value").isEmpty() ? "" : " " + row.get("value"))
				+ (row.get("unit").isEmpty() ? "" : " " + quoted(row.get("unit"))),
				new Block().line(text("when", row.get("conditions"))).provenance(List.of(),
						row.get("source").contains("general knowledge") ? List.of("number") : List.of(), row.get("source"))));
		add("figures.vcd", "figure " + name(metric), block);
	}

	// --- values -----------------------------------------------------------------------------------------------------------

	private static boolean isNumber(String cell) {
		return cell.matches("\\d.*");
	}

	private static String number(String cell) {
		return isNumber(cell) ? cell : "";
	}

	private static String bound(String cell) {
		return cell.isEmpty() ? "" : ">= " + cell;
	}

	/** {@code systemd:252} is {@code systemd 252}; what moves or is unknown has no version. */
	private static String software(String cell) {
		var parts = cell.split(":", 2);
		return software(parts[0], parts.length == 1 ? "" : parts[1]);
	}

	private static String software(String name, String version) {
		return name.isEmpty() || name.equals("n/a") || name.equals("none") ? "" : (name(name) + " " + number(version)).strip();
	}

	private static String cgroup(String cell) {
		return switch (cell) {
			case "v1" -> "1";
			case "v2" -> "2";
			case "hybrid" -> "hybrid";
			default -> "";
		};
	}

	private static String cgroupSupport(String cell) {
		return switch (cell) {
			case "", "n/a" -> "";
			case "both" -> "1, 2";
			case "v2" -> "2";
			case "v1 maintenance mode" -> "1 maintenance";
			case "v2 by default" -> "2 default";
			case "v2 advised" -> "2 preferred";
			default -> cell.replaceFirst("^v", "");
		};
	}

	private static List<String> architectures(String cell) {
		return Stream.of(cell.split(";")).map(String::strip).filter(part -> !part.isEmpty())
				.map(part -> part.equals("x86-64") ? "x86_64" : part).map(part -> part.matches("[A-Za-z]\\w*") ? part : quoted(part))
				.toList();
	}

	private static String versions(String cell) {
		if (cell.isEmpty() || cell.equals("any")) {
			return "";
		}
		if (cell.matches("([<>]=?[0-9.]+(-\\w+)?( |$))+")) {
			return " for " + Stream.of(cell.split(" ")).map(part -> part.replaceFirst("([<>]=?)", "$1 ")).collect(Collectors.joining(", "));
		}
		if (cell.matches("[0-9.]+ to [0-9.]+")) {
			return " for >= " + cell.replace(" to ", ", <= ");
		}
		if (cell.matches("[0-9.]+ and older")) {
			return " for <= " + cell.replace(" and older", "");
		}
		if (cell.matches("current \\([0-9.]+\\)")) {
			return " for = " + cell.replaceAll("[^0-9.]", "");
		}
		if (cell.matches("[0-9.]+(\\.x)?") && !cell.matches("20\\d\\d")) {
			return " for = " + cell.replace(".x", "");
		}
		return " of " + quoted(cell);
	}
}
