package org.vcdsl.backend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vcdsl.backend.BackendTopology.brief;
import static org.vcdsl.resolve.Resolved.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.scheduling.Scheduling;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend.Output;
import org.vcdsl.backend.BackendTopology;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Planner;
import org.vcdsl.topology.Attachments;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.ContainerTraits;
import org.vcdsl.topology.Duties;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Pool;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonParser;

import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;

/** Manifests are read by the models of another library, made from Kubernetes' own description of its API. */
class KubernetesBackendTest {

	private static final YAMLMapper YAML = new YAMLMapper();

	private static final String CLUSTER = """
			site quay {
			  rack r1 { host a[1..2] { hypervisor kvm } }
			  room north { rack r2 { host b { hypervisor kvm  engine containerd } } } }
			image app { ref "registry.example.org/app:1"  platform linux/amd64, linux/arm64 }
			image side { ref "registry.example.org/side:2"  platform linux/amd64 }
			cluster k kubernetes %s {
			  members b
			  vm wk[1] on a[1] { engine containerd }
			  vm wk[2] on a[2] { engine containerd }
			  vm cp on a[1] { role control  engine containerd }
			%s
			}
			rules { %s }
			""";

	@TempDir
	Path folder;

	@Test
	void kubernetesModelsAcceptEverythingThatIsPrinted() throws IOException {
		var output = output("""
				pod shop {
				  container front { image app  cpu 250 mcpu..2 core  memory 256 MiB..1 GiB  privileged }
				  container side { image side  memory 64 MiB }
				  publish 8080 -> 80
				  isolation kata
				}
				pod cache replicas 2 { container main { image app } }
				""", """
				must spread k.shop across rack  should spread k.cache across host skew 2  must apart k.shop by kernel
				should apart k.shop, k.cache by host  must together k.cache by site  should together k.cache by rack
				should pin k.cache on a  must ban k.shop on k.cp""");
		assertThat(manifests(output)).hasSize(2);
		for (var manifest : manifests(output)) {
			V1Namespace.validateJsonElement(JsonParser.parseString(documents(manifest).get(0).toString()));
			V1Deployment.validateJsonElement(JsonParser.parseString(documents(manifest).get(1).toString()));
		}
		assertThat(output.findings()).extracting(Finding::ruleId).doesNotContain("VCD802");
	}

	@Test
	void kubernetesModelsRefuseAnUnknownFieldAndAMissingOne() {
		var manifest = manifests(output(pods("shop", 3), "must spread k.shop across rack")).getFirst();
		assertRefused(manifest.replace("maxSkew:", "maxSqueeze:"), "maxSqueeze");
		assertRefused(manifest.replace("          maxSkew: 1\n", ""), "maxSkew");
	}

	private static void assertRefused(String manifest, String field) {
		assertThatThrownBy(() -> V1Deployment.validateJsonElement(JsonParser.parseString(documents(manifest).get(1).toString())))
				.isInstanceOf(IllegalArgumentException.class).hasMessageContaining(field);
	}

	@Test
	void aDeploymentIsWhatTheTopologyStates() {
		var shop = deployment(output("""
				pod shop replicas 3 {
				  container front { image app  cpu 250 mcpu..2 core  memory 256 MiB..1 GiB }
				  container side { image side  privileged  memory 1000 B }
				}
				""", ""));
		assertThat(shop.at("/metadata/name").asText()).isEqualTo("k-shop");
		assertThat(shop.at("/metadata/namespace").asText()).isEqualTo("test");
		assertThat(shop.at("/spec/replicas").asInt()).isEqualTo(3);
		assertThat(shop.at("/spec/selector/matchLabels")).isEqualTo(tree(Map.of("app.kubernetes.io/name", "k-shop")));
		assertThat(shop.at("/spec/template/metadata/labels/app.kubernetes.io~1name").asText()).isEqualTo("k-shop");
		var containers = shop.at("/spec/template/spec/containers");
		assertThat(containers).hasSize(2);
		assertThat(containers.at("/0/image").asText()).isEqualTo("registry.example.org/app:1");
		assertThat(containers.at("/0/resources/requests")).isEqualTo(tree(Map.of("cpu", "250m", "memory", "256Mi")));
		assertThat(containers.at("/0/resources/limits")).isEqualTo(tree(Map.of("cpu", "2", "memory", "1Gi")));
		assertThat(containers.at("/0/securityContext").isMissingNode()).isTrue();
		assertThat(containers.at("/1/securityContext/privileged").asBoolean()).isTrue();
		assertThat(containers.at("/1/resources/limits")).isEqualTo(tree(Map.of("memory", "1000")));
	}

