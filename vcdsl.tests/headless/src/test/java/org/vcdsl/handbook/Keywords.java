package org.vcdsl.handbook;

import java.util.Set;
import java.util.TreeSet;

import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.vcdsl.VcdStandaloneSetup;

/** The grammar as the parser has it, and its words. */
final class Keywords {

	private static final Grammar GRAMMAR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration()
			.getInstance(IGrammarAccess.class).getGrammar();

	private Keywords() {
	}

	static Grammar grammar() {
		return GRAMMAR;
	}

	/** All words of the language, without signs. */
	static Set<String> all() {
		var words = new TreeSet<>(GrammarUtil.getAllKeywords(GRAMMAR));
		words.removeIf(word -> !word.matches("@?[a-z]+"));
		return words;
	}
}
