package org.vcdsl.formatting2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.vcdsl.formatting2.Word.Kind;

/**
 * Columns in a run of lines: what the architect lined up stays lined up.
 *
 * <p>Words are compared with those in the same place of the other lines: the first value of the second key with the first value of the
 * second key. A place is lined up when its words begin in one column, or their numbers end in one. A run in which all extra blanks
 * line something up stays as it is. Else places are lined up anew where they were before, or where at least half of the lines that
 * would need extra blanks have some; all other extra blanks go.
 */
final class Alignment {

	private final List<Line> lines;

	/** By line and word: the place in the line; null where nothing is ever lined up. */
	private final List<String[]> places = new ArrayList<>();
	private final Map<String, Place> facts = new HashMap<>();

	private Alignment(List<Line> lines) {
		this.lines = lines;
	}

	/** Sets the blanks between the words of consecutive lines, which have the same indentation. */
	static void align(List<Line> lines) {
		if (lines.size() > 1 && lines.stream().anyMatch(Alignment::hasExtraBlanks)) {
			new Alignment(lines).align();
		}
	}

	private static boolean hasExtraBlanks(Line line) {
		for (var i = 1; i < line.codeSize(); i++) {
			if (isPadded(line, i)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPadded(Line line, int index) {
		var gap = line.words().get(index).gap();
		return line.blanks(index) > 0 && gap.breaks() == 0 && !gap.isUndefined() && gap.text().length() > line.blanks(index);
	}

	/** What is written in one place of several lines. */
	private static final class Place {

		private final Set<Integer> starts = new HashSet<>();
		private final Set<Integer> numberEnds = new HashSet<>();
		private int lines;
		private int padded;

		boolean isLinedUp() {
			return lines > 1 && (starts.size() == 1 || numberEnds.size() == 1);
		}

		boolean isWanted() {
			return lines > 1 && padded > 0 && (isLinedUp() || 2 * padded >= lines - 1);
		}
	}

	private void align() {
		for (var line : lines) {
			places.add(placesOf(line));
		}
		for (var i = 0; i < lines.size(); i++) {
			measure(lines.get(i), places.get(i));
		}
		if (isGoodAsWritten()) {
			for (var line : lines) {
				for (var i = 1; i < line.codeSize(); i++) {
					line.setBlanks(i, line.words().get(i).gap().blanks());
				}
			}
		} else {
			lineUp();
		}
	}

	private static String[] placesOf(Line line) {
		var places = new String[line.codeSize()];
		var bodies = new ArrayDeque<Clause>();
		bodies.push(new Clause(""));
		for (var i = 0; i < places.length; i++) {
			var word = line.words().get(i);
			switch (word.kind()) {
				case CLAUSE -> places[i] = bodies.peek().next();
				case OPEN -> {
					places[i] = bodies.peek().place() + "{";
					bodies.push(new Clause(places[i]));
				}
				case CLOSE -> {
					bodies.pop();
					places[i] = bodies.peek().place() + "}";
				}
				case KEYWORD, VALUE -> places[i] = word.separator() == 0 ? null : bodies.peek().placeOf(word);
				default -> {
				}
			}
		}
		return places;
	}

	/** The item or key that is being read in one body. */
	private static final class Clause {

		private static final String VALUE = "=";
		private static final String KEYWORD = "+";

		private final String body;
		private int number;
		private int words;
		private boolean hasValue;
		private Set<String> keywords = Set.of();

		Clause(String body) {
			this.body = body;
		}

		String place() {
			return body + number;
		}

		String next() {
			number++;
			words = 0;
			hasValue = false;
			keywords = new HashSet<>();
			return place();
		}

		/** The place of a word behind the first: the first value, the second word, and keywords by their text. */
		String placeOf(Word word) {
			words++;
			if (word.is(Kind.VALUE)) {
				var isFirst = !hasValue;
				hasValue = true;
				return isFirst ? valueOf(place()) : null;
			}
			return words == 1 ? place() + KEYWORD : keywords.add(word.text()) ? place() + KEYWORD + word.text() : null;
		}

		static String valueOf(String place) {
			return place + VALUE;
		}

		static boolean isValue(String place) {
			return place.endsWith(VALUE);
		}

		/** The place at which the item or key begins that has this place inside. */
		static Optional<String> around(String place) {
			var end = Math.max(place.indexOf(KEYWORD), place.indexOf(VALUE));
			return end < 0 ? Optional.empty() : Optional.of(place.substring(0, end));
		}
	}

	/** Notes in which columns of a line, counted from its first word, things are written. */
	private void measure(Line line, String[] places) {
		var start = new int[places.length];
		var end = 0;
		var valueEnds = new HashMap<String, Integer>();
		for (var i = 0; i < places.length; i++) {
			var gap = line.words().get(i).gap();
			start[i] = i == 0 ? 0 : end + (gap.blanks() < 0 ? line.blanks(i) : gap.blanks());
			end = start[i] + line.words().get(i).text().length();
			if (places[i] != null && Clause.isValue(places[i])) {
				valueEnds.put(places[i], end);
			}
		}
		for (var i = 1; i < places.length; i++) {
			if (places[i] != null) {
				var place = facts.computeIfAbsent(places[i], key -> new Place());
				place.lines++;
				place.padded += isPadded(line, i) ? 1 : 0;
				place.starts.add(start[i]);
				var value = Clause.isValue(places[i]) ? places[i] : Clause.valueOf(places[i]);
				place.numberEnds.add(valueEnds.getOrDefault(value, -1 - start[i]));
			}
		}
	}

	private boolean isGoodAsWritten() {
		for (var l = 0; l < lines.size(); l++) {
			var line = lines.get(l);
			for (var i = 1; i < line.codeSize(); i++) {
				var blanks = line.words().get(i).gap().blanks();
				var isGood = blanks == line.blanks(i)
						|| blanks > line.blanks(i) && places.get(l)[i] != null && facts.get(places.get(l)[i]).isLinedUp();
				if (!isGood) {
					return false;
				}
			}
		}
		return true;
	}

	private void lineUp() {
		var wanted = new HashSet<String>();
		facts.forEach((place, fact) -> {
			if (fact.isWanted()) {
				wanted.add(place);
			}
		});
		var targets = targets(wanted);
		while (wanted.removeAll(pointless(targets))) {
			targets = targets(wanted);
		}
		apply(targets);
	}

	/** Moves words to the right until the wanted places line up; answers their columns, or none where that never ends. */
	private Map<String, Integer> targets(Set<String> wanted) {
		var targets = new HashMap<String, Integer>();
		wanted.forEach(place -> targets.put(place, 0));
		for (var round = 0; round <= wanted.size(); round++) {
			if (!raise(targets)) {
				return targets;
			}
		}
		return new HashMap<>();
	}

	/** Places inside items or keys that do not begin in one column themselves. */
	private Set<String> pointless(Map<String, Integer> targets) {
		var columns = new HashMap<String, Integer>();
		var ragged = new HashSet<String>();
		for (var l = 0; l < lines.size(); l++) {
			var column = lines.get(l).first().text().length();
			for (var i = 1; i < places.get(l).length; i++) {
				var place = places.get(l)[i];
				column = Math.max(column + lines.get(l).blanks(i), targets.getOrDefault(place, 0));
				if (place != null && columns.merge(place, column, (first, other) -> first) != column) {
					ragged.add(place);
				}
				column += lines.get(l).words().get(i).text().length();
			}
		}
		return targets.keySet().stream().filter(place -> Clause.around(place).filter(ragged::contains).isPresent())
				.collect(Collectors.toSet());
	}

	/** Raises the columns of places to those of their rightmost words; answers whether any was raised. */
	private boolean raise(Map<String, Integer> targets) {
		var isRaised = false;
		for (var l = 0; l < lines.size(); l++) {
			var column = lines.get(l).first().text().length();
			for (var i = 1; i < places.get(l).length; i++) {
				column += lines.get(l).blanks(i);
				var target = targets.get(places.get(l)[i]);
				if (target != null && target > column) {
					column = target;
				} else if (target != null && target < column) {
					targets.put(places.get(l)[i], column);
					isRaised = true;
				}
				column += lines.get(l).words().get(i).text().length();
			}
		}
		return isRaised;
	}

	private void apply(Map<String, Integer> targets) {
		for (var l = 0; l < lines.size(); l++) {
			var line = lines.get(l);
			var column = line.first().text().length();
			for (var i = 1; i < places.get(l).length; i++) {
				var target = targets.getOrDefault(places.get(l)[i], 0);
				if (target > column + line.blanks(i)) {
					line.setBlanks(i, target - column);
				}
				column += line.blanks(i) + line.words().get(i).text().length();
			}
		}
	}
}
