package org.vcdsl.backend.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.backend.BackendTopology.GIB;
import static org.vcdsl.backend.BackendTopology.brief;
import static org.vcdsl.backend.BackendTopology.run;
import static org.vcdsl.resolve.Resolved.resolve;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.BackendTopology;
import org.vcdsl.backend.BackendTopology.Vm;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.Topology;
import org.xml.sax.InputSource;

class LibvirtBackendTest {

	private static final String DOMAIN = "libvirt/beta/domain-db.xml";
	private static final String NETWORK = "libvirt/beta/network-lan.xml";
	private static final String VOLUME = "libvirt/beta/volume-orders.xml";
	private static final String POOL = "libvirt/beta/pool-default.xml";

	@TempDir
	Path folder;

	@Test
	void libvirtAcceptsEveryFile() throws IOException {
		for (var artifact : run(new LibvirtBackend(), database()).artifacts()) {
			RealTools.virtXmlValidate().accepts(written(artifact.path(), artifact.text()));
		}
		RealTools.virshDefine().accepts(written(DOMAIN, textOf(database(), DOMAIN)));
		RealTools.virshNetDefine().accepts(written(NETWORK, textOf(database(), NETWORK)));
	}

	@Test
	void libvirtRefusesEachFileWithOneWordChanged() throws IOException {
		RealTools.virtXmlValidate().rejects(written(DOMAIN, textOf(database(), DOMAIN).replace("vcpu", "vcpuz")), "vcpuz");
		RealTools.virshDefine().rejects(written(DOMAIN, textOf(database(), DOMAIN).replace("vcpu", "vcpuz")), "vcpuz");
		RealTools.virtXmlValidate().rejects(written(NETWORK, textOf(database(), NETWORK).replace("forward", "foward")), "foward");
		RealTools.virtXmlValidate().rejects(written(VOLUME, textOf(database(), VOLUME).replace("capacity", "size")), "size");
		RealTools.virtXmlValidate().rejects(written(POOL, textOf(database(), POOL).replace("target", "traget")), "traget");
	}

	@Test
	void aDomainSaysWhatTheTopologyStates() throws Exception {
		var domain = textOf(database(), DOMAIN);
		assertThat(xpath(domain, "/domain/name")).isEqualTo("db");
		assertThat(xpath(domain, "concat(/domain/memory, ' ', /domain/memory/@unit)")).isEqualTo("16 GiB");
		assertThat(xpath(domain, "concat(/domain/currentMemory, ' ', /domain/currentMemory/@unit)")).isEqualTo("8 GiB");
		assertThat(xpath(domain, "/domain/vcpu")).isEqualTo("2");
		assertThat(xpath(domain, "//disk[target/@dev='vda']/source/@file")).endsWith("/db-boot.qcow2");
		assertThat(xpath(domain, "//disk[target/@dev='vdb']/source/@file")).endsWith("/orders.qcow2");
		assertThat(xpath(domain, "//disk[@device='cdrom']/source/@file")).endsWith("/db-seed.iso");
		assertThat(xpath(domain, "//disk[@device='cdrom']/target/@bus")).as("what kernels built for clouds can read").isEqualTo("scsi");
		assertThat(xpath(domain, "//controller[@type='scsi']/@model")).isEqualTo("virtio-scsi");
		assertThat(xpath(domain, "//interface/source/@network")).isEqualTo("lan");
	}

	@Test
	void aNetworkJoinsTheBridgeOfItsHost() throws Exception {
		assertThat(xpath(textOf(database(), NETWORK), "/network/bridge/@name")).isEqualTo("br-lan");
	}

	@Test
	void aVolumeHasItsSizeAndGrowsAsItIsFilled() throws Exception {
		var volume = textOf(database(), VOLUME);
		assertThat(xpath(volume, "concat(/volume/capacity, ' ', /volume/capacity/@unit)")).isEqualTo("200 GiB");
		assertThat(xpath(volume, "/volume/allocation")).isEqualTo("0");
	}

	@Test
	void volumesLieInThePoolThatIsTheFolderOfTheirFiles() throws Exception {
		var pool = textOf(database(), POOL);
		assertThat(xpath(pool, "concat(/pool/@type, ' ', /pool/name, ' ', /pool/target/path)")).isEqualTo("dir default /var/lib/libvirt/images");
		assertThat(xpath(textOf(database(), VOLUME), "/volume/target/path")).startsWith(xpath(pool, "/pool/target/path") + "/");
	}

	@Test
	void disksBeyondTheAlphabetAreNamedAsLinuxNamesThem() throws Exception {
		var builder = new BackendTopology("small").hypervisorHost("beta", "kvm");
		var volumes = new String[28];
		for (var i = 0; i < volumes.length; i++) {
			volumes[i] = "v[" + i + "]";
			builder.volume(volumes[i], OptionalLong.of(1), Optional.of("beta"));
		}
		var domain = textOf(builder.vm("db", "beta", vm -> vm.disks(volumes)).build(), DOMAIN);
		assertThat(xpath(domain, "//disk[source/@file='/var/lib/libvirt/images/v-24.qcow2']/target/@dev")).isEqualTo("vdz");
		assertThat(xpath(domain, "//disk[source/@file='/var/lib/libvirt/images/v-25.qcow2']/target/@dev")).isEqualTo("vdaa");
	}

