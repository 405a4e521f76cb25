package org.vcdsl.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Lexer;
import org.antlr.runtime.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.ide.lexer.VcdContentAssistLexer;
import org.vcdsl.parser.antlr.internal.InternalVcdLexer;

class NumberScannerTest {

	@ParameterizedTest
	@ValueSource(strings = { "24", "6.1.0-28-amd64", "4.18.0-477.10.1.el8_8.x86_64", "10.0.20348.2113", "1:2.3~rc1+b2-1", "2027-06-30", "4:1",
			"10.0.0.0/24", "2001:db8::/64", "2001:db8:0:0:1::8", "1::", "1::/16", "64:ff9b::192.0.2.33", "fd00:20::1", "fe80::",
			"FD00::1", "a:b:c:d:e:f:0:1", "abcd:ef01:2345:6789:abcd:ef01:2345:6789", "f::", "cafe::/16", "::1", "::ffff:10.0.0.1",
			"::/0", "::a" })
	void isOneNumber(String text) {
		assertThat(tokens(text)).containsExactly(text + " number");
		assertThat(tokens("x " + text + " y")).containsExactly("x", text + " number", "y");
		assertThat(tokens("x " + text + ",y")).contains(text + " number");
		assertThat(tokens("x " + text + "{")).contains(text + " number");
		assertThat(tokens("x " + text + "//y")).containsExactly("x", text + " number", "//y");
		assertThat(tokens("x " + text + "/*y*/")).containsExactly("x", text + " number", "/*y*/");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"8443..8444->8443   | 8443 number  .. 8444 number  -> 8443 number",
			"1->2               | 1 number  -> 2 number",
			"host x:Bed {       | host x : Bed {",
			"host cafe:Bed      | host cafe : Bed",
			"host cafe :Bed     | host cafe : Bed",
			"host cafe: Bed     | host cafe : Bed",
			"host face:cafe{    | host face : cafe {",
			"host dead1:beef    | host dead1 : beef",
			"host a:b           | host a : b",
			"host beef          | host beef",
			"feed f             | feed f",
			"a, b, c            | a , b , c",
			"abcde:1            | abcde : 1 number" })
	void whatIsNoAddressStaysAsItWas(String text, String tokens) {
		assertThat(String.join(" ", tokens(text))).isEqualTo(tokens.replace("  ", " "));
	}

	/** The texts of all tokens but spaces, by the parser's lexer and by that for completion. */
	private static List<String> tokens(String text) {
		var parser = tokens(new VcdLexer(), InternalVcdLexer.RULE_NUMBER, text);
		assertThat(tokens(new VcdContentAssistLexer(), org.vcdsl.ide.contentassist.antlr.internal.InternalVcdLexer.RULE_NUMBER, text))
				.isEqualTo(parser);
		return parser;
	}

	private static List<String> tokens(Lexer lexer, int number, String text) {
		lexer.setCharStream(new ANTLRStringStream(text));
		var tokens = new ArrayList<String>();
		for (var token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
			if (!token.getText().isBlank()) {
				tokens.add(token.getText() + (token.getType() == number ? " number" : ""));
			}
		}
		return tokens;
	}
}