	@Test
	void podsStandOnTheNodesOfTheirPoolForWhichAllTheirImagesWereBuilt() {
		var pod = "pod shop on wk { container front { image app }  container side { image side } }";
		assertThat(possible(output(pod, ""))).isEqualTo(tree(List.of(in("vcdsl.org/declaration", "k-wk"), in("kubernetes.io/os", "linux"),
				in("kubernetes.io/arch", "amd64"))));
		assertThat(possible(output(pod, "must ban k.shop on k.wk[1]")).get(0)).isEqualTo(tree(in("vcdsl.org/node", "k-wk-2")));
		assertThat(possible(output(pod, "must pin k.shop on a[1]")).get(0)).isEqualTo(tree(in("vcdsl.org/node", "k-wk-1")));
		assertThat(possible(output("pod shop on b { container front { image app } }", "")).get(2))
				.isEqualTo(tree(in("kubernetes.io/arch", "amd64", "arm64")));
	}

	@Test
	void aNodeOnWhichTheySurelyFailIsNotAmongThem() {
		var output = generate("""
				host old { hypervisor kvm  os Debian 12 { kernel 6.1.0-28 } }
				image app { ref "registry.example.org/app:1"  requires kernel >= 6.5 }
				cluster k kubernetes 1.32 {
				  vm low on old { engine containerd  guest Debian 12 { kernel 6.1.0-28 } }
				  vm high on old { engine containerd  guest Ubuntu 24.04 { kernel 6.8.0-48 } }
				  pod shop on low, high { container c { image app } }
				}
				""");
		assertThat(possible(output)).isEqualTo(tree(List.of(in("vcdsl.org/declaration", "k-high"))));
	}

	@Test
	void whatMustBeSpreadIsHardAndWhatShouldBeIsNot() {
		var must = spread(output(pods("shop", 3), "must spread k.shop across rack"));
		assertThat(must.at("/maxSkew").asInt()).isEqualTo(1);
		assertThat(must.at("/topologyKey").asText()).isEqualTo("vcdsl.org/rack");
		assertThat(must.at("/whenUnsatisfiable").asText()).isEqualTo("DoNotSchedule");
		assertThat(must.at("/labelSelector/matchLabels")).isEqualTo(tree(Map.of("app.kubernetes.io/name", "k-shop")));
		assertThat(must.at("/matchLabelKeys/0").asText()).isEqualTo("pod-template-hash");
		var should = spread(output(pods("shop", 3), "should spread k.shop across kernel skew 2"));
		assertThat(should.at("/maxSkew").asInt()).isEqualTo(2);
		assertThat(should.at("/topologyKey").asText()).isEqualTo("vcdsl.org/node");
		assertThat(should.at("/whenUnsatisfiable").asText()).isEqualTo("ScheduleAnyway");
	}

	@Test
	void podsOfSeveralDeclarationsAreCountedTogether() {
		var spread = spread(output(pods("shop", 2) + pods("cache", 2), "must spread k.shop, k.cache across host"));
		assertThat(spread.at("/labelSelector/matchExpressions/0")).isEqualTo(tree(in("app.kubernetes.io/name", "k-shop", "k-cache")));
		assertThat(spread.at("/matchLabelKeys").isMissingNode() || spread.at("/matchLabelKeys").isEmpty()).isTrue();
	}

