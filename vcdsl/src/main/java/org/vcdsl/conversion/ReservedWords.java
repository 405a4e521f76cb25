package org.vcdsl.conversion;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.Keyword;

import com.google.inject.Inject;
import com.google.inject.Singleton;

/** The keywords that are no names: those that the rule ValidID does not list. Only who writes text asks, hence they are collected late. */
@Singleton
final class ReservedWords {

	private final IGrammarAccess grammar;
	private Set<String> words;

	@Inject
	ReservedWords(IGrammarAccess grammar) {
		this.grammar = grammar;
	}

	synchronized boolean include(String word) {
		if (words == null) {
			words = new HashSet<>(GrammarUtil.getAllKeywords(grammar.getGrammar()));
			EcoreUtil2.getAllContentsOfType(GrammarUtil.findRuleForName(grammar.getGrammar(), "ValidID"), Keyword.class)
					.forEach(keyword -> words.remove(keyword.getValue()));
		}
		return words.contains(word);
	}
}
