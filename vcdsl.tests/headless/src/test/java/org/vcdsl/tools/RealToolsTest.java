package org.vcdsl.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool accepts a good artifact, and refuses the same with one fault in it for that fault. */
class RealToolsTest {

	private static final String DOMAIN = """
			<domain type='kvm'>
			  <name>db</name>
			  <memory unit='GiB'>16</memory>
			  <vcpu>4</vcpu>
			  <os><type arch='x86_64' machine='q35'>hvm</type></os>
			</domain>
			""";

	private static final String NETWORK = """
			<network>
			  <name>lan</name>
			  <bridge name='br10'/>
			  <ip address='10.0.0.1' netmask='255.255.255.0'/>
			</network>
			""";

	private static final String POOL = """
			<pool type='dir'>
			  <name>images</name>
			  <target><path>/srv/images</path></target>
			</pool>
			""";

	private static final String VOLUME = """
			<volume type='file'>
			  <name>orders.qcow2</name>
			  <capacity unit='GiB'>200</capacity>
			  <target><format type='qcow2'/></target>
			</volume>
			""";

	private static final String USER_DATA = """
			#cloud-config
			hostname: db
			package_update: false
			runcmd:
			  - [systemctl, start, postgresql]
			""";

	private static final String NETWORK_CONFIG = """
			version: 2
			ethernets:
			  eth0:
			    match: {macaddress: "52:54:00:10:00:11"}
			    addresses: [10.0.0.11/24]
			""";

	private static final String LXC = """
			lxc.uts.name = mail
			lxc.net.0.type = veth
			lxc.net.0.link = br-lan
			""";

	private static final String COMPOSE = """
			name: cellar
			services:
			  web:
			    image: registry.example.org/shop/web:3.4.1
			    networks: [lan]
			    deploy:
			      replicas: 2
			networks:
			  lan: {}
			""";

	private static final String INVENTORY = """
			all:
			  children:
			    web:
			      hosts:
			        alpha:
			""";

	private static final String PLAYBOOK = """
			---
			- name: Web servers
			  hosts: web
			  gather_facts: false
			  tasks:
			    - name: Greet
			      ansible.builtin.debug:
			        msg: hello
			""";

	@TempDir Path folder;
	private Path inventory;

	@BeforeEach void writeInventory() throws IOException {
		inventory = file("inventory.yaml", INVENTORY);
	}

	@Test void libvirtSchemasKnowDomainsNetworksPoolsAndVolumes() throws IOException {
		RealTools.virtXmlValidate().accepts(file("domain.xml", DOMAIN));
		RealTools.virtXmlValidate().accepts(file("network.xml", NETWORK));
		RealTools.virtXmlValidate().accepts(file("pool.xml", POOL));
		RealTools.virtXmlValidate().accepts(file("volume.xml", VOLUME));
	}

	@Test void libvirtSchemasRefuseAnUnknownElement() throws IOException {
		RealTools.virtXmlValidate().rejects(file("domain.xml", DOMAIN.replace("vcpu>", "vcpuz>")), "vcpuz");
	}

	@Test void virshDefinesWhatIsGood() throws IOException {
		RealTools.virshDefine().accepts(file("domain.xml", DOMAIN));
		RealTools.virshNetDefine().accepts(file("network.xml", NETWORK));
		RealTools.virshPoolDefine().accepts(file("pool.xml", POOL));
	}

	@Test void virshRefusesAnUnknownElement() throws IOException {
		RealTools.virshDefine().rejects(file("domain.xml", DOMAIN.replace("vcpu>", "vcpuz>")), "vcpuz");
		RealTools.virshNetDefine().rejects(file("network.xml", NETWORK.replace("netmask", "netmusk")), "netmusk");
		RealTools.virshPoolDefine().rejects(file("pool.xml", POOL.replace("path>", "road>")), "Expecting an element path");
	}

	@Test void virshRefusesWhatTheSchemaAllows() throws IOException {
		String moreThanAll = DOMAIN.replace("<vcpu>4<", "<vcpu current='8'>4<");
		RealTools.virtXmlValidate().accepts(file("domain.xml", moreThanAll));
		RealTools.virshDefine().rejects(file("domain.xml", moreThanAll), "maximum vCPU count must not be less than current vCPU count");
	}

	@Test void lxcReadsAConfiguration() throws IOException {
		assertThat(RealTools.lxcInfo("lxc.net.0.link").answerTo(file("mail.conf", LXC))).contains("lxc.net.0.link = br-lan");
	}

	@Test void lxcRefusesAnUnknownKey() throws IOException {
		RealTools.lxcInfo().rejects(file("mail.conf", LXC.replace("lxc.uts.name", "lxc.uts.nome")), "lxc.uts.nome");
		RealTools.lxcInfo().rejects(file("mail.conf", LXC.replace("veth", "vath")), "lxc.net.0.type = vath");
	}

