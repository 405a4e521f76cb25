package org.vcdsl.rule;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.PlacementFile;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.pipeline.UnreadablePlacementException;

/**
 * A model that shows what a rule finds, with a {@link Marker} for each finding.
 *
 * <p>Beside them may lie {@value #PLACEMENT}, which all of them are judged with.
 *
 * <p>In the folder of each rule stand {@code bad.vcd} and {@code good.vcd}, which its page shows, {@code fixed.vcd}, which the first fix
 * makes of {@code bad.vcd}, if the rule offers any, and where it takes more to show all that the rule says, any number of
 * {@code also-*.vcd}.
 *
 * @param rule the one it belongs to
 * @param source without the markers
 * @param markers in the order of their lines
 */
record Fixture(Rule rule, SourceFile source, List<Marker> markers) {

	static final String FOLDER = "vcdsl.tests/fixtures/rules";

	private static final String ABOUT_ARTIFACTS = "VCD8";

	private static final String PACKAGE = "shop";

	static final String PLACEMENT = PACKAGE + PlacementFile.SUFFIX;

	Fixture {
		markers = List.copyOf(markers);
	}

	static Path folder(Rule rule) {
		return Project.path(FOLDER).resolve(rule.id());
	}

	static Fixture bad(Rule rule) {
		return read(rule, folder(rule).resolve("bad.vcd"));
	}

	static Fixture good(Rule rule) {
		return read(rule, folder(rule).resolve("good.vcd"));
	}

	/** What the first fix of a rule makes of {@code bad.vcd}; absent when it offers none. */
	static Optional<Fixture> fixed(Rule rule) {
		return Optional.of(fixedFile(rule)).filter(Files::exists).map(file -> read(rule, file));
	}

	static Path fixedFile(Rule rule) {
		return folder(rule).resolve("fixed.vcd");
	}

	/** All fixtures of a rule, by name. */
	static List<Fixture> of(Rule rule) {
		try (Stream<Path> files = Files.list(folder(rule))) {
			return files.filter(file -> file.toString().endsWith(".vcd")).sorted().map(file -> read(rule, file)).toList();
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	private static Fixture read(Rule rule, Path file) {
		try {
			var lines = Files.readAllLines(file);
			var markers = IntStream.range(0, lines.size()).boxed().flatMap(i -> Marker.in(i + 1, lines.get(i))).toList();
			var text = lines.stream().map(Marker::withoutMarkers).collect(joining("\n", "", "\n"));
			return new Fixture(rule, new SourceFile(file.getFileName().toString(), text), markers);
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/** Whether its findings come with a plan. */
	boolean isPlanned() {
		return rule.id().startsWith(ABOUT_ARTIFACTS);
	}

	/** The text of the placement file that lies beside the fixtures of a rule, which belong to package shop; most have none. */
	static Optional<String> placement(Rule rule) {
		return Optional.of(folder(rule).resolve(PLACEMENT)).filter(Files::exists).map(file -> {
			try {
				return Files.readString(file);
			} catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		});
	}

	/** A pipeline that keeps the placement beside this fixture, if there is one. */
	Pipeline keepingPlacement(Pipeline pipeline) {
		return placement(rule).map(text -> {
			try {
				return pipeline.keeping(Map.of(PACKAGE, PlacementFile.read(PLACEMENT, PACKAGE, text)));
			} catch (UnreadablePlacementException broken) {
				throw new AssertionError(broken);
			}
		}).orElse(pipeline);
	}

	/** What is found in this model by a pipeline; it is planned too when the rule is about artefacts. */
	List<Finding> findings(Pipeline judging) {
		var pipeline = keepingPlacement(judging);
		return pipeline.check(SourceSet.parse(List.of(source))).stream().flatMap(checked -> isPlanned()
				? pipeline.plan(checked).orElseThrow().findings().stream()
				: checked.findings().stream()).toList();
	}

	/** What was found without a marker, and the markers without a finding; none when each marker has its own finding. */
	List<String> differences(List<Finding> findings) {
		return Marker.differences(markers, findings);
	}

	/** A finding as the command line prints it. */
	static String label(Finding finding) {
		return String.format(Locale.ROOT, "%s:%d:%d: %s %s %s%s", finding.source().file(), finding.source().line(),
				finding.source().column(), finding.severity().label(), finding.ruleId(), finding.message(),
				finding.accepted().map(acceptance -> " (accepted: %s)".formatted(acceptance.reason())).orElse(""));
	}

	@Override
	public String toString() {
		return rule.id() + "/" + source.name();
	}
}
