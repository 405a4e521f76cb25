package org.vcdsl.rule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.TODAY;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vcdsl.Project;
import org.vcdsl.analysis.placement.Placed;
import org.vcdsl.analysis.placement.Placer;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Topology;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The fixtures notice when a rule changes its mind: each condition in the rules and in the analyses they rest on is turned round, one
 * at a time, and some fixture of that rule must turn red.
 */
class RuleMutationTest {

	private static final String SURVIVORS = "vcdsl.tests/fixtures/rules.survivors.txt";

	/** What is loaded anew for each mutant; the model and the findings are shared with it. */
	private static final List<String> RELOADED = List.of("org.vcdsl.rule.", "org.vcdsl.analysis.");

	/** Where conditions are turned round, and whose fixtures must notice: those of one hundred, or all. */
	private static final Map<String, String> WATCHED = Map.ofEntries(
			Map.entry("org.vcdsl.rule", "VCD"),
			Map.entry("org.vcdsl.rule.kernel", "VCD2"),
			Map.entry("org.vcdsl.rule.failure", "VCD3"),
			Map.entry("org.vcdsl.rule.capacity", "VCD4"),
			Map.entry("org.vcdsl.rule.isolation", "VCD5"),
			Map.entry("org.vcdsl.rule.placement", "VCD6"),
			Map.entry("org.vcdsl.rule.network", "VCD7"),
			Map.entry("org.vcdsl.analysis.kernel", "VCD2"),
			Map.entry("org.vcdsl.analysis.capacity", "VCD4"),
			Map.entry("org.vcdsl.analysis.network", "VCD7"),
			Map.entry("org.vcdsl.analysis.migration", "VCD6"));

	private final List<ResolvedFixture> fixtures = RuleCatalogue.all().stream().map(Fixture::of).flatMap(List::stream)
			.filter(fixture -> !fixture.isPlanned()).map(ResolvedFixture::of).flatMap(List::stream).toList();

	@Test
	@Timeout(value = 900, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyConditionIsNoticed() {
		var survivors = watchedClasses().flatMap(type -> Mutant.of(type.getName()).stream()
				.filter(mutant -> !isNoticed(mutant, watching(type)))).toList();
		var explained = explained();

		assertThat(survivors).filteredOn(mutant -> !explained.contains(mutant.name()))
				.as("conditions that no fixture notices: add a fixture, or say why there can be none in " + SURVIVORS).isEmpty();
		assertThat(survivors).extracting(Mutant::name).as("conditions that fixtures notice: take them out of " + SURVIVORS)
				.containsAll(explained);
	}

	@Test
	void nothingIsNoticedWhereNothingIsTurnedRound() throws ReflectiveOperationException {
		var same = new Mutant(RuleEngine.class.getName(), "judge", 1, 1, Mutant.classFile(RuleEngine.class.getName()));
		var engine = engine(same);
		assertThat(fixtures).filteredOn(fixture -> notices(fixture, engine)).extracting(fixture -> fixture.fixture().rule().id() + "/" + fixture.fixture().source().name()).isEmpty();
	}

	/** Each line names a condition; the lines in front of it that begin with '#' say why no fixture can notice it. */
	private static List<String> explained() {
		return Project.read(SURVIVORS).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
	}

	private static Stream<JavaClass> watchedClasses() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
				.importPackages(WATCHED.keySet()).stream().filter(type -> WATCHED.containsKey(type.getPackageName()))
				.sorted(Comparator.comparing(JavaClass::getName));
	}

	/** A rule is watched by its own fixtures, what several rules share by those of all of them. */
	private Stream<ResolvedFixture> watching(JavaClass type) {
		var own = RuleCatalogue.all().stream().filter(rule -> rule.getClass().getName().equals(type.getName())).map(Rule::id)
				.findFirst().orElse(WATCHED.get(type.getPackageName()));
		return fixtures.stream().filter(fixture -> fixture.fixture().rule().id().startsWith(own));
	}

	private static boolean isNoticed(Mutant mutant, Stream<ResolvedFixture> watching) {
		try {
			var engine = engine(mutant);
			return watching.anyMatch(fixture -> notices(fixture, engine));
		} catch (InvocationTargetException thrown) {
			return true;
		} catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static boolean notices(ResolvedFixture fixture, Object engine) {
		try {
			return !fixture.fixture().differences(judge(fixture, engine)).isEmpty();
		} catch (InvocationTargetException thrown) {
			return true;
		} catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** The rule engine and all rules with a mutant in them. */
	private static Object engine(Mutant mutant) throws ReflectiveOperationException {
		var loader = mutant.loader(RELOADED);
		var rules = loader.loadClass(RuleCatalogue.class.getName()).getMethod("topologyRules").invoke(null);
		return loader.loadClass(RuleEngine.class.getName()).getConstructor(List.class).newInstance(rules);
	}

	/** What a rule engine of a loader of its own says. */
	@SuppressWarnings("unchecked")
	private static List<Finding> judge(ResolvedFixture fixture, Object engine) throws ReflectiveOperationException {
		var placed = engine.getClass().getClassLoader().loadClass(Placed.class.getName());
		return (List<Finding>) engine.getClass().getMethod("judge", placed, Catalogue.class, List.class, LocalDate.class).invoke(engine,
				placed(fixture, placed), fixture.catalogue(), fixture.resolving(), TODAY);
	}

	/** As the rule engine takes it: the placer's class of the loader, too. */
	private static Object placed(ResolvedFixture fixture, Class<?> placed) throws ReflectiveOperationException {
		return fixture.hasConflicts()
				? placed.getClassLoader().loadClass(Placer.class.getName()).getMethod("place", Topology.class, Catalogue.class, Map.class).invoke(null,
						fixture.topology().placed(Map.of()), fixture.catalogue(), Map.of())
				: placed.getMethod("asIs", Topology.class).invoke(null, fixture.topology());
	}
}
