package org.vcdsl.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/** Which keys may stand in which body, read off the grammar once. */
final class BodyKeys {

	/** What a file holds outside all braces. */
	static final String FILE = "file";

	/** The rules whose braces are bodies, by what an architect calls the element. */
	private static final Map<String, String> RULES = rules();

	private final Map<String, Set<String>> keys = new LinkedHashMap<>();

	BodyKeys(Grammar grammar) {
		RULES.forEach((label, rule) -> keys.put(label, keysOf(GrammarUtil.findRuleForName(grammar, rule))));
		keys.put(FILE, first(GrammarUtil.findRuleForName(grammar, "TopItem").getAlternatives()));
	}

	private static Map<String, String> rules() {
		var rules = new LinkedHashMap<String, String>();
		List.of("site", "room", "rack", "feed", "switch", "cluster", "network", "volume", "service")
				.forEach(label -> rules.put(label, Character.toUpperCase(label.charAt(0)) + label.substring(1) + "Declaration"));
		rules.put("host", "HostBody");
		rules.put("os", "OsClause");
		rules.put("os release", "OsRelease");
		rules.put("hypervisor", "HypervisorClause");
		rules.put("vm", "VmBody");
		rules.put("microvm", "MicroVmBody");
		rules.put("container", "ContainerBody");
		rules.put("container of a pod", "PodContainerDeclaration");
		rules.put("lxc", "LxcBody");
		rules.put("pod", "PodBody");
		rules.put("image", "ImageBody");
		rules.put("rules", "RulesDeclaration");
		return rules;
	}

	/** The keys of a body, in the order of the grammar. */
	Set<String> of(String label) {
		return keys.getOrDefault(label, Set.of());
	}

	/** All elements whose body has a key. */
	List<String> bodiesWith(String key) {
		return keys.entrySet().stream().filter(body -> body.getValue().contains(key)).map(Map.Entry::getKey).toList();
	}

	private static Set<String> keysOf(AbstractRule rule) {
		var keys = new LinkedHashSet<String>();
		collectBehindBrace(rule.getAlternatives(), keys);
		return keys;
	}

	private static void collectBehindBrace(AbstractElement element, Set<String> keys) {
		if (element instanceof Group group) {
			var inside = false;
			for (var part : group.getElements()) {
				if (part instanceof Keyword keyword) {
					inside = keyword.getValue().equals("{") || inside && !keyword.getValue().equals("}");
				} else if (inside) {
					keys.addAll(first(part));
				} else {
					collectBehindBrace(part, keys);
				}
			}
		} else if (element instanceof CompoundElement compound) {
			compound.getElements().forEach(part -> collectBehindBrace(part, keys));
		}
	}

	/** The keywords that an element can begin with. */
	private static Set<String> first(AbstractElement element) {
		return switch (element) {
			case Keyword keyword -> Set.of(keyword.getValue());
			case Assignment assignment -> first(assignment.getTerminal());
			case RuleCall call when call.getRule() instanceof ParserRule rule -> first(rule.getAlternatives());
			case Alternatives alternatives -> union(alternatives.getElements());
			case Group group -> firstOf(group);
			default -> Set.of();
		};
	}

	private static Set<String> firstOf(Group group) {
		var words = new LinkedHashSet<String>();
		for (var part : group.getElements()) {
			words.addAll(first(part));
			if (!GrammarUtil.isOptionalCardinality(part) && !(part instanceof org.eclipse.xtext.Action)) {
				break;
			}
		}
		return words;
	}

	private static Set<String> union(List<AbstractElement> elements) {
		var words = new LinkedHashSet<String>();
		new ArrayList<>(elements).forEach(element -> words.addAll(first(element)));
		return words;
	}
}
