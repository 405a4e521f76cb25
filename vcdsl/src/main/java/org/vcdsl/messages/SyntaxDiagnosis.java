package org.vcdsl.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.EarlyExitException;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vcdsl.messages.Repair.Meant;

/**
 * What is wrong where the parser cannot go on, in words of the language, and how it could.
 *
 * <p>Looks at the tokens around the place and at the braces that are open there. Linear in the number of tokens.
 */
final class SyntaxDiagnosis {

	private static final Set<String> PAIRED = Set.of("feed", "pdu", "ups");
	private static final Set<String> BODIES = Set.of("site", "room", "rack", "feed", "pdu", "ups", "switch", "host", "os", "guest",
			"hypervisor", "vm", "microvm", "container", "lxc", "pod", "cluster", "network", "volume", "image", "service", "rules");
	private static final Set<String> KINDS = Set.of("site", "room", "rack", "feed", "pdu", "ups", "switch", "host", "vm", "microvm",
			"container", "lxc", "pod", "cluster", "network", "volume", "image", "service");
	/** Keys that mean nearly the same in different elements. */
	private static final Map<String, List<String>> RELATED = Map.of("vcpu", List.of("cpu", "cores"), "cpu", List.of("vcpu", "cores"),
			"cores", List.of("vcpu", "cpu"), "os", List.of("guest"), "guest", List.of("os"), "disk", List.of("size"),
			"size", List.of("disk", "capacity"), "kernel", List.of("build", "requires"));
	private static final int MANY = 20;
	/** By their names: Xtext marks them as hidden only as far as it has read. */
	private static final Set<String> HIDDEN = Set.of("RULE_WS", "RULE_ML_COMMENT", "RULE_SL_COMMENT");

	private final List<CommonToken> tokens;
	private final BodyKeys keys;
	private final RecognitionException error;
	private final String[] tokenNames;
	/** The token at fault, among those that count; their number at the end of the file. */
	private final int at;
	private final List<Body> open = new ArrayList<>();
	private final boolean bracesMissing;
	/** Text in double quotes that is not closed, right in front of the token at fault. */
	private final Optional<CommonToken> unclosed;

	/** A brace that is open at the error, or the file around all. */
	private record Body(String label, String name, int brace, int line) {
	}

	SyntaxDiagnosis(List<CommonToken> all, RecognitionException error, String[] tokenNames, BodyKeys keys) {
		this.tokens = all.stream().filter(token -> token.getType() != Token.EOF && token.getType() != Token.INVALID_TOKEN_TYPE
				&& !HIDDEN.contains(tokenNames[token.getType()])).toList();
		this.keys = keys;
		this.error = error;
		this.tokenNames = tokenNames;
		this.at = place(tokens, error.token);
		var behind = at == 0 ? -1 : tokens.get(at - 1).getStopIndex();
		var before = at == tokens.size() ? Integer.MAX_VALUE : tokens.get(at).getStartIndex();
		this.unclosed = all.stream().filter(token -> token.getType() == Token.INVALID_TOKEN_TYPE && !(token instanceof PassedOver)
				&& token.getStartIndex() > behind && token.getStartIndex() < before && token.getText().startsWith("\"")).findFirst();
		open.add(new Body(BodyKeys.FILE, "", -1, 1));
		for (var i = 0; i < at; i++) {
			if (is(i, "{")) {
				open.add(body(i));
			} else if (is(i, "}") && open.size() > 1) {
				open.removeLast();
			}
		}
		this.bracesMissing = IntStream.range(0, tokens.size()).map(i -> is(i, "{") ? 1 : is(i, "}") ? -1 : 0).sum() > 0;
	}

	/** Where a token stands among those that count. */
	private static int place(List<CommonToken> tokens, Token token) {
		for (var i = 0; i < tokens.size(); i++) {
			if (tokens.get(i) == token) {
				return i;
			}
		}
		return tokens.size();
	}

