package org.vcdsl.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.RecognitionException;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.vcdsl.messages.Repair;
import org.vcdsl.messages.SyntaxErrorMessages;
import org.vcdsl.parser.antlr.VcdParser;

import com.google.inject.Inject;

/**
 * The generated parser, but that an error costs only the key or the item it stands in: that is passed over, and the text read anew.
 *
 * <p>A generated parser leaves the list of items at the first word that begins none, and with it the rest of the file. Text without
 * errors is read once; with errors, once more for each of the first few.
 */
public class RecoveringParser extends VcdParser {

	/** Errors that are mended by reading anew; what is left is up to the generated parser. */
	private static final int MOST_REPAIRS = 12;

	/** Of long texts, fewer: reading takes its time. */
	private static final int LONG = 300_000;
	private static final int REPAIRS_OF_LONG_TEXT = 2;

	@Inject
	private SyntaxErrorMessages messages;

	@Override
	protected IParseResult doParse(String ruleName, CharStream text, NodeModelBuilder builder, int initialLookAhead) {
		var repairs = new ArrayList<Repair>();
		var nodes = builder;
		while (true) {
			var first = new FirstError(messages, repairs);
			var result = parse(ruleName, text, nodes, initialLookAhead, repairs, first);
			var most = text.size() > LONG ? REPAIRS_OF_LONG_TEXT : MOST_REPAIRS;
			if (first.repair == null || !(text instanceof ANTLRStringStream again) || repairs.size() == most
					|| !getDefaultRuleName().equals(ruleName) || repairs.contains(first.repair)) {
				return result;
			}
			repairs.add(first.repair);
			nodes = createNodeModelBuilder();
			again.reset();
		}
	}

	private IParseResult parse(String ruleName, CharStream text, NodeModelBuilder nodes, int initialLookAhead, List<Repair> repairs,
			FirstError errors) {
		var lexer = createLexer(text);
		var tokens = repairs.isEmpty() ? createTokenStream(lexer) : new RepairedTokens(lexer, getTokenDefProvider(), repairs);
		tokens.initCurrentLookAhead(initialLookAhead);
		setInitialHiddenTokens(tokens);
		var parser = createParser(tokens);
		parser.setTokenTypeMap(getTokenDefProvider().getTokenDefMap());
		parser.setSyntaxErrorProvider(errors);
		parser.setNodeModelBuilder(nodes);
		parser.setSemanticModelBuilder(getElementFactory());
		var unordered = getUnorderedGroupHelper().get();
		parser.setUnorderedGroupHelper(unordered);
		unordered.initializeWith(parser);
		try {
			return ruleName == null ? parser.parse() : parser.parse(ruleName);
		} catch (RuntimeException | RecognitionException failed) {
			throw new ParseException(failed.getMessage(), failed);
		}
	}

	/** Remembers how the first error could be mended, and explains the first few. */
	private static final class FirstError implements ISyntaxErrorMessageProvider {

		/** Each look at an error takes time in the length of the text. */
		private static final int MOST_EXPLAINED = 40;

		private final SyntaxErrorMessages messages;
		private final Map<String, Repair> known;
		private Repair repair;
		private int errors;

		FirstError(SyntaxErrorMessages messages, List<Repair> repairs) {
			this.messages = messages;
			this.known = repairs.stream().collect(Collectors.toMap(Repair::message, Function.identity(), FirstError::both));
		}

		/** What is said of two errors; what was meant is not, unless it is the same. */
		private static Repair both(Repair first, Repair second) {
			return first.meant().equals(second.meant()) ? first : first.meaning(Optional.empty());
		}

		@Override
		public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
			if (++errors > MOST_EXPLAINED) {
				return new SyntaxErrorMessage("This cannot be read because of the errors in front of it.", Diagnostic.SYNTAX_DIAGNOSTIC);
			}
			if (context.getRecognitionException() == null && known.containsKey(context.getDefaultMessage())) {
				return messages.of(known.get(context.getDefaultMessage()));
			}
			if (repair == null) {
				repair = messages.repair(context.getRecognitionException(), context.getTokenNames()).orElse(null);
			}
			return messages.getSyntaxErrorMessage(context);
		}

		@Override
		public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
			return messages.getSyntaxErrorMessage(context);
		}
	}
}
