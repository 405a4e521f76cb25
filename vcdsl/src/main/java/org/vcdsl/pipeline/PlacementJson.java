package org.vcdsl.pipeline;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import org.vcdsl.topology.SourceRange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** The text of a placement file. Of several things that are wrong with one, a version that is not known is said first. */
final class PlacementJson {

	/** Grows when a reader of the one before would misunderstand. */
	private static final int VERSION = 1;

	private static final String VERSION_KEY = "version";
	private static final String PACKAGE_KEY = "package";
	private static final String PLACES_KEY = "places";
	private static final String ADDRESSES_KEY = "addresses";

	private static final String ADDRESSES_FORM = "addresses are written { \"workload\": { \"network\": \"10.0.0.12\" } }";

	private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final String name;
	private final String packageName;
	private final String text;
	private final List<PlacementFile.Entry> entries = new ArrayList<>();
	private final List<PlacementFile.KeptAddress> addresses = new ArrayList<>();
	private Optional<String> version = Optional.empty();
	private boolean hasPackage;
	private boolean hasPlaces;
	private Optional<UnreadablePlacementException> wrong = Optional.empty();

	PlacementJson(String name, String packageName, String text) {
		this.name = name;
		this.packageName = packageName;
		this.text = text;
	}

	/** The document, ending with a line feed; two blanks a level, line feeds on every system. */
	static String print(String packageName, SortedMap<String, String> places,
			SortedMap<String, ? extends SortedMap<String, List<String>>> addresses) {
		var document = new StringWriter();
		var indenter = new DefaultIndenter("  ", "\n");
		try (var json = JSON.createGenerator(document)) {
			json.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
					.withObjectFieldValueSpacing(Separators.Spacing.AFTER).withObjectEmptySeparator("")).withObjectIndenter(indenter));
			json.writeStartObject();
			json.writeNumberField(VERSION_KEY, VERSION);
			json.writeStringField(PACKAGE_KEY, packageName);
			json.writeObjectFieldStart(PLACES_KEY);
			for (var place : places.entrySet()) {
				json.writeStringField(place.getKey(), place.getValue());
			}
			json.writeEndObject();
			if (!addresses.isEmpty()) {
				json.writeObjectFieldStart(ADDRESSES_KEY);
				for (var workload : addresses.entrySet()) {
					json.writeObjectFieldStart(workload.getKey());
					for (var network : workload.getValue().entrySet()) {
						print(network.getKey(), network.getValue(), json);
					}
					json.writeEndObject();
				}
				json.writeEndObject();
			}
			json.writeEndObject();
		} catch (IOException impossible) {
			throw new UncheckedIOException("Writing to memory cannot fail", impossible);
		}
		return document + "\n";
	}

	/** Of several addresses one network has a list, of one just that. */
	private static void print(String network, List<String> addresses, JsonGenerator json) throws IOException {
		if (addresses.size() == 1) {
			json.writeStringField(network, addresses.getFirst());
		} else {
			json.writeArrayFieldStart(network);
			for (var address : addresses) {
				json.writeString(address);
			}
			json.writeEndArray();
		}
	}

	PlacementFile read() throws UnreadablePlacementException {
		try (var json = JSON.createParser(text)) {
			readDocument(json);
		} catch (JsonProcessingException broken) {
			throw exception(broken.getLocation(), "is not JSON: " + broken.getOriginalMessage());
		} catch (IOException impossible) {
			throw new UncheckedIOException("Reading from memory cannot fail", impossible);
		}
		if (version.isPresent() && !version.get().equals(String.valueOf(VERSION))) {
			throw new UnreadablePlacementException(
					"%s: is a placement of version %s, and this vcd reads version %s: use a newer one".formatted(name, version.get(), VERSION));
		}
		if (wrong.isPresent()) {
			throw wrong.get();
		}
		if (version.isEmpty() || !hasPackage || !hasPlaces) {
			throw new UnreadablePlacementException("%s: '%s' is missing".formatted(name,
					version.isEmpty() ? VERSION_KEY : hasPackage ? PLACES_KEY : PACKAGE_KEY));
		}
		return new PlacementFile(name, packageName, entries, addresses);
	}

	private void readDocument(JsonParser json) throws IOException, UnreadablePlacementException {
		if (json.nextToken() != JsonToken.START_OBJECT) {
			throw exception(json.currentTokenLocation(), "a placement begins with '{'");
		}
		while (json.nextToken() == JsonToken.FIELD_NAME) {
			readField(json);
		}
		if (json.nextToken() != null) {
			complain(json.currentTokenLocation(), "a placement ends with its '}'");
		}
	}

	private void readField(JsonParser json) throws IOException {
		var start = json.currentTokenLocation();
		var key = json.currentName();
		var value = json.nextToken();
		switch (key) {
			case VERSION_KEY -> version = Optional.of(json.getText());
			case PACKAGE_KEY -> {
				hasPackage = true;
				if (value != JsonToken.VALUE_STRING || !json.getText().equals(packageName)) {
					complain(json.currentTokenLocation(), "the name of the file says that it belongs to package '%s'".formatted(packageName));
				}
			}
			case PLACES_KEY -> {
				hasPlaces = true;
				readPlaces(json);
			}
			case ADDRESSES_KEY -> readAddresses(json);
			default -> complain(start, "'%s' is not known here: there are version, package, places and addresses".formatted(key));
		}
		if (json.currentToken().isStructStart()) {
			json.skipChildren();
		}
	}

	private void readPlaces(JsonParser json) throws IOException {
		if (json.currentToken() != JsonToken.START_OBJECT) {
			complain(json.currentTokenLocation(), "places are written { \"workload\": \"host\" }");
			return;
		}
		while (json.nextToken() == JsonToken.FIELD_NAME) {
			var start = json.currentTokenLocation();
			var workload = json.currentName();
			if (json.nextToken() == JsonToken.VALUE_STRING) {
				var platform = json.getText();
				entries.add(new PlacementFile.Entry(workload, platform, range(start, json.currentLocation())));
			} else {
				complain(json.currentTokenLocation(), "where '%s' stands is the name of a host or a virtual machine".formatted(workload));
				json.skipChildren();
			}
		}
	}

	private void readAddresses(JsonParser json) throws IOException {
		if (json.currentToken() != JsonToken.START_OBJECT) {
			complain(json.currentTokenLocation(), ADDRESSES_FORM);
			return;
		}
		while (json.nextToken() == JsonToken.FIELD_NAME) {
			var workload = json.currentName();
			if (json.nextToken() == JsonToken.START_OBJECT) {
				readAddressesOf(workload, json);
			} else {
				complain(json.currentTokenLocation(), ADDRESSES_FORM);
				json.skipChildren();
			}
		}
	}

	private void readAddressesOf(String workload, JsonParser json) throws IOException {
		while (json.nextToken() == JsonToken.FIELD_NAME) {
			var network = json.currentName();
			if (json.nextToken() == JsonToken.START_ARRAY) {
				while (json.nextToken() != JsonToken.END_ARRAY) {
					readAddress(workload, network, json);
				}
			} else {
				readAddress(workload, network, json);
			}
		}
	}

	private void readAddress(String workload, String network, JsonParser json) throws IOException {
		if (json.currentToken() == JsonToken.VALUE_STRING) {
			var start = json.currentTokenLocation();
			var text = json.getText();
			addresses.add(new PlacementFile.KeptAddress(workload, network, text, range(start, json.currentLocation())));
		} else {
			complain(json.currentTokenLocation(), ADDRESSES_FORM);
			json.skipChildren();
		}
	}

	private SourceRange range(JsonLocation start, JsonLocation end) {
		return new SourceRange(name, (int) start.getCharOffset(), (int) (end.getCharOffset() - start.getCharOffset()), start.getLineNr(),
				start.getColumnNr(), end.getLineNr(), end.getColumnNr());
	}

	private void complain(JsonLocation place, String message) {
		if (wrong.isEmpty()) {
			wrong = Optional.of(exception(place, message));
		}
	}

	private UnreadablePlacementException exception(JsonLocation place, String message) {
		return new UnreadablePlacementException("%s:%s:%s: %s".formatted(name, place.getLineNr(), place.getColumnNr(), message));
	}
}