	Repair repair() {
		if (unclosed.isPresent()) {
			return unclosedText(unclosed.get());
		}
		if (at == tokens.size()) {
			return endOfFile();
		}
		if (!tokens.isEmpty() && !is(0, "package") && at <= 1 && expecting("'package'")) {
			return new Repair("A file begins with its package: 'package NAME'.", start(at), start(at), start(at), 0, true);
		}
		var text = text(at);
		if (text.equals("package") && open.size() == 1) {
			return passOver("A file has one package. Its own is named in line %s.".formatted(tokens.getFirst().getLine()),
					at + 2 <= tokens.size() ? end(Math.min(at + 1, tokens.size() - 1)) : end(at));
		}
		if (text.equals("import") && open.size() == 1) {
			return passOver("Imports stand in front of everything else: move this one below the package.",
					end(Math.min(at + 1, tokens.size() - 1)));
		}
		if (text.equals("}") && open.size() == 1) {
			return passOver("This '}' closes nothing.", end(at)).meaning(nothing());
		}
		if (Set.of(";", "=", ":", ",").contains(text)) {
			return passOver(punctuation(text), end(at)).meaning(nothing());
		}
		return isKeyPosition() ? key(text) : value(text);
	}

	/** The lexer has swallowed the rest of the line, braces included. */
	private Repair unclosedText(CommonToken text) {
		var closing = text.getText().chars().map(character -> character == '}' ? 1 : character == '{' ? -1 : 0).sum();
		return new Repair("The text that begins here is not closed: '\"' is missing in this line.",
				Math.min(start(startOfEntry(keys.of(open.getLast().label()))), text.getStartIndex()), text.getStartIndex(),
				text.getStopIndex() + 1, Math.clamp(closing, 0, open.size() - 1), false);
	}

	private String punctuation(String text) {
		var before = at > 0 ? text(at - 1) : "";
		if (text.equals(";")) {
			return "No ';' is needed here. Take it away.";
		}
		if (text.equals(",")) {
			return "No ',' can stand here: it stands between the values of a list, not between keys.";
		}
		var after = at + 1 < tokens.size() ? text(at + 1) : "VALUE";
		var unit = at + 2 < tokens.size() && type(at + 1).equals("RULE_NUMBER") && type(at + 2).equals("RULE_ID") ? " " + text(at + 2) : "";
		return "No '%s' stands between a key and its value. Write '%s %s%s'.".formatted(text, before, after, unit);
	}

	/** Whether a key, an item or a closing brace would have to stand here. */
	private boolean isKeyPosition() {
		return expecting("'}'") || error instanceof MismatchedTokenException mismatch && mismatch.expecting == Token.EOF
				|| at > 0 && (is(at - 1, "{") || is(at - 1, "}")) && !expectsOneThing();
	}

	private boolean expectsOneThing() {
		return error instanceof MismatchedTokenException mismatch && mismatch.expecting > 0 && !expecting("'}'");
	}

	private boolean expecting(String name) {
		return error instanceof MismatchedTokenException mismatch && mismatch.expecting > 0 && mismatch.expecting < tokenNames.length
				&& tokenNames[mismatch.expecting].equals(name);
	}

	private Repair key(String text) {
		var body = open.getLast();
		var own = keys.of(body.label());
		if (type(at).startsWith("RULE_") && !isWord(at) && at > 0 && type(at).equals(type(at - 1)) && tokens.get(at).getLine() == tokens.get(at - 1).getLine()) {
			return passOver(commaMissing(text, body), endOfEntry(own));
		}
		if (text.equals("{")) {
			return passOver("This '{' opens nothing.", at + 1 < tokens.size() && !is(at - 1, "{") ? endOfEntry(own) : end(at));
		}
		if (own.contains(text) || !isWord(at)) {
			return passOver(own.contains(text) ? "'%s' cannot stand here. Is something in front of it missing?".formatted(text)
					: "'%s' means nothing %s.".formatted(text, in(body)), endOfEntry(own));
		}
		var around = open.subList(0, open.size() - 1).stream().filter(outer -> keys.of(outer.label()).contains(text)).toList();
		if (!around.isEmpty() && bracesMissing) {
			return new Repair("%s cannot stand %s. The '}' of %s in line %s is missing in front of it.".formatted(
					upper(withArticle(text)), in(body), body.name().isEmpty() ? "the '{'" : "'" + body.name() + "'", body.line()), start(at), start(at), start(at),
					open.size() - 1 - open.indexOf(around.getLast()), false);
		}
		return passOver(unknownKey(text, body, own), endOfEntry(own)).meaning(knownKey(text, own));
	}