	@Test void cloudInitAcceptsUserData() throws IOException {
		RealTools.cloudInitUserData().accepts(file("user-data", USER_DATA));
	}

	@Test void cloudInitRefusesAnUnknownKey() throws IOException {
		RealTools.cloudInitUserData().rejects(file("user-data", USER_DATA.replace("runcmd", "runcmdd")), "runcmdd");
	}

	@Test void cloudInitRefusesADeprecatedValue() throws IOException {
		RealTools.cloudInitUserData().rejects(file("user-data", USER_DATA + "users: [{name: ops, uid: \"1000\"}]\n"), "users.0.uid");
	}

	@Test void cloudInitAcceptsANetworkConfiguration() throws IOException {
		RealTools.cloudInitNetworkConfig().accepts(file("network-config", NETWORK_CONFIG));
	}

	@Test void cloudInitRefusesAnAddressThatIsNoList() throws IOException {
		RealTools.cloudInitNetworkConfig().rejects(
				file("network-config", NETWORK_CONFIG.replace("[10.0.0.11/24]", "10.0.0.11/24")), "'10.0.0.11/24' is not of type 'array'");
	}

	@Test void composeAcceptsAService() throws IOException {
		RealTools.dockerCompose().accepts(file("compose.yaml", COMPOSE));
	}

	@Test void composeRefusesAnUnknownKey() throws IOException {
		RealTools.dockerCompose().rejects(file("compose.yaml", COMPOSE.replace("image:", "imago:")), "imago");
	}

	@Test void composeRefusesAnUndefinedNetwork() throws IOException {
		RealTools.dockerCompose().rejects(file("compose.yaml", COMPOSE.replace("[lan]", "[wan]")), "undefined network wan");
	}

	@Test void composeRefusesAVariableNobodySets() throws IOException {
		RealTools.dockerCompose().rejects(file("compose.yaml", COMPOSE.replace("3.4.1", "${TAG}")), "TAG");
	}

	@Test void ansibleAcceptsAPlaybook() throws IOException {
		RealTools.ansiblePlaybook(inventory).accepts(file("site.yaml", PLAYBOOK));
	}

	@Test void ansibleRefusesAnUnknownModule() throws IOException {
		RealTools.ansiblePlaybook(inventory).rejects(file("site.yaml", PLAYBOOK.replace("debug", "debugg")), "debugg");
	}

	@Test void ansibleRefusesHostsThatAreNotInTheInventory() throws IOException {
		RealTools.ansiblePlaybook(inventory).rejects(file("site.yaml", PLAYBOOK.replace("hosts: web", "hosts: wob")), "wob");
	}

	@Test void ansibleReadsAnInventory() {
		RealTools.ansibleInventory().accepts(inventory);
	}

	@Test void ansibleRefusesAnInventoryItSkipsPartsOf() throws IOException {
		RealTools.ansibleInventory().rejects(file("hosts.yaml", INVENTORY.replace("children", "childern")), "childern");
	}

	@Test void ansibleRefusesAnInventoryThatIsNoYaml() throws IOException {
		RealTools.ansibleInventory().rejects(file("hosts.yaml", INVENTORY.replace("alpha:", "{alpha")), "hosts.yaml");
	}

	@Test void ansibleLintAcceptsAPlaybook() throws IOException {
		RealTools.ansibleLint().accepts(file("site.yaml", PLAYBOOK));
	}

	@Test void ansibleLintRefusesAPlayWithoutAName() throws IOException {
		RealTools.ansibleLint().rejects(
				file("site.yaml", PLAYBOOK.replace("- name: Web servers\n  hosts: web", "- hosts: web")), "name[play]");
	}

	@Test void dpkgComparesVersions() throws IOException {
		assertThat(RealTools.dpkgVersions().answerTo(file("versions", "1.0~rc1 1.0\n1:1 2\n1.0 1.00\n"))).isEqualTo("-1\n1\n0\n");
	}

	@Test void dpkgRefusesAVersionWithoutARevisionBehindItsHyphen() throws IOException {
		RealTools.dpkgVersions().rejects(file("versions", "1.0- 1.0\n"), "revision number is empty");
	}

	@Test void rpmComparesVersions() throws IOException {
		assertThat(RealTools.rpmVersions().answerTo(file("versions", "1.0~rc1 1.0\n1.0^git1 1.0\n1.0 1.00\n"))).isEqualTo("-1\n1\n0\n\n");
	}

	@Test void rpmRefusesALineWithOneVersion() throws IOException {
		RealTools.rpmVersions().rejects(file("versions", "1.0\n"), "bad argument");
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}
}
