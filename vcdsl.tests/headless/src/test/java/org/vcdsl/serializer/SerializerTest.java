package org.vcdsl.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.Project;
import org.vcdsl.vcd.ContainerDeclaration;
import org.vcdsl.vcd.FeedDeclaration;
import org.vcdsl.vcd.HostDeclaration;
import org.vcdsl.vcd.ImageDeclaration;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.PodDeclaration;
import org.vcdsl.vcd.RackDeclaration;
import org.vcdsl.vcd.ServiceDeclaration;
import org.vcdsl.vcd.SiteDeclaration;
import org.vcdsl.vcd.VcdFactory;
import org.vcdsl.vcd.VmDeclaration;

/** A model written back is the text it was read from, but for what was changed in it. */
class SerializerTest {

	private static final String CELLAR = Project.read("examples/cellar/cellar.vcd");
	private static final VcdFactory FACTORY = VcdFactory.eINSTANCE;

	/** Here a key is given twice: the model holds one value only. */
	private static final String GIVEN_TWICE = "VCD109";

	@TestFactory
	Stream<DynamicTest> everyFileIsWrittenAsItWasRead() throws IOException {
		var files = new ArrayList<Path>();
		for (var folder : List.of("examples", "vcdsl.tests/fixtures", "vcdsl/src/main/resources")) {
			try (var found = Files.walk(Project.path(folder))) {
				found.filter(file -> file.toString().endsWith(".vcd") && !file.toString().contains(GIVEN_TWICE)).sorted()
						.forEach(files::add);
			}
		}
		return files.stream().map(file -> dynamicTest(file.toString(), () -> {
			var text = ChangedText.of(Files.readString(file));
			if (!text.resource().getParseResult().hasSyntaxErrors()) {
				assertThat(text.serialized()).isEqualTo(Files.readString(file));
			}
		}));
	}

	@Test
	void theExamplesAreSavedAsTheyAre() throws IOException {
		for (var file : List.of("examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd", "examples/dc1/standards.vcd")) {
			assertThat(ChangedText.of(Project.read(file)).saved()).isEqualTo(Project.read(file));
		}
	}

	@Test
	void whatIsWrittenApartStaysApart() {
		var text = """
				package p
				import vcd.catalog .*
				host  h { memory 16   /* much */ GiB  os Debian
				    12 { } }
				image i { platform linux / amd64 }
				vm v on ^h{ memory 1 GiB .. 2   GiB }
				""";
		assertThat(ChangedText.of(text).serialized()).isEqualTo(text);
	}

	@Test
	void aValueIsReplacedAlone() {
		assertChanged("memory 16 GiB", "memory 32 GiB", text -> text.find(VmDeclaration.class, "db").getBody().setMemory("32 GiB"));
		assertChanged("replicas 2 ", "replicas 3 ", text -> text.find(ContainerDeclaration.class, "web").setReplicas("3"));
		assertChanged("cpu 250 mcpu..2 core", "cpu 1 core..2 core",
				text -> text.find(ContainerDeclaration.class, "web").getBody().setCpu("1 core .. 2 core"));
		assertChanged("platform linux/amd64", "platform linux/arm64", text -> text.find(ImageDeclaration.class, "shopweb").getBody().getPlatforms().set(0, "linux/arm64"));
		assertChanged("os Debian 12 { kernel 6.1.0-28", "os Ubuntu 22.04 { kernel 6.1.0-28",
				text -> text.find(HostDeclaration.class, "alpha").getBody().getOs()
						.setRelease(text.find(HostDeclaration.class, "beta").getBody().getOs().getRelease()));
	}

	@Test
	void aNewKeyStandsWhereABodyGoesOn() {
		assertChanged("  migrate live\n", "  migrate live\n  recover auto\n",
				text -> text.find(VmDeclaration.class, "db").getBody().setRecovery("auto"));
		assertChanged("      engine docker 27.3\n", "      engine docker 27.3\n      cores 4\n",
				text -> text.find(HostDeclaration.class, "alpha").getBody().setCores("4"));
		assertChanged("{ overcommit 2:1 }", "{ overcommit 2:1  overcommit 3:1 }", text -> {
			var overcommit = FACTORY.createOvercommitClause();
			overcommit.setRatio("3:1");
			text.find(HostDeclaration.class, "beta").getBody().getHypervisor().getOvercommits().add(overcommit);
		});
		assertChanged("needs db", "needs 1 of db", text -> text.find(ServiceDeclaration.class, "shopfront").getNeeds().get(1).setRequired("1"));
		assertChanged("fed by mains  uplink sw1\n      os Debian", "fed by mains, mains  uplink sw1\n      os Debian", text -> {
			var feed = FACTORY.createFeedReference();
			feed.setTarget(text.find(FeedDeclaration.class, "mains"));
			text.find(HostDeclaration.class, "alpha").getBody().getSupply().getFeeds().add(feed);
		});
	}

	@Test
	void aKeyThatGoesTakesItsLineWithIt() {
		assertChanged("  migrate live\n", "", text -> text.find(VmDeclaration.class, "db").getBody().setMigration(null));
		assertChanged("      os Debian 12 { kernel 6.1.0-28  cgroup 2 }\n", "",
				text -> text.find(HostDeclaration.class, "alpha").getBody().setOs(null));
		assertChanged("  cgroup 2 }", " }", text -> text.find(HostDeclaration.class, "alpha").getBody().getOs().setCgroup(null));
	}