	/** The only key of an element that an unknown one may be a slip of. */
	private Optional<Meant> knownKey(String text, Set<String> own) {
		var small = text.toLowerCase(Locale.ROOT);
		if (own.contains(small)) {
			return instead(small);
		}
		var near = keys.bodiesWith(text).isEmpty() ? NearNames.of(text, own.stream()) : List.<String>of();
		return near.size() == 1 ? instead(near.getFirst()) : Optional.empty();
	}

	private String unknownKey(String text, Body body, Set<String> own) {
		if (own.contains(text.toLowerCase(Locale.ROOT))) {
			return "Words of the language are written in small letters: '%s'.".formatted(text.toLowerCase(Locale.ROOT));
		}
		var elsewhere = keys.bodiesWith(text);
		if (!elsewhere.isEmpty()) {
			var related = RELATED.getOrDefault(text, List.of()).stream().filter(own::contains).toList();
			if (elsewhere.contains(BodyKeys.FILE) && KINDS.contains(text)) {
				return "%s cannot stand %s. Declare it outside.".formatted(upper(withArticle(text)), in(body));
			}
			return "'%s' belongs to %s; %s has %s.".formatted(text, elsewhere.stream().map(SyntaxDiagnosis::plain).collect(
					Collectors.joining(", ")), a(body), related.isEmpty() ? listed(own) : quoted(related));
		}
		var near = NearNames.of(text, own.stream());
		if (!near.isEmpty()) {
			return "'%s' means nothing %s. Did you mean %s?".formatted(text, in(body), quoted(near));
		}
		if (at > 0 && endsName(at - 1) && (tokens.get(at).getLine() == tokens.get(at - 1).getLine())) {
			return commaMissing(text, body);
		}
		return "'%s' means nothing %s. %s has %s.".formatted(text, in(body), upper(a(body)), listed(own));
	}

	private String commaMissing(String text, Body body) {
		return "'%s' means nothing %s. If it goes on with the list in front of it, write a comma between: '%s, %s'.".formatted(text,
				in(body), text(at - 1), text);
	}

	private boolean endsName(int token) {
		return type(token).equals("RULE_ID") || type(token).equals("RULE_STRING") || type(token).equals("RULE_QUALIFIED_ID")
				|| is(token, "]");
	}

	/** Something is wrong within an item or behind a key. */
	private Repair value(String text) {
		var own = keys.of(open.getLast().label());
		var start = startOfEntry(own);
		var to = endOfEntry(own);
		var isPorts = at > 0 && expecting("'->'");
		return new Repair(valueMessage(text), start(start), isPorts ? start(at - 1) : start(at), to, 0, false, knownValue(text));
	}

	/** Follows {@link #valueMessage}. */
	private Optional<Meant> knownValue(String text) {
		var before = at > 0 ? text(at - 1) : "";
		if (before.matches("\\d+:\\d+") && expecting("'->'")) {
			return Optional.of(new Meant(before.length(), before.replace(":", " -> ")));
		}
		if (KINDS.contains(before) || before.equals("package")) {
			var name = text.replaceAll("[^A-Za-z0-9_]", "");
			if (type(at).equals("RULE_STRING")) {
				return name.matches("[A-Za-z_].*") ? instead(name) : Optional.empty();
			}
			return isWord(at) && !type(at).startsWith("RULE_") ? Optional.of(new Meant(0, "^")) : Optional.empty();
		}
		return isWord(at) || type(at).startsWith("RULE_") ? missingWord().map(word -> new Meant(0, word + " ")) : Optional.empty();
	}

