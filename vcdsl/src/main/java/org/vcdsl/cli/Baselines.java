package org.vcdsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.vcdsl.companion.BaseFolder;
import org.vcdsl.companion.Configurations;
import org.vcdsl.companion.FileReplacement;
import org.vcdsl.companion.TextFile;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.FindingIdentity;

import picocli.CommandLine.Option;

/** Which findings are of old, and hidden. */
final class Baselines {

	/** More are only counted. */
	private static final int NAMED = 10;

	@Option(names = "--baseline", paramLabel = "FILE", description = {
			"Hide the findings that are recorded in this file, but for their number; known by rule, file and subjects, not by line.",
			"What is recorded and no longer found is said." })
	private String file;

	@Option(names = "--write-baseline", paramLabel = "FILE",
			description = "Record all findings that nobody accepted in this file, as a baseline; then they are hidden.")
	private String written;

	@Option(names = "--no-baseline", description = "Hide nothing, whatever a configuration says.")
	private boolean isIgnored;

	/** Refuses options that contradict each other. */
	void requireOne() {
		if ((file == null ? 0 : 1) + (written == null ? 0 : 1) + (isIgnored ? 1 : 0) > 1) {
			throw new UnusableException("give one of --baseline, --write-baseline and --no-baseline");
		}
	}

	boolean isWritten() {
		return written != null;
	}

	/** Records findings, all at once or not at all. */
	void write(List<Finding> findings, Shell shell) throws IOException {
		var path = shell.base().absolute(written);
		var baseline = Baseline.of(findings, seenFrom(path, shell));
		var text = baseline.print();
		if (Files.exists(path)) {
			var before = TextFile.read(path, written);
			requireBaseline(before);
			if (!before.equals(text)) {
				FileReplacement.replace(path.toRealPath(), before, text);
			}
		} else {
			FileReplacement.create(path, text);
		}
		shell.say("%s recorded in %s".formatted(count(baseline.size()), written));
	}

	private void requireBaseline(String before) {
		try {
			Baseline.parse(before, written);
		} catch (UnusableException other) {
			throw new UnusableException("%s: is there and no baseline, so it is not replaced (%s)".formatted(written, other.getMessage()));
		}
	}

	/**
	 * The findings that are hidden. Says which recorded ones are no longer found, of files that were read or are no longer there.
	 *
	 * @param findings in reading order, each once
	 * @param configurations of the files that were read
	 * @param isAsked whether a rule is asked about a file
	 */
	Set<Finding> hidden(List<Finding> findings, Configurations configurations, Asked isAsked, Shell shell) throws IOException {
		var hidden = new HashSet<Finding>();
		var files = new LinkedHashMap<Path, Map<Path, String>>();
		configurations.files().forEach(name -> baselineOf(name, configurations, shell)
				.ifPresent(baseline -> files.computeIfAbsent(baseline, first -> new HashMap<>()).put(shell.base().absolute(name), name)));
		for (var entry : files.entrySet()) {
			hidden.addAll(hidden(findings, entry.getKey(), entry.getValue(), isAsked, shell));
		}
		return hidden;
	}

	private static Set<Finding> hidden(List<Finding> findings, Path path, Map<Path, String> files, Asked isAsked, Shell shell)
			throws IOException {
		var name = shell.base().nameOf(path);
		var baseline = Baseline.parse(TextFile.read(path, name), name);
		var names = Set.copyOf(files.values());
		var match = baseline.match(findings.stream().filter(finding -> names.contains(finding.source().file())).toList(),
				seenFrom(path, shell));
		sayWhatIsLeft(match.left().only(identity -> {
			var about = path.resolveSibling(identity.file()).normalize();
			return files.containsKey(about) ? isAsked.isAsked(identity.ruleId(), files.get(about)) : !Files.exists(about);
		}), name, shell);
		return match.hidden();
	}

	private static void sayWhatIsLeft(Baseline left, String name, Shell shell) {
		if (left.size() > 0) {
			var lines = left.lines();
			var more = lines.size() > NAMED ? "; and %s more".formatted(lines.size() - NAMED) : "";
			shell.say(Printable.onOneLine("%s: %s recorded and no longer found: %s%s. Write the baseline anew to drop what is settled."
					.formatted(name, count(left.size()), lines.stream().limit(NAMED).collect(Collectors.joining("; ")), more)));
		}
	}

	private Optional<Path> baselineOf(String name, Configurations configurations, Shell shell) {
		if (isIgnored) {
			return Optional.empty();
		}
		return Optional.ofNullable(written == null ? file : written).map(shell.base()::absolute).or(() -> configurations.of(name).baseline());
	}

	/** Whether a rule is asked about a file. */
	@FunctionalInterface
	interface Asked {

		boolean isAsked(String ruleId, String file);
	}

	/** Files as seen from the folder of a baseline, so that it does not matter where the command runs. */
	private static UnaryOperator<FindingIdentity> seenFrom(Path baseline, Shell shell) {
		return identity -> new FindingIdentity(identity.ruleId(),
				BaseFolder.withSlashes(baseline.getParent().relativize(shell.base().absolute(identity.file()))), identity.subjects());
	}

	private static String count(int findings) {
		return findings == 1 ? "1 finding" : findings + " findings";
	}
}