	@Test
	void aNewElementLooksLikeItsNeighbours() {
		assertChanged("mttr 2 h }\n", "mttr 2 h }\n  feed   solar { capacity 3 kW }\n", text -> {
			var feed = FACTORY.createFeedDeclaration();
			feed.setKind("feed");
			feed.setName("solar");
			feed.setCapacity("3 kW");
			text.find(SiteDeclaration.class, "cellar").getItems().add(1, feed);
		});
		assertChanged("{ overcommit 2:1 }\n    }\n", "{ overcommit 2:1 }\n    }\n    host gamma { cores 8  memory 64 GiB }\n", text -> {
			var host = FACTORY.createHostDeclaration();
			host.setName("gamma");
			host.setBody(FACTORY.createHostBody());
			host.getBody().setCores("8");
			host.getBody().setMemory("64 GiB");
			text.find(RackDeclaration.class, "r1").getItems().add(host);
		});
		assertChanged("  availability 99.5 %\n}\n", "  availability 99.5 %\n}\nrules {\n  must spread web across rack\n}\n", text -> {
			var web = FACTORY.createWorkloadReference();
			web.setTarget(text.find(ContainerDeclaration.class, "web"));
			var spread = FACTORY.createSpreadCondition();
			spread.getSubjects().add(web);
			spread.setDomain("rack");
			var constraint = FACTORY.createConstraintClause();
			constraint.setStrength("must");
			constraint.setCondition(spread);
			var rules = FACTORY.createRulesDeclaration();
			rules.getItems().add(constraint);
			text.file().getItems().add(rules);
		});
		assertChanged("container web", "@accept VCD302 \"two are enough\"\ncontainer web", text -> {
			var acceptance = FACTORY.createAcceptanceClause();
			acceptance.setRule("VCD302");
			acceptance.setReason("two are enough");
			var items = text.file().getItems();
			items.add(items.indexOf(text.find(ContainerDeclaration.class, "web")), acceptance);
		});
	}

	@Test
	void aNewNameIsWrittenWhereverItIsUsed() {
		var renamed = ChangedText.of(CELLAR).after(text -> text.find(HostDeclaration.class, "alpha").setName("gamma"));

		assertThat(renamed).isEqualTo(CELLAR.replace("host alpha", "host gamma").replace("on alpha", "on gamma"));
	}

	@Test
	void onlyKeywordsThatCannotBeNamesAreEscaped() {
		assertChanged("host beta", "host memory", text -> rename(text, "beta", "memory"), "on beta", "on memory");
		assertChanged("host beta", "host ^on", text -> rename(text, "beta", "on"), "on beta", "on ^on");
		var cluster = "package p\ncluster k8s { vm cp }\nservice s { needs k8s.cp }\n";
		assertThat(ChangedText.of(cluster).after(text -> text.find(VmDeclaration.class, "cp").setName("on")))
				.isEqualTo("package p\ncluster k8s { vm ^on }\nservice s { needs k8s.on }\n");
		var text = ChangedText.of("package p\n");
		text.file().setName("on");
		assertThat(text.serialized()).isEqualTo("package ^on\n");
		text.file().setName("on.by");
		assertThat(text.serialized()).isEqualTo("package on.by\n");
	}

	@Test
	void aReferenceIsWrittenWithTheShortestNameThatIsSeen() {
		var library = "package lib\ntemplate host Node { cores 4 }\n";
		var cluster = "package p\ncluster k8s {\n  vm cp\n  pod web on cp\n}\n";

		assertThat(ChangedText.of("package p\nimport lib.*\nhost h : Node\nhost i\n", library).after(text -> text
				.find(HostDeclaration.class, "i").setTemplate(text.find(HostDeclaration.class, "h").getTemplate())))
				.endsWith("host i : Node\n");
		assertThat(ChangedText.of(cluster + "container c\n").after(text -> {
			var target = FACTORY.createPlatformReference();
			target.setTarget(text.find(VmDeclaration.class, "cp"));
			text.find(ContainerDeclaration.class, "c").getTargets().add(target);
		})).endsWith("container c on k8s.cp\n");
		assertThat(ChangedText.of(cluster + "vm db\n").after(text -> text.find(PodDeclaration.class, "web").getTargets().getFirst()
				.setTarget(text.find(VmDeclaration.class, "db")))).contains("pod web on db");
	}

	private static void rename(ChangedText text, String from, String to) {
		text.find(NamedDeclaration.class, from).setName(to);
	}

	/** Changes the model of the cellar and expects one piece of its text to be another; more pieces may follow in pairs. */
	private static void assertChanged(String before, String after, Consumer<ChangedText> change, String... more) {
		assertThat(CELLAR).contains(before);
		var expected = CELLAR.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
		for (var i = 0; i < more.length; i += 2) {
			expected = expected.replace(more[i], more[i + 1]);
		}

		assertThat(ChangedText.of(CELLAR).after(change)).isEqualTo(expected);
	}
}