	/** The one word of the language that has to stand in front of the token at fault. */
	private Optional<String> missingWord() {
		return expected().filter(word -> word.matches("'[a-z]+'")).map(word -> word.substring(1, word.length() - 1));
	}

	private Optional<Meant> instead(String word) {
		return Optional.of(new Meant(text(at).length(), word));
	}

	/** The token at fault is one too many. */
	private Optional<Meant> nothing() {
		return instead("");
	}

	private String valueMessage(String text) {
		var before = at > 0 ? text(at - 1) : "";
		if (type(at).equals("RULE_NUMBER") && text.matches("\\d+:\\d+") && before.equals("publish")) {
			return "Ports are published as '%s': the host's, then the container's.".formatted(text.replace(":", " -> "));
		}
		if (at > 0 && before.matches("\\d+:\\d+") && expecting("'->'")) {
			return "Ports are published as '%s': the host's, then the container's.".formatted(before.replace(":", " -> "));
		}
		if (KINDS.contains(before) || before.equals("package")) {
			if (type(at).equals("RULE_STRING")) {
				return "Names stand without quotes: '%s %s'.".formatted(before, text.replaceAll("[^A-Za-z0-9_]", ""));
			}
			if (type(at).equals("RULE_QUALIFIED_ID")) {
				return "A declaration has a name without dots: its package and its cluster come in front by themselves.";
			}
			if (isWord(at) && !type(at).startsWith("RULE_")) {
				return "'%s' is a word of the language. Write '^%s' to use it as a name.".formatted(text, text);
			}
		}
		if (text.equals("}") && before.matches("[a-z]+")) {
			return "What '%s' asks for is missing%s.".formatted(before, expected().map(": %s"::formatted).orElse(""));
		}
		if (type(at).equals("RULE_QUALIFIED_ID")) {
			return "A name without its package stands here. Write '%s', and 'import %s' at the top of the file.".formatted(
					text.substring(text.lastIndexOf('.') + 1), text);
		}
		if (expecting("RULE_STRING") && isWord(at)) {
			return "'%s' cannot stand here; text in double quotes is expected: \"%s\".".formatted(text, text);
		}
		return "'%s' cannot stand here%s.".formatted(text, expected().map("; %s is expected"::formatted).orElseGet(
				() -> before.isEmpty() || !before.matches("[a-z]+") ? "" : ": it is not what '%s' asks for".formatted(before)));
	}

	private Repair endOfFile() {
		var end = tokens.isEmpty() ? 0 : tokens.getLast().getStopIndex() + 1;
		if (tokens.isEmpty()) {
			return new Repair("A file begins with its package: 'package NAME'.", end, end, end, 0, true);
		}
		var complete = expecting("'}'") || error instanceof EarlyExitException;
		var start = complete ? end : start(startOfEntry(keys.of(open.getLast().label())));
		if (open.size() > 1) {
			var body = open.getLast();
			return new Repair("The file ends, but the '{' in line %s is still open.".formatted(body.line()), start, end, end,
					open.size() - 1, false);
		}
		return new Repair("The file ends here, but %s.".formatted(
				expected().map("%s is expected"::formatted).orElse("something is missing")), start, end, end, 0, false);
	}

	/** What one token would have to be, in a reader's words; empty when several would do. */
	private Optional<String> expected() {
		if (!(error instanceof MismatchedTokenException mismatch) || mismatch.expecting <= 0 || mismatch.expecting >= tokenNames.length) {
			return Optional.empty();
		}
		return switch (tokenNames[mismatch.expecting]) {
			case "RULE_ID" -> Optional.of("a name");
			case "RULE_NUMBER" -> Optional.of("a number");
			case "RULE_STRING" -> Optional.of("text in double quotes");
			case String keyword when keyword.startsWith("'") -> Optional.of(keyword);
			default -> Optional.empty();
		};
	}