	@Test
	void revisionsAreToldApartOnlyWhereKubernetesCan() {
		assertThat(spread(output("1.26", pods("shop", 3), "must spread k.shop across rack")).at("/matchLabelKeys").isMissingNode()).isTrue();
		assertThat(spread(output("1.27", pods("shop", 3), "must spread k.shop across rack")).at("/matchLabelKeys")).hasSize(1);
	}

	@Test
	void podsApartAreNotRolledOutBesideTheOldOnes() {
		var apart = output(pods("shop", 2), "must apart k.shop by host");
		assertThat(affinity(apart).at("/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0")).isEqualTo(
				tree(Map.of("labelSelector", Map.of("matchLabels", Map.of("app.kubernetes.io/name", "k-shop")), "topologyKey", "vcdsl.org/host")));
		assertThat(deployment(apart).at("/spec/strategy/rollingUpdate")).isEqualTo(tree(Map.of("maxSurge", 0, "maxUnavailable", 1)));
		var published = output("pod shop { container c { image app }  publish 80 -> 8080 }", "");
		assertThat(deployment(published).at("/spec/strategy/rollingUpdate/maxSurge").asInt(-1)).isZero();
		assertThat(deployment(published).at("/spec/template/spec/containers/0/ports/0"))
				.isEqualTo(tree(Map.of("containerPort", 8080, "hostPort", 80)));
		assertThat(deployment(output(pods("shop", 2), "")).at("/spec/strategy").isMissingNode()).isTrue();
	}

	@Test
	void replicasMayPublishOnePortOfTheirNodes() {
		var output = output("pod shop replicas 2 { container c { image app }  publish 443 -> 8443 }", "");
		assertThat(deployment(output).at("/spec/replicas").asInt()).isEqualTo(2);
		assertThat(deployment(output).at("/spec/template/spec/containers/0/ports/0"))
				.isEqualTo(tree(Map.of("containerPort", 8443, "hostPort", 443)));
	}

	@Test
	void groupsApartAvoidEachOtherAndNotThemselves() {
		var output = output(pods("shop", 2) + pods("cache", 2), "should apart k.shop, k.cache by room");
		assertThat(affinity(output).at("/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm")).isEqualTo(
				tree(Map.of("labelSelector", Map.of("matchLabels", Map.of("app.kubernetes.io/name", "k-cache")), "topologyKey", "vcdsl.org/room")));
		assertThat(affinity(output).at("/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution")).isEmpty();
	}

	@Test
	void whatCannotBeToldIsSaid() {
		assertThat(untold("must apart k.shop[1], k.shop[2] by host")).containsExactly("warning");
		assertThat(untold("should spread k.shop, k.wk across host")).containsExactly("info");
		assertThat(untold("must spread k.shop across feed")).containsExactly("warning");
		assertThat(untold("must alone k.shop by host")).containsExactly("warning");
		assertThat(untold("must ban k.shop[1] on b")).containsExactly("warning");
		assertThat(untold("must spread k.shop across host  should ban k.shop on b  must reserve 1 host of memory")).isEmpty();
	}

	private static List<String> untold(String rules) {
		return output(pods("shop", 2), rules).findings().stream().filter(finding -> finding.message().startsWith("Kubernetes cannot be told"))
				.map(finding -> finding.severity().label()).toList();
	}

	@Test
	void whereAManifestWouldSayTooLittleNoneIsWrittenAndTheReasonSaid() {
		assertUnwritten("pod shop { container c { image app }  disk 10 GiB on data }", "storage class");
		assertUnwritten("pod shop { container c }", "where the image");
		assertUnwritten("pod shop replicas 2 { container c { image app }  publish 8080..8081 -> 80 }", "all pods are alike");
	}

	private static void assertUnwritten(String pod, String reason) {
		var output = generate(CLUSTER.formatted("1.32", pod, "") + "volume data { size 1 TiB  on b }\n");
		assertThat(manifests(output)).isEmpty();
		assertThat(output.findings()).extracting(Finding::message).singleElement().asString().contains("No manifest is written for 'k.shop", reason);
	}

