package org.vcdsl.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.vcdsl.finding.Severity;

/**
 * What a file {@value #FILE} says about the {@code .vcd} files in its folder and below. What the command line says wins.
 *
 * @param weights of findings
 * @param failOn from which severity on {@code vcd check} fails
 * @param path folders in which imported packages are looked up, as seen from the base folder
 * @param baseline the file that records findings of old
 */
public record Configuration(Weights weights, Optional<Severity> failOn, List<String> path, Optional<Path> baseline) {

	static final String FILE = "vcd.yaml";

	/** Where there is no such file. */
	static final Configuration NONE = new Configuration(Weights.NONE, Optional.empty(), List.of(), Optional.empty());

	private static final Set<String> KEYS = Set.of("severity", "disable", "fail-on", "path", "baseline");

	public Configuration {
		path = List.copyOf(path);
	}

	/**
	 * Reads a configuration.
	 *
	 * @throws UnusableException at the line of what is wrong in it
	 */
	static Configuration read(Path file, BaseFolder base) throws IOException {
		var name = base.nameOf(file);
		var fields = Located.yaml(TextFile.withoutMark(TextFile.read(file, name)), name).fields(KEYS);
		var severities = new LinkedHashMap<String, Severity>();
		field(fields, "severity").ifPresent(all -> all.fields().forEach((id, level) -> severities.put(ruleId(id, level), severity(level))));
		var disabled = field(fields, "disable").stream().flatMap(all -> all.items().stream()).map(id -> ruleId(id.value(), id))
				.collect(Collectors.toSet());
		return new Configuration(new Weights(severities, disabled), field(fields, "fail-on").map(Configuration::severity),
				field(fields, "path").stream().flatMap(all -> all.items().stream()).map(folder -> folder(folder, file, base)).toList(),
				field(fields, "baseline").map(baseline -> file.resolveSibling(baseline.value()).normalize()));
	}

	private static Optional<Located> field(Map<String, Located> fields, String key) {
		return Optional.ofNullable(fields.get(key));
	}

	private static String ruleId(String id, Located at) {
		try {
			return RuleIds.byId(id).id();
		} catch (UnusableException unknown) {
			throw at.place().wrong(unknown.getMessage());
		}
	}

	private static Severity severity(Located level) {
		for (var severity : Severity.values()) {
			if (severity.label().equals(level.value())) {
				return severity;
			}
		}
		throw level.place().wrong("'%s' is none of error, info, warning".formatted(level.value()));
	}

	private static String folder(Located path, Path file, BaseFolder base) {
		var folder = file.resolveSibling(path.value()).normalize();
		if (!Files.isDirectory(folder)) {
			throw path.place().wrong("'%s' is no folder".formatted(path.value()));
		}
		return base.nameOf(folder);
	}
}
