package org.vcdsl.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.vcd.VcdPackage.Literals.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.topology.Topology;
import org.vcdsl.vcd.VcdPackage;

/**
 * Every key changes something: wherever a key is taken away from some text, or given another value, another topology comes out.
 *
 * <p>Places in the text stay what they are when the tree behind it is changed, so that it is values that differ. A key that is shown to
 * matter once is taken to matter.
 */
class KeysTest {

	/** What the catalogue is made of: tests of the catalogue ask what its keys are for. */
	private static final Set<EClass> CATALOGUE = Set.of(OS_RELEASE, KERNEL_FEATURE, ENGINE_KIND, RUNTIME_KIND, HYPERVISOR_KIND,
			ORCHESTRATOR_KIND, LIBC_KIND, INIT_KIND, CPU_MODEL, KERNEL_CONFIGURATION, KERNEL_BUILDS, COMPONENT_KIND, SECCOMP_PROFILE, SUPPORT_MATRIX,
			MIGRATION_CONSTRAINT, FIGURE_SET, FACT_BODY, FACT_CLAUSE, FACT_BLOCK);

	/** Imports, and the names of templates, have done their work when names are looked up, which is before a topology is made. */
	private static final Set<EStructuralFeature> LINKING = Set.of(VCD_FILE__IMPORTS, IMPORT_CLAUSE__IMPORTED_NAMESPACE);
	private static final Set<EClass> NAMED_FOR_LINKING = Set.of(VM_TEMPLATE, MICRO_VM_TEMPLATE, CONTAINER_TEMPLATE, LXC_TEMPLATE,
			POD_TEMPLATE, IMAGE_TEMPLATE);

	/** What never becomes part of a topology, but decides whether there is one: an override of what is final, a number of ports. */
	private static final Set<EStructuralFeature> REFUSING = Set.of(HOST_TEMPLATE__FINAL, VM_TEMPLATE__FINAL, MICRO_VM_TEMPLATE__FINAL,
			CONTAINER_TEMPLATE__FINAL, LXC_TEMPLATE__FINAL, POD_TEMPLATE__FINAL, IMAGE_TEMPLATE__FINAL, PUBLISH_CLAUSE__LAST);

	private static final List<CorpusText> CORPUS = CorpusText.all();
	private static final Map<CorpusText, Topology> TOPOLOGIES = topologies();
	private static final Map<EStructuralFeature, Set<Object>> VALUES = new LinkedHashMap<>();
	private static final Map<Key, List<Occurrence>> OCCURRENCES = occurrences();

	/** A feature of a class of which there are objects. */
	private record Key(EClass owner, EStructuralFeature feature) {

		@Override
		public String toString() {
			return owner.getName() + "." + feature.getName();
		}
	}

	private record Occurrence(CorpusText text, EObject owner) {
	}

	@TestFactory
	Stream<DynamicTest> everyKeyChangesTheTopology() {
		return keys().map(key -> dynamicTest(key.toString(), () -> {
			var occurrences = OCCURRENCES.getOrDefault(key, List.of());
			assertThat(occurrences).as("%s occurs in no example, page or fixture", key)
					.anyMatch(occurrence -> isStated(occurrence.owner(), key.feature()));
			assertThat(occurrences).as("%s changes nothing wherever it occurs", key)
					.anyMatch(occurrence -> matters(key.feature(), occurrence));
		}));
	}

	@Test
	void whatIsLeftOutIsPartOfTheLanguage() {
		assertThat(classes()).containsAll(CATALOGUE);
	}

	@AfterAll
	static void changesWereUndone() {
		TOPOLOGIES.forEach((text, topology) -> assertThat(text.topology()).as(text.name()).contains(topology));
	}

	private static Stream<Key> keys() {
		return classes().filter(owner -> !CATALOGUE.contains(owner))
				.flatMap(owner -> owner.getEAllStructuralFeatures().stream().map(feature -> new Key(owner, feature)))
				.filter(key -> !LINKING.contains(key.feature())
						&& !(key.feature() == NAMED_DECLARATION__NAME && NAMED_FOR_LINKING.contains(key.owner())));
	}