	@Test
	void anAddressOfAnotherNetworkIsNotGivenAndARuntimeClassIsAssumed() {
		var output = generate(CLUSTER.formatted("1.32", "pod shop { container c { image app }  nic lan  isolation gvisor }", "") + "network lan\n");
		assertThat(brief(output.findings())).hasSize(2).allMatch(finding -> finding.endsWith("k.shop"))
				.anyMatch(finding -> finding.startsWith("VCD802 warning")).anyMatch(finding -> finding.startsWith("VCD801 info"));
		assertThat(deployment(output).at("/spec/template/spec/runtimeClassName").asText()).isEqualTo("gvisor");
	}

	@Test
	void usersOfTheirOwnNeedNoRuntimeClass() {
		var output = output("pod shop { container c { image app }  isolation userns }", "");
		assertThat(deployment(output).at("/spec/template/spec/hostUsers").asBoolean(true)).isFalse();
		assertThat(deployment(output).at("/spec/template/spec/runtimeClassName").isMissingNode()).isTrue();
	}

	@Test
	void textOfTheUsersStaysText() {
		var nasty = "reg/x: '$HOME {{ 7*7 }} - &a *b # c\\t!!int 1";
		var output = generate(CLUSTER.formatted("1.32", "pod shop { container c { image bad } }", "")
				+ "image bad { ref \"" + nasty.replace("\\t", "\\\\t") + "\" }\n");
		assertThat(deployment(output).at("/spec/template/spec/containers/0/image").asText()).isEqualTo(nasty);
	}

