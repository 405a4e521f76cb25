package org.vcdsl.formatting2;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.vcdsl.services.VcdGrammarAccess;

import com.google.inject.Inject;
import com.google.inject.Singleton;

/** Knows from the grammar with which words items and keys begin: what may stand first between braces, or in a file. */
@Singleton
final class ClauseStarts {

	/** Each first word, with the optional ones that may stand before it. */
	private final Map<EObject, Set<EObject>> starts = new HashMap<>();
	private final Set<AbstractRule> entered = new HashSet<>();

	@Inject
	ClauseStarts(VcdGrammarAccess grammar) {
		for (var element : ((Group) grammar.getVcdFileRule().getAlternatives()).getElements()) {
			if (element instanceof Keyword || GrammarUtil.isMultipleCardinality(element)) {
				add(element, Set.of());
			}
		}
		for (var group : EcoreUtil2.eAllOfType(grammar.getGrammar(), Group.class)) {
			var elements = group.getElements();
			for (var i = 1; i < elements.size(); i++) {
				if (elements.get(i - 1) instanceof Keyword keyword && keyword.getValue().equals("{")) {
					add(elements.get(i), Set.of());
				}
			}
		}
	}

	/** Whether a token is the first of an item or a key. */
	boolean include(ISemanticRegion token) {
		var optional = starts.get(token.getGrammarElement());
		return optional != null && (optional.isEmpty() || token.getPreviousSemanticRegion() == null
				|| !optional.contains(token.getPreviousSemanticRegion().getGrammarElement()));
	}

	private void add(AbstractElement element, Set<EObject> optional) {
		switch (element) {
			case Alternatives choice -> choice.getElements().forEach(one -> add(one, optional));
			case Group sequence -> addFirst(sequence, optional);
			case Assignment assignment -> add(assignment.getTerminal(), optional);
			case RuleCall call when GrammarUtil.isEObjectRuleCall(call) -> {
				if (entered.add(call.getRule())) {
					add(call.getRule().getAlternatives(), optional);
				}
			}
			case Keyword keyword when keyword.getValue().equals("}") -> {
			}
			default -> starts.computeIfAbsent(element, key -> new HashSet<>()).addAll(optional);
		}
	}

	private void addFirst(Group sequence, Set<EObject> optional) {
		var before = new HashSet<>(optional);
		for (var element : sequence.getElements()) {
			if (element instanceof Action) {
				continue;
			}
			add(element, before);
			if (!GrammarUtil.isOptionalCardinality(element)) {
				return;
			}
			before.add(element instanceof Assignment assignment ? assignment.getTerminal() : element);
		}
	}
}
