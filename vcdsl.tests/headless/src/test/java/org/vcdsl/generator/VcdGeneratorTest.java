package org.vcdsl.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.generator.IFileSystemAccess;
import org.eclipse.xtext.generator.InMemoryFileSystemAccess;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.workspace.FileProjectConfig;
import org.eclipse.xtext.workspace.ProjectConfigAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.cli.CommandLine;

import com.google.inject.Injector;

/** Xtext's builders write what {@code vcd plan} writes in the folder of the project, byte for byte, whatever lies beside the text. */
class VcdGeneratorTest {

	private static final Injector INJECTOR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();

	private static final String HOSTS = """
			package shop
			import vcd.catalog.*
			site north { host alpha { memory 8 GiB  os Debian 12  hypervisor kvm } }
			site south { host beta { memory 64 GiB  os Debian 12  hypervisor kvm } }
			network lan { cidr 10.0.0.0/24 }
			""";
	private static final String WORKLOADS = """
			package shop
			import vcd.catalog.*
			vm db on alpha, beta { guest Debian 12  vcpu 2  memory 16 GiB  nic lan }
			vm web[1..2] on alpha, beta { guest Debian 12  vcpu 2  memory 1 GiB  nic lan }
			""";

	@TempDir
	Path project;

	@Test
	void xtextGeneratesTheFilesThatTheCommandLineWrites() throws IOException {
		write("cellar.vcd", Project.read("examples/cellar/cellar.vcd"));
		assertThat(generated("cellar.vcd")).isEqualTo(written());
	}

	@Test
	void filesOfFoldersAreReadInOneOrder() throws IOException {
		write("shop/b/hosts.vcd", HOSTS);
		write("shop.vcd", WORKLOADS);
		write("shop/a.vcd", WORKLOADS.replace("vm db", "vm first").replace("web", "second"));
		var expected = written();
		assertThat(generated("shop.vcd", "shop/b/hosts.vcd", "shop/a.vcd")).isEqualTo(expected);
		assertThat(generated("shop/a.vcd", "shop/b/hosts.vcd", "shop.vcd")).isEqualTo(expected);
	}

	@Test
	void placesAddressesAndWeightsCountForBoth() throws IOException {
		write("dc/hosts.vcd", HOSTS);
		write("dc/shop.vcd", WORKLOADS);
		var before = written();
		write("dc/shop.placement.json", """
				{ "version": 1, "package": "shop", "places": { "db": "alpha", "web[1]": "beta" }, "addresses": { "db": { "lan": "10.0.0.12" } } }
				""");
		write("vcd.yaml", "severity: { VCD401: warning }\ndisable: [VCD602]\n");
		var after = written();
		assertThat(after).isNotEqualTo(before);
		assertThat(after.get("shop/cloud-init/db/network-config")).contains("10.0.0.12/24");
		assertThat(after.get("shop/plan.json")).doesNotContain("VCD602", "blockedBy\": \"VCD401").contains("VCD401");

		assertThat(generated("dc/shop.vcd", "dc/hosts.vcd")).isEqualTo(after);
	}

	@Test
	void nothingIsGeneratedFromBrokenText() throws IOException {
		write("bad.vcd", Project.read("vcdsl.tests/fixtures/rules/VCD100/bad.vcd"));
		assertThat(generated("bad.vcd")).isEmpty();
	}

	@Test
	void nothingIsGeneratedBesideWhatCannotBeUnderstood() throws IOException {
		write("hosts.vcd", HOSTS);
		assertThat(generated("hosts.vcd")).isNotEmpty();
		write("shop.placement.json", "{");
		assertThat(generated("hosts.vcd")).isEmpty();
	}

	/** What the command line writes for the whole folder. */
	private Map<String, String> written() throws IOException {
		CommandLine.in(project).run("plan", "--output", "out", ".");
		var written = new TreeMap<String, String>();
		try (var files = Files.walk(project.resolve("out"))) {
			for (var file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith(".vcd-manifest")).toList()) {
				written.put(project.resolve("out").relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		}
		return written;
	}

	/** What Xtext generates, resource by resource, from files that are loaded in this order. */
	private Map<String, String> generated(String... names) {
		var resources = INJECTOR.getInstance(XtextResourceSet.class);
		ProjectConfigAdapter.install(resources, new FileProjectConfig(project.toFile()));
		var loaded = List.of(names).stream()
				.map(name -> resources.getResource(URI.createFileURI(project.resolve(name).toAbsolutePath().toString()), true)).toList();
		var files = new InMemoryFileSystemAccess();
		loaded.forEach(resource -> INJECTOR.getInstance(VcdGenerator.class).generate(resource, files, Project.pipeline()));
		var generated = new TreeMap<String, String>();
		files.getAllFiles().forEach((name, text) -> generated.put(name.substring(IFileSystemAccess.DEFAULT_OUTPUT.length()), text.toString()));
		return Collections.unmodifiableMap(generated);
	}

	private void write(String name, String text) throws IOException {
		Files.createDirectories(project.resolve(name).getParent());
		Files.writeString(project.resolve(name), text);
	}
}
