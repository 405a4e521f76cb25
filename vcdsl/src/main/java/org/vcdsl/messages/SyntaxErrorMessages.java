package org.vcdsl.messages;

import java.util.List;
import java.util.Optional;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.RecognitionException;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.vcdsl.services.VcdGrammarAccess;

import com.google.inject.Inject;

/** Says of text that cannot be parsed what is wrong with it, in words of the language. */
public class SyntaxErrorMessages extends SyntaxErrorMessageProvider {

	/** What is said of text that is passed over because of an error beside it: nothing. */
	public static final String NOTHING = "";

	@Inject
	private VcdGrammarAccess grammar;

	private BodyKeys keys;

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		if (NOTHING.equals(context.getDefaultMessage())) {
			return null;
		}
		var standard = super.getSyntaxErrorMessage(context);
		return repair(context.getRecognitionException(), context.getTokenNames())
				.map(repair -> saying(repair.message(), standard)).orElse(standard);
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		return saying("This text cannot be read. Behind a backslash stands one of b, t, n, f, r, u, \", ' and another backslash.",
				super.getSyntaxErrorMessage(context));
	}

	private static SyntaxErrorMessage saying(String message, SyntaxErrorMessage standard) {
		return new SyntaxErrorMessage(message, standard.getIssueCode(), standard.getIssueData());
	}

	/** What is said of text that a repair passes over; with the error goes what was meant, for {@link #meant} to read. */
	public SyntaxErrorMessage of(Repair repair) {
		return new SyntaxErrorMessage(repair.message(), Diagnostic.SYNTAX_DIAGNOSTIC, repair.meant()
				.map(meant -> new String[] { String.valueOf(meant.length()), meant.text() }).orElse(null));
	}

	/** What would have to stand in the place of an error; empty when nobody can tell. */
	public static Optional<Repair.Meant> meant(AbstractDiagnostic error) {
		var data = Diagnostic.SYNTAX_DIAGNOSTIC.equals(error.getCode()) ? error.getData() : null;
		return data == null || data.length != 2 ? Optional.empty()
				: Optional.of(new Repair.Meant(Integer.parseInt(data[0]), data[1]));
	}

	/** What is wrong at an error of the parser and how to go on; empty where it has seen no tokens. */
	@SuppressWarnings("unchecked")
	public Optional<Repair> repair(RecognitionException error, String[] tokenNames) {
		if (error == null || error.token == null || !(error.input instanceof CommonTokenStream tokens)) {
			return Optional.empty();
		}
		if (keys == null) {
			keys = new BodyKeys(grammar.getGrammar());
		}
		return Optional.of(new SyntaxDiagnosis((List<CommonToken>) tokens.getTokens(), error, tokenNames, keys).repair());
	}
}