	@Test
	void aGuestWithoutCloudInitHasNoSeed() throws Exception {
		assertThat(xpath(textOf(onKvm(Vm::windows), DOMAIN), "count(//disk)")).isEqualTo("1");
		assertThat(xpath(textOf(onKvm(Vm::withoutGuest), DOMAIN), "count(//disk)")).isEqualTo("1");
	}

	@Test
	void namesOfAnyCharactersReachLibvirtUnharmed() throws Exception {
		var name = "d\"<&'$x {{ 7*7 }} 😀: # ]]>";
		var topology = new BackendTopology("shop").hypervisorHost("beta", "kvm").network("{{ l }}", "10.0.0.0/24", 10)
				.vm(name, "beta", vm -> vm.nics("{{ l }}")).build();
		for (var artifact : run(new LibvirtBackend(), topology).artifacts()) {
			RealTools.virtXmlValidate().accepts(written(artifact.path(), artifact.text()));
		}
		var domain = run(new LibvirtBackend(), topology).artifacts().getLast();
		RealTools.virshDefine().accepts(written(domain.path(), domain.text()));
		assertThat(xpath(domain.text(), "/domain/description")).isEqualTo(name + " of shop");
	}

	@Test
	void aStatedArchitectureIsNotAssumedAndAnotherOneGetsNoDomain() {
		var host = """
				host beta { hypervisor kvm  architecture %s }
				vm db on beta { guest Debian 12  vcpu 2  memory 1 GiB }
				""";
		var fitting = run(new LibvirtBackend(), resolve(host.formatted("amd64")));
		assertThat(fitting.findings()).isEmpty();
		assertThat(fitting.artifacts()).extracting(Artifact::path).containsExactly("libvirt/beta/domain-db.xml");
		var other = run(new LibvirtBackend(), resolve(host.formatted("arm64")));
		assertThat(brief(other.findings())).containsExactly("VCD802 warning 3 db");
		assertThat(other.artifacts()).isEmpty();
	}

	@Test
	void theAssumedArchitectureIsSaidOnceAHost() {
		var topology = new BackendTopology("small").hypervisorHost("beta", "kvm").vm("a", "beta", vm -> vm)
				.vm("b", "beta", vm -> vm).build();
		assertThat(brief(run(new LibvirtBackend(), topology).findings())).containsExactly("VCD801 info 1 beta");
	}

	@Test
	void withoutVcpusOrMemoryNoDomainIsWritten() {
		assertNotDefined(onKvm(Vm::withoutVcpus), "VCD801 warning 2 db");
		assertNotDefined(onKvm(Vm::withoutMemory), "VCD801 warning 2 db");
	}

	@Test
	void otherHypervisorsAreNotExpressed() {
		var topology = new BackendTopology("small").hypervisorHost("hv1", "hyperv").vm("scvmm", "hv1", vm -> vm).build();
		assertNotDefined(topology, "VCD802 warning 2 scvmm");
	}

	@Test
	void aVolumeOfAnotherHostCannotBeAttached() {
		var topology = new BackendTopology("small").hypervisorHost("beta", "kvm").hypervisorHost("gamma", "kvm")
				.volume("orders", OptionalLong.of(GIB), Optional.of("gamma")).vm("db", "beta", vm -> vm.disks("orders"))
				.build();
		assertNotDefined(topology, "VCD802 warning 4 db");
	}

	@Test
	void aVolumeNeedsAPlaceAndASize() {
		var topology = new BackendTopology("small").hypervisorHost("beta", "kvm")
				.volume("placeless", OptionalLong.of(GIB), Optional.empty())
				.volume("sizeless", OptionalLong.empty(), Optional.of("beta")).build();
		var output = run(new LibvirtBackend(), topology);
		assertThat(output.artifacts()).isEmpty();
		assertThat(brief(output.findings())).containsExactly("VCD802 warning 2 placeless", "VCD801 warning 3 sizeless");
	}

	private static void assertNotDefined(Topology topology, String finding) {
		var output = run(new LibvirtBackend(), topology);
		assertThat(output.artifacts()).extracting(Artifact::path).noneMatch(path -> path.contains("domain-"));
		assertThat(brief(output.findings())).containsExactly(finding);
	}

	private static Topology onKvm(UnaryOperator<Vm> details) {
		return new BackendTopology("small").hypervisorHost("beta", "kvm").vm("db", "beta", details).build();
	}

	private static Topology database() {
		return new BackendTopology("small").hypervisorHost("beta", "kvm").network("lan", "10.0.0.0/24", 10)
				.volume("orders", OptionalLong.of(200 * GIB), Optional.of("beta"))
				.vm("db", "beta", vm -> vm.memory(8 * GIB, 16 * GIB).disks("orders").nics("lan")).build();
	}

	private static String textOf(Topology topology, String path) {
		return run(new LibvirtBackend(), topology).artifacts().stream().filter(artifact -> artifact.path().equals(path))
				.findFirst().orElseThrow().text();
	}

	private Path written(String path, String text) throws IOException {
		return Files.writeString(folder.resolve(path.substring(path.lastIndexOf('/') + 1)), text);
	}

	private static String xpath(String xml, String expression) throws Exception {
		var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
				.parse(new InputSource(new StringReader(xml)));
		return XPathFactory.newDefaultInstance().newXPath().evaluate(expression, document);
	}
}
