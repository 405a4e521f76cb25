package org.vcdsl.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.vcdsl.Project;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.rule.Marker;

/**
 * A model that a page shows: a fenced block marked {@code vcd}.
 *
 * <p>{@code vcd continued} goes on where the last sound block ended; if it starts with a package, as another file beside it. {@code vcd
 * error} is wrong where a {@link Marker} says so. A block without a package is given one, and the catalogue. Lines are counted as on the
 * page, so that findings point into it.
 *
 * @param line where it starts on the page
 * @param files all it consists of, without the markers
 */
record Example(String page, int line, boolean isWrong, List<SourceFile> files, List<Marker> markers) {

	private static final Pattern FENCE = Pattern.compile("```vcd( continued)?( error)?");
	private static final String HEADER = "package page import vcd.catalog.* ";
	private static final String PACKAGE = "package ";

	Example {
		files = List.copyOf(files);
		markers = List.copyOf(markers);
	}

	/** The examples of all pages, and of the first page of the project. */
	static Stream<Example> all() {
		try (Stream<Path> pages = Files.list(Project.path("docs"))) {
			var names = pages.map(page -> page.getFileName().toString()).filter(name -> name.endsWith(".md")).sorted()
					.map(name -> "docs/" + name).toList();
			return Stream.concat(Stream.of("README.md"), names.stream()).flatMap(page -> of(page).stream());
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/** The examples of one page, in order. */
	static List<Example> of(String page) {
		var lines = Project.read(page).lines().toList();
		var examples = new ArrayList<Example>();
		var sound = List.<List<String>>of();
		for (var fence = 0; fence < lines.size(); fence++) {
			var kind = FENCE.matcher(lines.get(fence));
			if (!kind.matches()) {
				continue;
			}
			var start = fence + 1;
			while (!lines.get(++fence).equals("```")) {
				// the lines between are the example
			}
			var texts = joined(kind.group(1) == null ? List.of() : sound, start, lines.subList(start, fence));
			var isWrong = kind.group(2) != null;
			examples.add(of(page, start + 1, isWrong, texts));
			if (!isWrong) {
				sound = texts;
			}
		}
		return examples;
	}

	/** The files of the example before, with a block added at its line. */
	private static List<List<String>> joined(List<List<String>> before, int start, List<String> block) {
		var texts = new ArrayList<List<String>>();
		before.forEach(text -> texts.add(new ArrayList<>(text)));
		var hasPackage = block.getFirst().startsWith(PACKAGE);
		var isNew = texts.isEmpty() || hasPackage;
		if (isNew) {
			texts.add(new ArrayList<>());
		}
		var text = texts.getLast();
		while (text.size() < start) {
			text.add("");
		}
		text.add(isNew && !hasPackage ? HEADER + block.getFirst() : block.getFirst());
		text.addAll(block.subList(1, block.size()));
		return texts;
	}

	private static Example of(String page, int line, boolean isWrong, List<List<String>> texts) {
		var markers = new ArrayList<Marker>();
		for (var text : texts) {
			for (var i = 0; i < text.size(); i++) {
				Marker.in(i + 1, text.get(i)).forEach(markers::add);
			}
		}
		return new Example(page, line, isWrong, texts.stream().map(text -> new SourceFile(page,
				String.join("\n", text.stream().map(Marker::withoutMarkers).toList()) + "\n")).toList(), markers);
	}

	@Override
	public String toString() {
		return page + ":" + line;
	}
}