	@Test
	void namesOfAnyCharactersBreakOutOfNothing() throws IOException, InterruptedException {
		var nasty = "a'b\"c\n{{ 7*7 }} #: $(touch broken)`touch broken` \\n é";
		var base = new BackendTopology("t" + nasty).engineHost("h" + nasty, "containerd").image("app", "registry.example.org/app:1").build();
		var host = base.hosts().values().iterator().next();
		var name = "k" + nasty + ".p";
		var container = new Pod.Member("c" + nasty, host.source(), Optional.of("app"), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
		var pod = new Pod(name, name, host.source(), Pool.of(host.name()), Duties.NONE, ContainerTraits.UNSTATED, List.of(container), List.of(),
				Attachments.NONE);
		var cluster = new Cluster("k" + nasty, host.source(), Optional.of(new Software("kubernetes", Optional.empty())), List.of(host.name()),
				List.of(name));
		var topology = new Topology(base.name(), base.locations(), base.feeds(), base.switches(), base.hosts(), base.networks(), base.volumes(),
				base.images(), Map.of(cluster.name(), cluster), Map.of(name, pod), base.services(), base.constraints(), base.acceptances(), Map.of());
		var groups = Scheduling.of(topology, new KernelCompatibility(topology, Catalogue.EMPTY)).groups();
		var output = new KubernetesBackend().generate(topology, Planner.plan(topology, Map.of(), groups));
		V1Deployment.validateJsonElement(JsonParser.parseString(deployment(output).toString()));
		assertThat(deployment(output).at("/metadata/annotations/vcdsl.org~1workload").asText()).isEqualTo(name);
		assertThat(deployment(output).at("/metadata/name").asText()).matches("[a-z0-9-]{1,63}");
		assertThat(deployment(output).at("/spec/template/spec/containers/0/name").asText()).matches("[a-z0-9-]{1,63}");
		var script = Files.writeString(folder.resolve("label-nodes.sh"), text(output, "label-nodes.sh"));
		kubectl("echo \"$#\" >> calls");
		assertThat(run(script)).isZero();
		assertThat(Files.readAllLines(folder.resolve("calls"))).containsExactly("7");
		assertThat(folder.resolve("broken")).doesNotExist();
	}

	@Test
	void theScriptGivesEveryNodeItsLabelsAndStopsAtOneThatIsNotThere() throws IOException, InterruptedException {
		var script = Files.writeString(folder.resolve("label-nodes.sh"), text(output(pods("shop", 2), ""), "label-nodes.sh"));
		kubectl("echo \"$@\" >> calls");
		assertThat(run(script)).isZero();
		assertThat(Files.readAllLines(folder.resolve("calls"))).containsExactly(
				"label --overwrite node b vcdsl.org/node=b vcdsl.org/declaration=b vcdsl.org/host=b vcdsl.org/rack=r2 vcdsl.org/room=north "
						+ "vcdsl.org/site=quay",
				"label --overwrite node k-wk-1 vcdsl.org/node=k-wk-1 vcdsl.org/declaration=k-wk vcdsl.org/host=a-1 vcdsl.org/rack=r1 vcdsl.org/site=quay",
				"label --overwrite node k-wk-2 vcdsl.org/node=k-wk-2 vcdsl.org/declaration=k-wk vcdsl.org/host=a-2 vcdsl.org/rack=r1 vcdsl.org/site=quay",
				"label --overwrite node k-cp vcdsl.org/node=k-cp vcdsl.org/declaration=k-cp vcdsl.org/host=a-1 vcdsl.org/rack=r1 vcdsl.org/site=quay");
		kubectl("[ \"$4\" != k-wk-1 ]");
		assertThat(run(script)).isNotZero();
	}

	private void kubectl(String body) throws IOException {
		var program = folder.resolve("kubectl");
		Files.deleteIfExists(program);
		Files.createFile(program, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		Files.writeString(program, "#!/bin/sh\n" + body + "\n");
	}

	private int run(Path script) throws IOException, InterruptedException {
		var builder = new ProcessBuilder("sh", script.toString()).directory(folder.toFile());
		builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
		return builder.start().waitFor();
	}

	@Test
	void podsOutsideOfAKubernetesClusterAreNoneOfItsBusiness() {
		var output = generate("""
				host h { engine podman }
				image app { ref "registry.example.org/app:1" }
				pod shop on h { container c { image app } }
				cluster s { members h  pod other { container c { image app } } }
				""");
		assertThat(output.artifacts()).isEmpty();
		assertThat(output.findings()).isEmpty();
	}

	private static String pods(String name, int count) {
		return "pod %s replicas %s { container main { image app } }\n".formatted(name, count);
	}

	private static Output output(String pods, String rules) {
		return output("1.32", pods, rules);
	}

	private static Output output(String version, String pods, String rules) {
		return generate(CLUSTER.formatted(version, pods, rules));
	}

	private static Output generate(String text) {
		var checked = check(text);
		var topology = checked.topology().orElseThrow(() -> new AssertionError(checked.findings()));
		var groups = Scheduling.of(topology, new KernelCompatibility(topology, checked.catalogue())).groups();
		return new KubernetesBackend().generate(topology, Planner.plan(topology, Map.of(), groups));
	}

	private static List<String> manifests(Output output) {
		return output.artifacts().stream().filter(artifact -> artifact.path().endsWith(".yaml")).map(Artifact::text).toList();
	}

	private static String text(Output output, String name) {
		return output.artifacts().stream().filter(artifact -> artifact.path().endsWith("/" + name)).map(Artifact::text).findFirst().orElseThrow();
	}

	/** The first of them. */
	private static JsonNode deployment(Output output) {
		return documents(manifests(output).getFirst()).get(1);
	}

	private static JsonNode affinity(Output output) {
		return deployment(output).at("/spec/template/spec/affinity");
	}

	private static JsonNode possible(Output output) {
		return affinity(output).at("/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/matchExpressions");
	}

	private static JsonNode spread(Output output) {
		assertThat(deployment(output).at("/spec/template/spec/topologySpreadConstraints")).hasSize(1);
		return deployment(output).at("/spec/template/spec/topologySpreadConstraints/0");
	}

	private static Map<String, Object> in(String key, String... values) {
		return Map.of("key", key, "operator", "In", "values", List.of(values));
	}

	private static JsonNode tree(Object value) {
		return YAML.valueToTree(value);
	}

	private static List<JsonNode> documents(String manifest) {
		return Stream.of(manifest.split("(?m)^---\n")).filter(text -> !text.isEmpty()).map(text -> {
			try {
				return YAML.readTree(text);
			} catch (IOException unreadable) {
				throw new AssertionError(manifest, unreadable);
			}
		}).toList();
	}
}
