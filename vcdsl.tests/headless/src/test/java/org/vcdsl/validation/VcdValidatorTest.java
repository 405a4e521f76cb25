package org.vcdsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.workspace.FileProjectConfig;
import org.eclipse.xtext.workspace.ProjectConfigAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.VcdStandaloneSetup;

import com.google.inject.Injector;

/** An editor says of a file what the command line says of it: with the settings of its folder and what is kept for its package. */
class VcdValidatorTest {

	private static final Injector INJECTOR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();

	private static final String CROWDED = """
			package shop
			import vcd.catalog.*
			site north { host alpha { memory 64 GiB  hypervisor kvm } }
			site south { host beta { memory 8 GiB  hypervisor kvm } }
			vm db on alpha, beta { memory 16 GiB  nic lan }
			network lan { cidr 10.0.0.0/24 }
			""";

	private static final String DB_ON_BETA = """
			{ "version": 1, "package": "shop", "places": { "db": "beta" } }
			""";

	@TempDir
	Path project;

	@BeforeEach
	void files() throws IOException {
		Files.createDirectory(project.resolve(".git"));
		write("dc/shop.vcd", CROWDED);
	}

	@Test
	void workloadsStandWhereThePlacementFileKeepsThem() throws IOException {
		assertThat(issues("dc/shop.vcd")).isEmpty();
		write("dc/shop.placement.json", DB_ON_BETA);
		assertThat(issues("dc/shop.vcd")).singleElement().asString()
				.startsWith("4 ERROR VCD401 Host 'beta' has 8 GiB of memory, but its guests ask for 16 GiB");
	}

	@Test
	void findingsAreWeighedAndLeftOutAsTheSettingsOfTheFolderSay() throws IOException {
		write("dc/shop.placement.json", DB_ON_BETA);
		write("vcd.yaml", "severity: { VCD401: info }\n");
		assertThat(issues("dc/shop.vcd")).singleElement().asString().startsWith("4 INFO VCD401 ");
		write("dc/vcd.yaml", "disable: [VCD401]\n");
		assertThat(issues("dc/shop.vcd")).isEmpty();
	}

	@Test
	void whatIsWrongInThePlacementFileIsSaidOnceWhereThePackageBegins() throws IOException {
		write("dc/zoo.vcd", "package shop\nsite east { host gamma }\n");
		write("dc/shop.placement.json", """
				{
				  "version": 1,
				  "package": "shop",
				  "places": { "db": "alpha", "gone": "beta" },
				  "addresses": { "db": { "lan": "10.0.0.0" } }
				}
				""");
		assertThat(issues("dc/shop.vcd")).containsExactlyInAnyOrder(
				"1 ERROR VCD606 dc/shop.placement.json:4:30: Package 'shop' has no workload 'gone', which is kept here. 'vcd plan "
						+ "--save-placement' writes the file anew. (VCD606)",
				"1 ERROR VCD607 dc/shop.placement.json:5:33: Address 10.0.0.0 of 'db' means network 'lan' itself, as the first of 10.0.0.0/24. "
						+ "Write another. (VCD607)");
		assertThat(issues("dc/zoo.vcd")).noneMatch(issue -> issue.contains("VCD60"));
	}

	@Test
	void aFileThatCannotBeUnderstoodIsOneErrorWhereThePackageBegins() throws IOException {
		write("dc/vcd.yaml", "disabel: [VCD401]\n");
		assertThat(issues("dc/shop.vcd")).containsExactly(
				"1 ERROR unreadable-companion dc/vcd.yaml:1:10: there is no key 'disabel'. Did you mean disable? Keys are baseline, disable, "
						+ "fail-on, path, severity.");
		write("dc/vcd.yaml", "");
		write("dc/shop.placement.json", "{");
		assertThat(issues("dc/shop.vcd")).singleElement().asString().startsWith(
				"1 ERROR unreadable-companion dc/shop.placement.json:1:2: is not JSON: ");
	}

	@Test
	void aFileThatCannotBeReadIsOneErrorToo() throws IOException {
		Files.createDirectory(project.resolve("dc/shop.placement.json"));
		assertThat(issues("dc/shop.vcd")).singleElement().asString().startsWith("1 ERROR unreadable-companion ");
	}

	@Test
	void aChangeBesideTheTextIsNoticed() throws IOException {
		write("dc/shop.placement.json", DB_ON_BETA);
		assertThat(issues("dc/shop.vcd")).hasSize(1);
		write("dc/shop.placement.json", DB_ON_BETA.replace("beta", "alpha"));
		assertThat(issues("dc/shop.vcd")).isEmpty();
		Files.delete(project.resolve("dc/shop.placement.json"));
		assertThat(issues("dc/shop.vcd")).isEmpty();
	}

	@Test
	void textThatLiesOnNoDiskHasNothingBesideIt() throws IOException {
		var resources = INJECTOR.getInstance(XtextResourceSet.class);
		var resource = resources.createResource(URI.createURI("memory:/shop.vcd"));
		resource.load(new ByteArrayInputStream(CROWDED.getBytes(StandardCharsets.UTF_8)), null);
		assertThat(INJECTOR.getInstance(IResourceValidator.class).validate(resource, CheckMode.ALL, CancelIndicator.NullImpl))
				.extracting(Issue::getCode).containsOnly("VCD602");
	}

	/** Of one file of the project, all files of which are loaded: line, severity, code and message. */
	private List<String> issues(String file) throws IOException {
		var resources = INJECTOR.getInstance(XtextResourceSet.class);
		ProjectConfigAdapter.install(resources, new FileProjectConfig(project.toFile()));
		try (var files = Files.walk(project)) {
			files.filter(other -> other.toString().endsWith(".vcd")).forEach(other -> resources.getResource(uri(other), true));
		}
		return INJECTOR.getInstance(IResourceValidator.class)
				.validate(resources.getResource(uri(project.resolve(file)), true), CheckMode.ALL, CancelIndicator.NullImpl).stream()
				.filter(issue -> !issue.getCode().equals("VCD602")).map(VcdValidatorTest::label).toList();
	}

	private static String label(Issue issue) {
		return "%s %s %s %s".formatted(issue.getLineNumber(), issue.getSeverity(), issue.getCode(), issue.getMessage());
	}

	private static URI uri(Path file) {
		return URI.createFileURI(file.toAbsolutePath().toString());
	}

	private void write(String name, String text) throws IOException {
		Files.createDirectories(project.resolve(name).getParent());
		Files.writeString(project.resolve(name), text);
	}
}
