package org.vcdsl.recovery;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.vcdsl.messages.PassedOver;
import org.vcdsl.messages.Repair;
import org.vcdsl.messages.SyntaxErrorMessages;
import org.vcdsl.messages.TakenForWritten;
import org.vcdsl.parser.antlr.internal.InternalVcdParser;

/** The tokens of a text, without what repairs pass over and with the braces they take for written. */
final class RepairedTokens extends XtextTokenStream {

	private final Repaired source;

	RepairedTokens(TokenSource lexer, ITokenDefProvider types, List<Repair> repairs) {
		this(new Repaired((Lexer) lexer, repairs), types);
	}

	private RepairedTokens(Repaired source, ITokenDefProvider types) {
		super(source, types);
		this.source = source;
	}

	@Override
	public String getLexerErrorMessage(Token invalid) {
		return source.messages.computeIfAbsent(invalid, source.lexer::getErrorMessage);
	}

	private static final class Repaired implements TokenSource {

		private static final int CLOSING = type("'}'");
		private static final int PACKAGE = type("'package'");
		/** The name of a package that nobody named. */
		private static final String UNNAMED = "unnamed";

		private final Lexer lexer;
		private final ArrayDeque<Repair> repairs;
		private final ArrayDeque<CommonToken> ready = new ArrayDeque<>();
		private final Map<Token, String> messages = new IdentityHashMap<>();

		Repaired(Lexer lexer, List<Repair> repairs) {
			this.lexer = lexer;
			this.repairs = new ArrayDeque<>(
					repairs.stream().sorted(Comparator.comparingInt(Repair::silentFrom).thenComparingInt(Repair::to)).toList());
		}

		@Override
		public Token nextToken() {
			if (!ready.isEmpty()) {
				return ready.poll();
			}
			var token = (CommonToken) lexer.nextToken();
			while (!repairs.isEmpty()
					&& (token.getType() == Token.EOF || token.getStartIndex() >= repairs.peek().silentFrom())) {
				token = apply(repairs.poll(), token);
			}
			ready.add(token);
			return ready.poll();
		}

		/** Puts what stands for a repair in front, and answers the first token behind it. */
		private CommonToken apply(Repair repair, CommonToken first) {
			var next = first;
			var start = next.getType() == Token.EOF ? repair.silentFrom() : next.getStartIndex();
			var silent = Math.max(start, repair.from());
			var end = Math.max(silent, repair.to());
			while (next.getType() != Token.EOF && next.getStartIndex() < end) {
				next = (CommonToken) lexer.nextToken();
			}
			if (silent > start) {
				add(start, silent, SyntaxErrorMessages.NOTHING);
			}
			add(silent, end, repair.message());
			if (repair.packaged()) {
				insert(PACKAGE, "package", end);
				insert(InternalVcdParser.RULE_ID, UNNAMED, end);
			}
			for (var i = 0; i < repair.closing(); i++) {
				insert(CLOSING, "}", end);
			}
			return next;
		}

		private void add(int start, int end, String message) {
			var token = new PassedOver(lexer.getCharStream(), start, end);
			messages.put(token, message);
			ready.add(token);
		}

		private void insert(int type, String text, int at) {
			ready.add(new TakenForWritten(lexer.getCharStream(), type, text, at));
		}

		@Override
		public String getSourceName() {
			return lexer.getSourceName();
		}

		private static int type(String keyword) {
			return List.of(InternalVcdParser.tokenNames).indexOf(keyword);
		}
	}
}
