package org.vcdsl.formatting2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.vcdsl.Project;
import org.vcdsl.lexer.VcdLexer;
import org.vcdsl.parser.antlr.internal.InternalVcdLexer;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.TextLayout;

/** Texts of the language in this project, and what they are made of. */
final class VcdTexts {

	private VcdTexts() {
	}

	/** Lays a text out that must have no syntax errors. */
	static String format(String text) {
		var laidOut = TextLayout.layOut(new SourceFile("test.vcd", text));
		assertThat(laidOut.errors()).as(text).isEmpty();
		return laidOut.text();
	}

	/** All files of the language that can be parsed, by their paths from the top of the project. */
	static List<String> sound() throws IOException {
		var found = new ArrayList<String>();
		for (var folder : List.of("examples", "vcdsl.tests/fixtures", "vcdsl/src/main/resources")) {
			try (Stream<Path> files = Files.walk(Project.path(folder))) {
				files.filter(file -> file.toString().endsWith(".vcd")).map(file -> Project.path(".").relativize(file).toString())
						.filter(file -> TextLayout.layOut(Project.source(file)).errors().isEmpty()).sorted().forEach(found::add);
			}
		}
		return found;
	}

	/** The tokens of a text, without blanks and comments. */
	static List<String> tokens(String text) {
		return all(text).stream().filter(token -> !isComment(token) && token.getType() != InternalVcdLexer.RULE_WS).map(Token::getText)
				.toList();
	}

	/** The comments of a text, without the blanks at the ends of their lines and in front of them. */
	static List<String> comments(String text) {
		return all(text).stream().filter(VcdTexts::isComment)
				.map(token -> token.getText().lines().map(String::strip).toList().toString()).toList();
	}

	/** All tokens of a text, blanks and comments too. */
	static List<Token> all(String text) {
		var lexer = new VcdLexer();
		lexer.setCharStream(new ANTLRStringStream(text));
		var tokens = new ArrayList<Token>();
		for (var token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
			tokens.add(token);
		}
		return tokens;
	}

	static boolean isComment(Token token) {
		return token.getType() == InternalVcdLexer.RULE_ML_COMMENT || token.getType() == InternalVcdLexer.RULE_SL_COMMENT;
	}
}
