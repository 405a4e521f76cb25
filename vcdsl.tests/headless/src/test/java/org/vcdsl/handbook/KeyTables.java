package org.vcdsl.handbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/** The keys of each element, as the grammar has them and as the page lists them. */
final class KeyTables {

	/** The sections of the page that list keys, each with the rules of the grammar that it is about. */
	static final Map<String, List<String>> SECTIONS = new TreeMap<>(Map.ofEntries(
			Map.entry("Feed", List.of("FeedDeclaration")),
			Map.entry("Switch", List.of("SwitchDeclaration")),
			Map.entry("Host", List.of("HostBody")),
			Map.entry("Operating system", List.of("OsClause")),
			Map.entry("Hypervisor", List.of("HypervisorClause")),
			Map.entry("Virtual machine", List.of("VmBody")),
			Map.entry("Micro virtual machine", List.of("MicroVmBody")),
			Map.entry("Container", List.of("ContainerBody")),
			Map.entry("System container", List.of("LxcBody")),
			Map.entry("Pod", List.of("PodBody", "PodContainerDeclaration")),
			Map.entry("Cluster", List.of("ClusterDeclaration")),
			Map.entry("Network", List.of("NetworkDeclaration")),
			Map.entry("Volume", List.of("VolumeDeclaration")),
			Map.entry("Image", List.of("ImageBody")),
			Map.entry("Service", List.of("ServiceDeclaration"))));

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z ]+)` \\|");
	/** What an element holds instead of a key. */
	private static final String ITEMS = "items";

	private KeyTables() {
	}

	/** The first cells of all tables in a section of the second half of the page. */
	static Set<String> keysOnPage(String page, String section) {
		var start = page.indexOf("\n### " + section + "\n", page.indexOf("\n## All keys\n")) + 1;
		var end = page.indexOf("\n### ", start);
		var keys = new TreeSet<String>();
		ROW.matcher(page.substring(start, end)).results().forEach(row -> keys.add(row.group(1)));
		return keys;
	}

	/** The words with which the alternatives between the braces of some rules begin. */
	static Set<String> keysInGrammar(List<String> rules) {
		var keys = new TreeSet<String>();
		for (var rule : rules) {
			EcoreUtil2.getAllContentsOfType(GrammarUtil.findRuleForName(Keywords.grammar(), rule), Alternatives.class).stream()
					.filter(alternatives -> "*".equals(alternatives.getCardinality()))
					.flatMap(alternatives -> alternatives.getElements().stream())
					.filter(key -> !(key instanceof Assignment held && held.getFeature().equals(ITEMS)))
					.forEach(key -> keys.addAll(firstWords(key)));
		}
		return keys;
	}

	private static Set<String> firstWords(AbstractElement element) {
		return switch (element) {
			case Keyword keyword -> Set.of(keyword.getValue());
			case Assignment assignment -> firstWords(assignment.getTerminal());
			case RuleCall call -> firstWords(((ParserRule) call.getRule()).getAlternatives());
			case Alternatives alternatives -> {
				var words = new TreeSet<String>();
				alternatives.getElements().forEach(alternative -> words.addAll(firstWords(alternative)));
				yield words;
			}
			case Group group when group.getElements().get(0) instanceof Keyword first
					&& group.getElements().get(1) instanceof Keyword second -> Set.of(first.getValue() + " " + second.getValue());
			case Group group -> firstWords(group.getElements().getFirst());
			default -> throw new IllegalArgumentException("No key starts with " + element);
		};
	}
}
