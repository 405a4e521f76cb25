package org.vcdsl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.vcd.VcdPackage.Literals.HYPERVISOR_KIND;
import static org.vcdsl.vcd.VcdPackage.Literals.KERNEL_FEATURE;
import static org.vcdsl.vcd.VcdPackage.Literals.OS_RELEASE;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.scoping.ShippedCatalogue;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.OsRelease;
import org.vcdsl.vcd.VcdFile;

/** Entries come one by one, and only when they are asked for. */
class ShippedCatalogueTest {

	private final ResourceSet resources = CatalogueFiles.resourceSet();

	@Test
	void aSmallModelLoadsNothingButWhatItNames() {
		var model = CatalogueFiles.parse(CatalogueFiles.resourceSet(), "shop.vcd", Project.read("examples/cellar/cellar.vcd"));

		EcoreUtil.resolveAll(model);

		assertThat(model.getErrors()).isEmpty();
		assertThat(loaded(model.getResourceSet())).containsExactlyInAnyOrder("Debian 12", "Ubuntu 22.04", "docker", "kvm", "TowerServer");
	}

	@Test
	void anEntryIsLoadedOnce() {
		assertThat(find("Debian 12")).isSameAs(find("Debian 12"));
		assertThat(loaded(resources)).containsExactly("Debian 12");
	}

	@Test
	void anEntryAloneSaysWhatItSaysInItsFile() {
		var alone = (OsRelease) find("Debian 12");
		var inFile = ((VcdFile) CatalogueFiles.parse("os.vcd").getContents().getFirst()).getItems().stream()
				.filter(item -> item instanceof OsRelease release && release.getName().equals("Debian 12")).findFirst().orElseThrow();

		assertThat(NodeModelUtils.getTokenText(NodeModelUtils.getNode(alone)))
				.isEqualTo(NodeModelUtils.getTokenText(NodeModelUtils.getNode(inFile)));
	}

	@Test
	void thePlaceOfAnEntryInItsFileIsKnown() {
		var debian = find("Debian 12");
		var entry = ShippedCatalogue.entryOf(debian.eResource()).orElseThrow();
		var offset = ShippedCatalogue.offsetInFile(entry, NodeModelUtils.getNode(debian).getOffset());

		assertThat(entry.file()).isEqualTo("os.vcd");
		assertThat(ShippedCatalogue.text("os.vcd").substring(offset)).startsWith("os Debian 12 {");
		assertThat(ShippedCatalogue.text("os.vcd").lines().toList().get(entry.line() - 1)).isEqualTo("os Debian 12 {");
	}

	@Test
	void twoKindsMayShareAName() {
		assertThat(ShippedCatalogue.find(resources, "kvm", HYPERVISOR_KIND::equals)).extracting(EObject::eClass)
				.containsExactly(HYPERVISOR_KIND);
		assertThat(loaded(resources)).hasSize(1);
		assertThat(ShippedCatalogue.find(resources, "kvm", kind -> true)).extracting(EObject::eClass)
				.containsExactlyInAnyOrder(HYPERVISOR_KIND, KERNEL_FEATURE);
	}

	@Test
	void namesAreKnownWithoutLoading() {
		assertThat(ShippedCatalogue.names().filter(entry -> entry.kind() == OS_RELEASE).map(ShippedCatalogue.Entry::name))
				.contains("Debian 12", "WindowsServer 2022", "SmartOS", "BottlerocketK8s 1.31");
		assertThat(loaded(resources)).isEmpty();
	}

	@Test
	void aProxyLeadsToTheEntry() {
		var entry = ShippedCatalogue.names().filter(known -> known.name().equals("Ubuntu 22.04")).findFirst().orElseThrow();
		var proxy = ShippedCatalogue.proxy(resources, entry);

		assertThat(loaded(resources)).isEmpty();
		assertThat(EcoreUtil.resolve(proxy, resources)).isSameAs(find("Ubuntu 22.04"));
		assertThat(EcoreUtil.getURI(find("Ubuntu 22.04"))).isEqualTo(EcoreUtil.getURI(proxy));
	}

	@Test
	void aWrongNameLoadsNothing() {
		var model = CatalogueFiles.parse(CatalogueFiles.resourceSet(), "shop.vcd",
				"package shop import vcd.catalog.* site s { host m1 { os Debain 12 } }");

		EcoreUtil.resolveAll(model);

		assertThat(model.getErrors()).hasSize(1);
		assertThat(loaded(model.getResourceSet())).isEmpty();
	}

	private EObject find(String name) {
		return ShippedCatalogue.find(resources, name, kind -> true).getFirst();
	}

	private static List<String> loaded(ResourceSet resources) {
		return resources.getResources().stream().filter(ShippedCatalogue::contains)
				.map(resource -> ((NamedDeclaration) ((VcdFile) resource.getContents().getFirst()).getItems().getFirst()).getName())
				.toList();
	}
}
