package org.vcdsl.messages;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.vcdsl.services.VcdGrammarAccess;

import com.google.inject.Inject;

/** Says of text that cannot be parsed what stands there, what was expected and, at the end of a file, which brace is still open. */
public class SyntaxErrorMessages extends SyntaxErrorMessageProvider {

	@Inject
	private VcdGrammarAccess grammar;

	private List<String> keywords;

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		var error = context.getRecognitionException();
		if (error == null || error.token == null) {
			return super.getSyntaxErrorMessage(context);
		}
		return new SyntaxErrorMessage(error.token.getType() == Token.EOF ? endOfFile(error, context.getTokenNames())
				: misplaced(error, context.getTokenNames()), super.getSyntaxErrorMessage(context).getIssueCode());
	}

	private String endOfFile(RecognitionException error, String[] tokenNames) {
		var open = error.input instanceof TokenStream tokens ? openBrace(tokens) : Optional.<Token>empty();
		return open.map(brace -> "The file ends, but the '{' in line %s is still open.".formatted(brace.getLine()))
				.orElseGet(() -> "The file ends here%s.".formatted(
						expected(error, tokenNames).map(", but %s is expected"::formatted).orElse(", but something is missing")));
	}

	/** The innermost brace that opens and never closes. */
	private static Optional<Token> openBrace(TokenStream tokens) {
		var open = new ArrayDeque<Token>();
		for (var i = 0; i < tokens.size(); i++) {
			var token = tokens.get(i);
			if ("{".equals(token.getText())) {
				open.push(token);
			} else if ("}".equals(token.getText())) {
				open.poll();
			}
		}
		return Optional.ofNullable(open.peek());
	}

	private String misplaced(RecognitionException error, String[] tokenNames) {
		var text = error.token.getText();
		var near = near(text);
		if (!near.isEmpty()) {
			return "'%s' means nothing here. Did you mean %s?".formatted(text,
					near.stream().collect(Collectors.joining("', '", "'", "'")));
		}
		return "'%s' cannot stand here%s.".formatted(text,
				expected(error, tokenNames).map("; %s is expected"::formatted).orElse(""));
	}

	/** Keywords that somebody may have meant by a word that is none. */
	private List<String> near(String word) {
		return word.length() < 2 || keywords().contains(word) ? List.of() : NearNames.of(word, keywords().stream());
	}

	/** What one token would have to be, in a reader's words; empty when several would do. */
	private static Optional<String> expected(RecognitionException error, String[] tokenNames) {
		if (!(error instanceof MismatchedTokenException mismatch) || mismatch.expecting < 0
				|| mismatch.expecting >= tokenNames.length) {
			return Optional.empty();
		}
		var name = tokenNames[mismatch.expecting];
		return Optional.of(switch (name) {
			case "RULE_ID" -> "a name";
			case "RULE_NUMBER" -> "a number";
			case "RULE_STRING" -> "text in double quotes";
			default -> name;
		});
	}

	private List<String> keywords() {
		if (keywords == null) {
			keywords = GrammarUtil.getAllKeywords(grammar.getGrammar()).stream()
					.filter(keyword -> Character.isLetter(keyword.charAt(0)) && keyword.length() > 2).sorted().toList();
		}
		return keywords;
	}
}
