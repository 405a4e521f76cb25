package org.vcdsl.backend;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * Prints maps, lists, strings, numbers and booleans as YAML that every parser reads the same way, be it of YAML 1.1 or 1.2.
 *
 * <p>Strings stand plain only where no parser can take them for anything else; all others are quoted or, with line feeds in
 * them, literal blocks. Lists are indented below their key; nothing is folded.
 */
public final class YamlDocument {

	private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
			.stringQuotingChecker(new QuoteUnlessPlain())
			.disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
			.disable(YAMLGenerator.Feature.SPLIT_LINES)
			.enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
			.enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
			.build());

	/** Jackson indents a list below its key, and likewise a list that is the whole document. */
	private static final int INDENT = 2;

	private YamlDocument() {
	}

	/**
	 * The document, ending with a line feed; it starts without {@code ---}.
	 *
	 * @param root maps are printed in the order in which they iterate
	 */
	public static String print(Object root) {
		try {
			var text = MAPPER.writeValueAsString(root);
			return root instanceof Collection ? text.indent(-INDENT) : text;
		} catch (JsonProcessingException cause) {
			throw new IllegalArgumentException("Not made of maps, lists, strings, numbers and booleans", cause);
		}
	}

	/** Quotes whatever YAML 1.1 or 1.2 could read as a number (octal, sexagesimal), a boolean, a date, a null or a structure. */
	private static final class QuoteUnlessPlain extends StringQuotingChecker {

		private static final long serialVersionUID = 1;

		/** Starts with a letter, '_' or '/'; a blank or a colon only before a character that cannot end the scalar. */
		private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./@+%()-]*([ :,]?[A-Za-z0-9_./@+%()-]+)*");

		private static final Set<String> WORDS_WITH_A_MEANING = Set.of("y", "yes", "n", "no", "on", "off", "true", "false",
				"null");

		@Override
		public boolean needToQuoteName(String name) {
			return needToQuoteValue(name);
		}

		@Override
		public boolean needToQuoteValue(String value) {
			return !PLAIN.matcher(value).matches() || WORDS_WITH_A_MEANING.contains(value.toLowerCase(Locale.ROOT));
		}
	}
}