	/** The key or the item that what is wrong belongs to; never in front of the body around it. */
	private int startOfEntry(Set<String> own) {
		for (int i = at - 1, depth = 0; i > open.getLast().brace(); i--) {
			depth += is(i, "}") ? 1 : is(i, "{") ? -1 : 0;
			if (depth == 0 && own.contains(text(i)) && !(i > 0 && (is(i - 1, ",") || KINDS.contains(text(i - 1)) && own.contains(text(i - 1))))) {
				return i > 0 && text(i - 1).equals("template") ? i > 1 && text(i - 2).equals("final") ? i - 2 : i - 1 : i;
			}
			if (depth > 0 && i == 0) {
				break;
			}
		}
		return at;
	}

	/** The offset behind what is wrong: up to the next key or item, or the end of the body. */
	private int endOfEntry(Set<String> own) {
		var depth = 0;
		for (var i = at; i < tokens.size(); i++) {
			if (is(i, "}")) {
				if (depth == 0) {
					return i == at ? start(at) : end(i - 1);
				}
				depth--;
			} else if (is(i, "{")) {
				depth++;
			} else if (i > at && depth == 0 && own.contains(text(i)) && !is(i - 1, ",") && !type(i).startsWith("RULE_")) {
				return end(i - 1);
			} else if (i > at && bracesMissing && isFirstOfLine(i) && isItemAround(text(i))) {
				return end(i - 1);
			}
		}
		return end(tokens.size() - 1);
	}

	private boolean isItemAround(String word) {
		return KINDS.contains(word) && open.stream().anyMatch(body -> keys.of(body.label()).contains(word));
	}

	private boolean isFirstOfLine(int token) {
		return token > 0 && tokens.get(token - 1).getLine() < tokens.get(token).getLine();
	}

	private Body body(int brace) {
		for (var i = brace - 1; i >= 0 && !is(i, "{") && !is(i, "}"); i--) {
			if (BODIES.contains(text(i)) && !(i > 0 && KINDS.contains(text(i - 1)))) {
				return new Body(label(text(i)), i + 1 < brace ? text(i + 1) : "", brace, tokens.get(brace).getLine());
			}
		}
		return new Body("", "", brace, tokens.get(brace).getLine());
	}

	private String label(String keyword) {
		return switch (keyword) {
			case "guest" -> "os";
			case "os" -> open.size() == 1 ? "os release" : "os";
			case "container" -> open.getLast().label().equals("pod") ? "container of a pod" : "container";
			default -> PAIRED.contains(keyword) ? "feed" : keyword;
		};
	}

	private Repair passOver(String message, int to) {
		return Repair.passOver(message, start(at), Math.max(start(at), to));
	}

	private boolean isWord(int token) {
		return text(token).matches("[@^]?[A-Za-z_].*");
	}

	private boolean is(int token, String text) {
		return text(token).equals(text);
	}

	private String text(int token) {
		return tokens.get(token) instanceof TakenForWritten written ? written.word() : tokens.get(token).getText();
	}

	private String type(int token) {
		return tokenNames[tokens.get(token).getType()];
	}

	private int start(int token) {
		return token < tokens.size() ? tokens.get(token).getStartIndex() : tokens.isEmpty() ? 0 : end(tokens.size() - 1);
	}

	private int end(int token) {
		return tokens.get(token).getStopIndex() + 1;
	}

	private static String in(Body body) {
		return body.label().equals(BodyKeys.FILE) || body.label().isEmpty() ? "here" : "in " + a(body);
	}

	private static String a(Body body) {
		return body.label().equals("rules") ? "'rules'" : body.label().isEmpty() ? "this" : withArticle(plain(body.label()));
	}

	private static String plain(String label) {
		return label.equals("os release") ? "os" : label;
	}

	private static String withArticle(String noun) {
		return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
	}

	private static String upper(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	private static String quoted(List<String> words) {
		return words.stream().collect(Collectors.joining("', '", "'", "'"));
	}

	private static String listed(Set<String> words) {
		return words.size() > MANY ? "keys of its own" : words.stream().sorted().collect(Collectors.joining(", "));
	}
}
