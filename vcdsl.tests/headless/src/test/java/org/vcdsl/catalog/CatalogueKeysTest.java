package org.vcdsl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.resolve.FactsResolver;
import org.vcdsl.services.VcdGrammarAccess;
import org.vcdsl.vcd.FactBlock;
import org.vcdsl.vcd.FactClause;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.OsRelease;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VcdPackage;

/** No key of a catalogue entry is read and then ignored: wherever entries of a kind say it, some facts are others without it. */
class CatalogueKeysTest {

	/** How many releases are tried until one makes a difference. */
	private static final int MOST_RELEASES = 20;

	private static final List<String> RULES = List.of("ReleaseClause", "FactClause", "FactBlock", "VersionClause");

	private static final List<XtextResource> FILES = CatalogueFiles.names().stream().map(CatalogueFiles::parse).toList();

	/** Clauses and blocks by what they say: the kind of entry, the block around and the key. */
	private static final Map<String, List<EObject>> PLACES = places();

	@TestFactory
	Stream<DynamicTest> everyKeyChangesTheFactsOfItsEntry() {
		return PLACES.entrySet().stream().map(key -> dynamicTest(key.getKey(), () -> assertThat(key.getValue())
				.as("%s changes nothing wherever it stands", key.getKey()).anyMatch(CatalogueKeysTest::removalMatters)));
	}

	@TestFactory
	Stream<DynamicTest> everyKeyOfAReleaseChangesItsFacts() {
		return VcdPackage.Literals.OS_RELEASE.getEStructuralFeatures().stream()
				.filter(feature -> feature != VcdPackage.Literals.OS_RELEASE__FACTS)
				.map(feature -> dynamicTest(feature.getName(), () -> assertThat(releases().filter(release -> release.eIsSet(feature)))
						.as(feature.getName()).anyMatch(release -> changeMatters(release, feature))));
	}

	@Test
	void nothingChangesWhereNothingIsTakenAway() {
		assertThat(PLACES.values()).allSatisfy(places -> {
			var entry = entry(places.getFirst());
			assertThat(facts(entry)).isEqualTo(facts(entry));
		});
	}

	@Test
	void everyKeyOfTheGrammarIsSaidSomewhere() {
		var said = PLACES.keySet().stream().map(place -> place.substring(place.lastIndexOf(' ') + 1)).collect(Collectors.toSet());
		assertThat(said).containsAll(keysOfTheGrammar());
	}

	private static Set<String> keysOfTheGrammar() {
		var grammar = FILES.getFirst().getResourceServiceProvider().get(VcdGrammarAccess.class).getGrammar();
		var keys = new TreeSet<String>();
		for (var rule : RULES) {
			EcoreUtil2.getAllContentsOfType(GrammarUtil.findRuleForName(grammar, rule), Assignment.class).stream()
					.filter(assignment -> assignment.getFeature().equals("key"))
					.forEach(assignment -> keys.add(((Keyword) assignment.getTerminal()).getValue()));
		}
		return keys;
	}

	private static Map<String, List<EObject>> places() {
		var places = new TreeMap<String, List<EObject>>();
		for (var file : FILES) {
			file.getAllContents().forEachRemaining(part -> {
				switch (part) {
					case FactClause clause -> places.computeIfAbsent(around(clause) + clause.getKey(), key -> new ArrayList<>()).add(clause);
					case FactBlock block -> places.computeIfAbsent(around(block) + block.getKey(), key -> new ArrayList<>()).add(block);
					default -> {
						// says nothing by itself
					}
				}
			});
		}
		return places;
	}

	private static String around(EObject part) {
		var block = EcoreUtil2.getContainerOfType(part.eContainer(), FactBlock.class);
		return entry(part).eClass().getName() + " " + (block == null ? "" : block.getKey() + " ");
	}

	private static NamedDeclaration entry(EObject part) {
		return EcoreUtil2.getContainerOfType(part, NamedDeclaration.class);
	}

	private static Stream<OsRelease> releases() {
		return FILES.stream().flatMap(file -> ((VcdFile) file.getContents().getFirst()).getItems().stream())
				.filter(OsRelease.class::isInstance).map(OsRelease.class::cast).limit(MOST_RELEASES);
	}

	@SuppressWarnings("unchecked")
	private static boolean removalMatters(EObject clause) {
		var entry = entry(clause);
		var siblings = (List<EObject>) clause.eContainer().eGet(clause.eContainingFeature());
		var position = siblings.indexOf(clause);
		var before = facts(entry);
		siblings.remove(position);
		try {
			return !facts(entry).equals(before);
		} finally {
			siblings.add(position, clause);
		}
	}

	private static boolean changeMatters(OsRelease release, EStructuralFeature feature) {
		var before = facts(release);
		var value = feature.isMany() ? List.copyOf((List<?>) release.eGet(feature)) : release.eGet(feature);
		if (feature == VcdPackage.Literals.NAMED_DECLARATION__NAME) {
			release.setName("Another 1");
		} else {
			release.eUnset(feature);
		}
		try {
			return !facts(release).equals(before);
		} finally {
			release.eSet(feature, value);
		}
	}

	private static Object facts(NamedDeclaration entry) {
		return FactsResolver.catalogue(List.of(entry), CatalogueFacts.ranges());
	}
}
