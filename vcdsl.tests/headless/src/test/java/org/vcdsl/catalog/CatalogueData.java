package org.vcdsl.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.vcdsl.Project;

/** The tables that the catalogue is printed from, and the names it gives what they are about. */
record CatalogueData(Map<String, List<Row>> tables, List<Row> names) {

	static final String FOLDER = "vcdsl/catalog/data";

	private static final List<String> TABLES = List.of("os-releases", "kernel-config-samples", "kernel-builds", "carried-features", "kernel-features",
			"runtime-requirements", "hypervisors", "libc-requirements", "seccomp-default-profile", "windows-container-compat",
			"rhel-container-compat", "migration-constraints", "container-vs-vm-figures");

	static CatalogueData read() {
		var tables = new LinkedHashMap<String, List<Row>>();
		TABLES.forEach(table -> tables.put(table, rows(table, Project.read(FOLDER + "/kernel/" + table + ".tsv"))));
		return new CatalogueData(tables, rows("names", Project.read(FOLDER + "/names.tsv")));
	}

	List<Row> rows(String table) {
		return tables.get(table);
	}

	Stream<Row> rows() {
		return tables.values().stream().flatMap(List::stream);
	}

	/** The same tables but for one row. */
	CatalogueData without(Row row) {
		var rest = new LinkedHashMap<>(tables);
		rest.put(row.table(), tables.get(row.table()).stream().filter(other -> !other.equals(row)).toList());
		return new CatalogueData(rest, names);
	}

	/** What the catalogue calls something that a table identifies. */
	Row named(List<String> kinds, String id) {
		return names.stream().filter(row -> kinds.contains(row.get("kind")) && row.get("id").equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("names.tsv has no name for " + id));
	}

	private static List<Row> rows(String table, String text) {
		var lines = text.lines().toList();
		var columns = lines.getFirst().split("\t");
		return Stream.iterate(1, line -> line < lines.size(), line -> line + 1).map(line -> {
			var values = lines.get(line).split("\t", -1);
			if (values.length != columns.length) {
				throw new IllegalArgumentException("%s, line %s: %s".formatted(table, line + 1, Arrays.toString(values)));
			}
			var cells = new LinkedHashMap<String, String>();
			for (var i = 0; i < columns.length; i++) {
				cells.put(columns[i], values[i]);
			}
			return new Row(table, line + 1, cells);
		}).toList();
	}
}
