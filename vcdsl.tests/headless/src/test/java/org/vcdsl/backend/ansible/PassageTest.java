package org.vcdsl.backend.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Planner;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.SmallTopology;
import org.vcdsl.topology.Topology;

/** What stands on a bridge beside docker is reached by nobody unless docker's filter lets it: the playbook stops before, and only where that is sure. */
class PassageTest {

	/** What docker 20.10 with a network of Compose, and libvirt 9.0 with its network {@code default}, write into an empty filter. */
	private static final List<String> RULES = List.of("-P INPUT ACCEPT", "-P FORWARD DROP", "-P OUTPUT ACCEPT", "-N DOCKER", "-N DOCKER-USER",
			"-A FORWARD -j DOCKER-USER", "-A FORWARD -j DOCKER-ISOLATION-STAGE-1",
			"-A FORWARD -o br-1f0e2d3c4b5a -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT", "-A FORWARD -o br-1f0e2d3c4b5a -j DOCKER",
			"-A FORWARD -i docker0 ! -o docker0 -j ACCEPT", "-A FORWARD -i docker0 -o docker0 -j ACCEPT", "-A FORWARD -j LIBVIRT_FWX",
			"-A FORWARD -j LIBVIRT_FWI", "-A FORWARD -j LIBVIRT_FWO", "-A DOCKER-USER -j RETURN", "-A LIBVIRT_FWX -i virbr0 -o virbr0 -j ACCEPT");

	@TempDir
	Path folder;

	/** A way the host may be found in. */
	private record Case(String what, boolean passes, String filtersBridges, List<String> rules) {
	}

	private static final List<Case> CASES = List.of(
			new Case("what docker does alone", false, "1", RULES),
			new Case("no filter of bridges", true, "0", RULES),
			new Case("a policy to accept", true, "1", RULES.stream().map(rule -> rule.equals("-P FORWARD DROP") ? "-P FORWARD ACCEPT" : rule).toList()),
			new Case("what the message says", true, "1", with("-A DOCKER-USER -i br-lan -o br-lan -j ACCEPT")),
			new Case("a rule for all bridges", true, "1", with("-A FORWARD -m physdev --physdev-is-bridged -j ACCEPT")));

	private static List<String> with(String rule) {
		return Stream.concat(RULES.stream(), Stream.of(rule)).toList();
	}

	@TestFactory
	Stream<DynamicTest> thePlaybookStopsWhereDockerLetsNothingPass() throws IOException {
		var hosts = new SimulatedDatacentre(folder, topology("docker"), Map.of()).withBridge("br-lan");
		RealTools.ansibleLint().accepts(hosts.output("ansible/playbook.yaml"));
		Files.writeString(hosts.output("ansible/passage.yaml"), """
				---
				- name: Ask for passage
				  hosts: h
				  gather_facts: false
				  vars:
				    require_passage: {h: [{step: define-network/h/lan, bridge: br-lan}]}
				  tasks:
				    - name: Ask
				      ansible.builtin.import_tasks: steps/require-passage.yaml
				""");
		return CASES.stream().map(found -> dynamicTest(found.what(), () -> {
			hosts.overwrite("state/bridge-nf-call-iptables", found.filtersBridges());
			hosts.overwrite("state/filter-rules", String.join("\n", found.rules()) + "\n");
			var run = hosts.run("passage.yaml", true);
			assertThat(run.exit() == 0).as(run.output()).isEqualTo(found.passes());
			if (!found.passes()) {
				assertThat(run.output()).contains("define-network/h/lan: docker on h forbids the host to forward",
						"iptables -I DOCKER-USER -i br-lan -o br-lan -j ACCEPT");
			}
		}));
	}

	@Test
	void isAskedForAndSaidOnlyWhereDockerRuns() {
		assertThat(playbook(topology("docker"))).contains("require_passage:", "steps/require-passage.yaml");
		assertThat(messages(topology("docker"))).anyMatch(message -> message.startsWith("docker on 'h' forbids the host to forward"));
		assertThat(playbook(topology("podman"))).contains("require_bridge:").doesNotContain("require_passage:");
		assertThat(messages(topology("podman"))).noneMatch(message -> message.contains("forbids the host to forward"));
	}

	private static Topology topology(String engine) {
		return new SmallTopology().host("h", "kvm", engine).network("lan").vm("db", "h", List.of(), List.of("lan")).build();
	}

	private static String playbook(Topology topology) {
		return new AnsibleBackend().generate(topology, Planner.plan(topology, Map.of())).artifacts().stream()
				.filter(artifact -> artifact.path().equals("ansible/playbook.yaml")).findAny().orElseThrow().text();
	}

	private static List<String> messages(Topology topology) {
		return new AnsibleBackend().generate(topology, Planner.plan(topology, Map.of())).findings().stream().map(Finding::message).toList();
	}
}
