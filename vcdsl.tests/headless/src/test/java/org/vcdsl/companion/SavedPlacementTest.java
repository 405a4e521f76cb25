package org.vcdsl.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.workspace.FileProjectConfig;
import org.eclipse.xtext.workspace.ProjectConfigAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.cli.CommandLine;
import org.vcdsl.pipeline.SourceSet;

/** An editor keeps placements as {@code vcd plan --save-placement} does. */
class SavedPlacementTest {

	private static final String SHOP = """
			package shop
			import vcd.catalog.*
			site north { host alpha[1..2] { hypervisor kvm } }
			vm db[1..3]
			""";

	@TempDir
	Path project;

	@Test
	void theFileIsThatOfTheCommand() throws IOException {
		Files.writeString(project.resolve("shop.vcd"), SHOP);
		CommandLine.in(project).run("plan", "--save-placement", ".");
		var file = project.resolve("shop.placement.json");
		var ofTheCommand = Files.readString(file);
		assertThat(save("shop")).isEqualTo(new PlacementFiles.Saved("shop.placement.json", false, List.of()));
		Files.delete(file);

		assertThat(save("shop").isChanged()).isTrue();

		assertThat(Files.readString(file)).isEqualTo(ofTheCommand);
	}

	@Test
	void whatHasNoPlacementIsRefused() throws IOException {
		Files.writeString(project.resolve("shop.vcd"), SHOP.replace("vm db[1..3]", "").replaceFirst("site.*", "template host Node"));
		assertThatExceptionOfType(UnusableException.class).isThrownBy(() -> save("shop"))
				.withMessage("package 'shop' makes no topology of its own, so nothing is placed");
		Files.writeString(project.resolve("shop.vcd"), SHOP + "vm db[3]\n");
		assertThatExceptionOfType(UnusableException.class).isThrownBy(() -> save("shop"))
				.withMessage("errors in the text leave no topology, so nothing is placed");
		assertThat(project.resolve("shop.placement.json")).doesNotExist();
	}

	private PlacementFiles.Saved save(String packageName) {
		var resources = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(XtextResourceSet.class);
		ProjectConfigAdapter.install(resources, new FileProjectConfig(project.toFile()));
		var resource = resources.getResource(URI.createFileURI(project.resolve("shop.vcd").toAbsolutePath().toString()), true);
		return new CompanionReader().savePlacement(Project.pipeline(), SourceSet.around(resource), packageName);
	}
}
