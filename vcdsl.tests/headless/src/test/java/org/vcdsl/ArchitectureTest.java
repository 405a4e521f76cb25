package org.vcdsl;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Who may import whom, and who may ask the world outside. */
class ArchitectureTest {

	private static final String ROOT = "org.vcdsl";

	/** Made by Xtext from the grammar; who may import them stands below, what they import is Xtext's business. */
	private static final Set<String> GENERATED = Set.of("vcd", "parser", "serializer", "services");

	/** What each package imports of ours besides itself; who reads findings also reads the places and acceptances in them. */
	private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
			Map.entry("topology", List.of()),
			Map.entry("facts", List.of("topology")),
			Map.entry("finding", List.of("topology")),
			Map.entry("analysis", List.of("topology", "facts")),
			Map.entry("rule", List.of("analysis", "topology", "facts", "finding")),
			Map.entry("plan", List.of("topology", "analysis", "finding")),
			Map.entry("diagram", List.of("topology", "analysis", "finding")),
			Map.entry("report", List.of("rule", "analysis", "plan", "topology", "finding")),
			Map.entry("backend", List.of("topology", "analysis.scheduling", "plan", "finding")),
			Map.entry("lexer", List.of("parser")),
			Map.entry("conversion", List.of("topology", "messages")),
			Map.entry("naming", List.of("vcd")),
			Map.entry("scoping", List.of("vcd", "naming")),
			Map.entry("messages", List.of("vcd", "services", "scoping")),
			Map.entry("formatting2", List.of("vcd", "services", "lexer", "parser")),
			Map.entry("fix", List.of("vcd", "formatting2", "finding", "topology")),
			Map.entry("recovery", List.of("messages", "parser")),
			Map.entry("resolve", List.of("vcd", "topology", "facts", "finding", "conversion", "naming")),
			Map.entry("pipeline", List.of("", "vcd", "scoping", "messages", "fix", "resolve", "conversion", "topology", "facts", "finding", "analysis",
					"rule", "plan", "diagram", "report", "backend")),
			Map.entry("companion", List.of("messages", "pipeline", "rule", "finding", "topology")),
			Map.entry("validation", List.of("vcd", "companion", "pipeline", "finding", "topology")),
			Map.entry("generator", List.of("vcd", "companion", "pipeline", "finding", "topology")),
			Map.entry("cli", List.of("messages", "companion", "pipeline", "report", "rule", "plan", "finding", "topology"))));

	/** The packages that know Eclipse's model and parser; the root itself wires them together. */
	private static final Set<String> LANGUAGE_SIDE = Set.of("naming", "scoping", "messages", "conversion", "lexer", "recovery", "resolve", "validation",
			"generator", "pipeline", "formatting2", "fix");

	/** What templates need when they run; it holds text and lists, and nothing of Eclipse. */
	private static final String[] XTEND_LIBRARY = { "org.eclipse.xtend2.lib..", "org.eclipse.xtext.xbase.lib.." };

	private static final String[] WITHOUT_A_WORLD_OUTSIDE = { "org.vcdsl.topology..", "org.vcdsl.facts..", "org.vcdsl.finding..",
			"org.vcdsl.analysis..", "org.vcdsl.rule..", "org.vcdsl.plan..", "org.vcdsl.backend..", "org.vcdsl.diagram..",
			"org.vcdsl.report.." };

	private static final JavaClasses CLASSES = new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

	@TestFactory
	Stream<DynamicTest> packagesImportOnlyWhatTheyMay() {
		return present().filter(MAY_IMPORT::containsKey).map(name -> dynamicTest(name, () -> classes()
				.that(areIn(name)).should().onlyDependOnClassesThat(isForeign().or(areIn(name)).or(areInAny(MAY_IMPORT.get(name))))
				.check(CLASSES)));
	}

	@Test
	void everyPackageHasItsPlace() {
		assertThat(present().filter(name -> !GENERATED.contains(name) && !name.equals("ide")))
				.as("say in this test what the package may import").isSubsetOf(MAY_IMPORT.keySet());
	}

	@Test
	void backendsNeverImportEachOther() {
		slices().matching("org.vcdsl.backend.(*)..").should().notDependOnEachOther().check(CLASSES);
	}

	@Test
	void onlyThePipelineChoosesBackends() {
		noClasses().that(areInAny(List.of("backend", "pipeline")).negate()).should().dependOnClassesThat()
				.resideInAPackage("org.vcdsl.backend.*..").check(CLASSES);
	}

	@Test
	void analysesAreFreeOfCircles() {
		slices().matching("org.vcdsl.analysis.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void theFailureModelKnowsNothingOfRecovery() {
		noClasses().that(areIn("analysis.failure")).should().dependOnClassesThat(areIn("analysis.recovery")).check(CLASSES);
	}

	@Test
	void crashAndCompromiseKnowNothingOfEachOther() {
		noClasses().that(areIn("analysis.failure")).should().dependOnClassesThat(areIn("analysis.isolation")).check(CLASSES);
		noClasses().that(areIn("analysis.isolation")).should().dependOnClassesThat(areIn("analysis.failure")).check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCircles() {
		slices().matching("org.vcdsl.(*)..").should().beFreeOfCycles().ignoreDependency(isGenerated(), DescribedPredicate.alwaysTrue())
				.check(CLASSES);
	}

	@Test
	void nobodyImportsTheCommandLine() {
		noClasses().that(areIn("cli").negate()).should().dependOnClassesThat(areIn("cli")).check(CLASSES);
	}

	@Test
	void onlyTheCommandLineKnowsPicocli() {
		noClasses().that(areIn("cli").negate()).should().dependOnClassesThat().resideInAPackage("picocli..").check(CLASSES);
	}

	@Test
	void onlyTheLanguageSideKnowsEclipse() {
		noClasses().that(areInAny(MAY_IMPORT.keySet().stream().filter(name -> !LANGUAGE_SIDE.contains(name)).toList()))
				.should().dependOnClassesThat(resideInAnyPackage("org.eclipse..", "com.google.inject..", "org.antlr..")
						.and(resideInAnyPackage(XTEND_LIBRARY).negate()))
				.check(CLASSES);
	}

	@Test
	void verdictsAndArtifactsDependOnNothingButTheModel() {
		noClasses().that().resideInAnyPackage(WITHOUT_A_WORLD_OUTSIDE).should()
				.dependOnClassesThat(resideInAPackage("java.nio.file..").or(resideInAPackage("java.net.http.."))
						.or(DescribedPredicate.describe("read or write files", type -> type.getName().startsWith("java.io.File")
								|| type.getName().equals("java.io.RandomAccessFile"))))
				.orShould().callMethodWhere(asksTheWorldOutside()).check(CLASSES);
	}

	@Test
	void everyPackageSaysWhatItIsFor() throws IOException {
		var silent = new TreeSet<String>();
		for (var module : List.of("vcdsl/src/main/java", "vcdsl.ide/src/main/java", "vcdsl.ui/src", "vcdsl.tests/headless/src/test/java",
				"vcdsl.tests/workbench/src", "vcdsl.tests/installation/src/test/java",
				"vcdsl.tests/maven/src/test/java")) {
			try (Stream<Path> files = Files.walk(Project.path(module))) {
				files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent)
						.filter(folder -> !Files.exists(folder.resolve("package-info.java")))
						.forEach(folder -> silent.add(Project.path(".").relativize(folder).toString()));
			}
		}
		assertThat(silent).as("packages without a package-info.java").isEmpty();
	}

	/** The packages right below the root that have classes. */
	private static Stream<String> present() {
		return CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT + "."))
				.map(name -> name.split("\\.")[2]).distinct().sorted();
	}

	private static DescribedPredicate<JavaClass> areIn(String name) {
		return name.isEmpty() ? resideInAPackage(ROOT) : resideInAPackage(ROOT + "." + name + "..");
	}

	private static DescribedPredicate<JavaClass> areInAny(Iterable<String> names) {
		DescribedPredicate<JavaClass> any = DescribedPredicate.alwaysFalse();
		for (var name : names) {
			any = any.or(areIn(name));
		}
		return any.as("are in " + names);
	}

	private static DescribedPredicate<JavaClass> isForeign() {
		return resideInAPackage(ROOT + "..").negate();
	}

	private static DescribedPredicate<JavaClass> isGenerated() {
		return resideInAnyPackage(GENERATED.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new));
	}

	private static DescribedPredicate<JavaCall<?>> asksTheWorldOutside() {
		var clocks = Stream.of(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
				.map(Class::getName).toList();
		var system = List.of("currentTimeMillis", "nanoTime", "getenv", "getProperty");
		return DescribedPredicate.describe("ask for the time, a setting or chance", call -> {
			var owner = call.getTargetOwner().getName();
			var name = call.getName();
			return clocks.contains(owner) && (name.equals("now") || name.startsWith("system"))
					|| owner.equals(System.class.getName()) && system.contains(name)
					|| owner.equals(Random.class.getName()) || owner.equals(UUID.class.getName()) && name.equals("randomUUID")
					|| owner.equals(Math.class.getName()) && name.equals("random");
		});
	}
}