	/** Classes of which the parser makes objects: those that stand for none of several others. */
	private static Stream<EClass> classes() {
		var classes = VcdPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast).toList();
		return classes.stream().filter(one -> classes.stream().noneMatch(other -> other.getESuperTypes().contains(one)));
	}

	private static Map<CorpusText, Topology> topologies() {
		var topologies = new LinkedHashMap<CorpusText, Topology>();
		CORPUS.forEach(text -> topologies.put(text,
				text.topology().orElseThrow(() -> new AssertionError("There are errors in " + text.name()))));
		return topologies;
	}

	private static Map<Key, List<Occurrence>> occurrences() {
		var occurrences = new LinkedHashMap<Key, List<Occurrence>>();
		for (var text : CORPUS) {
			text.files().forEach(file -> {
				add(text, file, occurrences);
				file.eAllContents().forEachRemaining(part -> add(text, part, occurrences));
			});
		}
		return occurrences;
	}

	private static void add(CorpusText text, EObject part, Map<Key, List<Occurrence>> occurrences) {
		for (var feature : part.eClass().getEAllStructuralFeatures()) {
			var occurrence = new Occurrence(text, part);
			if (isStated(part, feature)) {
				occurrences.computeIfAbsent(new Key(part.eClass(), feature), key -> new ArrayList<>()).add(occurrence);
				if (!feature.isMany()) {
					VALUES.computeIfAbsent(feature, key -> new LinkedHashSet<>()).add(part.eGet(feature));
				}
			} else if (isFlag(feature)) {
				occurrences.computeIfAbsent(new Key(part.eClass(), feature), key -> new ArrayList<>()).add(occurrence);
			}
		}
	}

	private static boolean isStated(EObject part, EStructuralFeature feature) {
		return part.eIsSet(feature);
	}

	private static boolean isFlag(EStructuralFeature feature) {
		return feature.getEType() == EcorePackage.Literals.EBOOLEAN;
	}

	/** Whether some change of a feature changes the topology. */
	private static boolean matters(EStructuralFeature feature, Occurrence occurrence) {
		var owner = occurrence.owner();
		var text = occurrence.text();
		if (feature.isMany()) {
			return removalMatters((List<?>) owner.eGet(feature), text);
		}
		var value = owner.eGet(feature);
		if (isFlag(feature)) {
			return changeMatters(owner, feature, !(Boolean) value, text);
		}
		return changeMatters(owner, feature, null, text) || exchangeMatters(owner, feature, text)
				|| otherValues(feature, value).anyMatch(other -> changeMatters(owner, feature, other, text));
	}

	/** Other values that the corpus has for an attribute or a reference; parts cannot be in two places. */
	private static Stream<Object> otherValues(EStructuralFeature feature, Object value) {
		return isPart(feature) ? Stream.of() : VALUES.getOrDefault(feature, Set.of()).stream().filter(other -> !other.equals(value));
	}

	private static boolean isPart(EStructuralFeature feature) {
		return feature instanceof EReference reference && reference.isContainment();
	}

	private static <T> boolean removalMatters(List<T> values, CorpusText text) {
		for (var i = 0; i < values.size(); i++) {
			var value = values.remove(i);
			try {
				if (isChanged(text, null)) {
					return true;
				}
			} finally {
				values.add(i, value);
			}
		}
		return false;
	}

	/** Gives a feature another value, or none, for a while. */
	private static boolean changeMatters(EObject owner, EStructuralFeature feature, Object value, CorpusText text) {
		var before = owner.eGet(feature);
		owner.eSet(feature, value);
		try {
			return isChanged(text, feature);
		} finally {
			owner.eSet(feature, before);
		}
	}

	/** Exchanges a part that must not be missing with that of another object in the same text, for a while. */
	private static boolean exchangeMatters(EObject owner, EStructuralFeature feature, CorpusText text) {
		return isPart(feature) && OCCURRENCES.getOrDefault(new Key(owner.eClass(), feature), List.of()).stream()
				.filter(other -> other.text() == text && other.owner() != owner && isStated(other.owner(), feature))
				.anyMatch(other -> {
					exchange(owner, other.owner(), feature);
					try {
						return isChanged(text, feature);
					} finally {
						exchange(owner, other.owner(), feature);
					}
				});
	}

	private static void exchange(EObject one, EObject other, EStructuralFeature feature) {
		var value = one.eGet(feature);
		one.eSet(feature, null);
		one.eSet(feature, other.eGet(feature));
		other.eSet(feature, value);
	}

	/** Whether a changed text says something else; a tree that no parser makes may well break the resolver, which proves nothing. */
	private static boolean isChanged(CorpusText text, EStructuralFeature feature) {
		try {
			var topology = text.topology();
			return topology.isEmpty() ? REFUSING.contains(feature) : !topology.get().equals(TOPOLOGIES.get(text));
		} catch (RuntimeException brokenTree) {
			return false;
		}
	}
}
