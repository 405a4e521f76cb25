package org.vcdsl.companion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.vcdsl.messages.NearNames;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** A value in a file of JSON or YAML that knows where it stands, so that what is wrong with it is said at its place. */
public sealed interface Located {

	Place place();

	/**
	 * Where a value begins.
	 *
	 * @param file as messages name it
	 * @param line from 1
	 * @param column from 1
	 */
	record Place(String file, int line, int column) {

		private Place(String file, JsonLocation location) {
			this(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
		}

		public UnusableException wrong(String message) {
			return new UnusableException("%s:%s:%s: %s".formatted(file, line, column, message));
		}
	}

	/** A text, number or other single value, as it was written. */
	record Single(Place place, String text) implements Located {
	}

	/** Values in their order. */
	record Items(Place place, List<Located> values) implements Located {
	}

	/** Values by distinct keys, in their order. */
	record Fields(Place place, Map<String, Located> values) implements Located {
	}

	/**
	 * The one value that a text of JSON holds; no fields at all if it holds nothing.
	 *
	 * @param file as messages name it
	 * @throws UnusableException if the text is no JSON, at its place
	 */
	static Located json(String text, String file) {
		return parse(new JsonFactory(), text, file);
	}

	/** As {@link #json}, of YAML. */
	static Located yaml(String text, String file) {
		return parse(new YAMLFactory(), text, file);
	}

	private static Located parse(JsonFactory factory, String text, String file) {
		try (var parser = factory.createParser(text)) {
			if (parser.nextToken() == null) {
				return new Fields(new Place(file, 1, 1), Map.of());
			}
			var value = read(parser, file);
			if (parser.nextToken() != null) {
				throw at(parser, file).wrong("nothing more is expected here");
			}
			return value;
		} catch (JsonProcessingException wrong) {
			var message = wrong.getOriginalMessage().lines().findFirst().orElse("not understood");
			throw wrong.getLocation() == null ? new UnusableException(file + ": " + message)
					: new Place(file, wrong.getLocation()).wrong(message);
		} catch (IOException impossible) {
			throw new UnusableException("%s: %s".formatted(file, impossible.getMessage()));
		}
	}

	private static Located read(JsonParser parser, String file) throws IOException {
		var place = at(parser, file);
		return switch (parser.currentToken()) {
			case START_OBJECT -> fields(parser, place);
			case START_ARRAY -> items(parser, place);
			default -> new Single(place, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
		};
	}

	private static Located fields(JsonParser parser, Place place) throws IOException {
		var values = new LinkedHashMap<String, Located>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			var key = parser.currentName();
			var keyPlace = at(parser, place.file());
			parser.nextToken();
			if (values.put(key, read(parser, place.file())) != null) {
				throw keyPlace.wrong("'%s' is given twice".formatted(key));
			}
		}
		return new Fields(place, values);
	}

	private static Located items(JsonParser parser, Place place) throws IOException {
		var values = new ArrayList<Located>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			values.add(read(parser, place.file()));
		}
		return new Items(place, values);
	}

	private static Place at(JsonParser parser, String file) {
		return new Place(file, parser.currentTokenLocation());
	}

	/** The values by their keys, all of which must be known. */
	default Map<String, Located> fields(Set<String> known) {
		var values = fields();
		values.forEach((key, value) -> {
			if (!known.contains(key)) {
				throw value.place().wrong("there is no key '%s'.%s Keys are %s.".formatted(key, didYouMean(key, known),
						known.stream().sorted().collect(Collectors.joining(", "))));
			}
		});
		return values;
	}

	/** The values by their keys, of which any are allowed. */
	default Map<String, Located> fields() {
		return switch (this) {
			case Fields fields -> fields.values();
			case Items items -> throw place().wrong("keys with values are expected here");
			case Single single when single.text().isEmpty() -> Map.of();
			case Single single -> throw place().wrong("keys with values are expected here");
		};
	}

	/** The values of a list; a single value is a list of one. */
	default List<Located> items() {
		return switch (this) {
			case Fields fields -> throw place().wrong("a list is expected here");
			case Items items -> items.values();
			case Single single when single.text().isEmpty() -> List.of();
			case Single single -> List.of(single);
		};
	}

	/** A value that is one text and not empty. */
	default String value() {
		if (this instanceof Single single && !single.text().isEmpty()) {
			return single.text();
		}
		throw place().wrong("one value is expected here");
	}

	private static String didYouMean(String key, Set<String> known) {
		var near = NearNames.of(key, known.stream());
		return near.isEmpty() ? "" : " Did you mean %s?".formatted(String.join(", ", near));
	}
}
