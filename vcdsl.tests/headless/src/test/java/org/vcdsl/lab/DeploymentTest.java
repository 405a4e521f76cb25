package org.vcdsl.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.lab.MiniatureDatacentre.LOGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.cli.CommandLine;
import org.vcdsl.tools.Program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The example {@code miniature} is planned, deployed by its playbook, found running, deployed again, and taken back. */
class DeploymentTest {

	private static final String ALPHA = "10.0.0.11";
	private static final String BETA = "10.0.0.12";
	private static final String DB = "10.0.0.21";
	private static final String MAIL = "10.0.0.22";

	/** The user that Debian's cloud-init makes. */
	private static final String GUEST_LOGIN = "debian";

	private static final String MIB_64 = "67108864";

	@TempDir
	Path folder;

	private Path plan;

	@BeforeEach
	void plan() throws IOException {
		var sources = Files.createDirectories(folder.resolve("sources"));
		Files.copy(Project.path("examples/miniature/lab.miniature.placement.json"), sources.resolve("lab.miniature.placement.json"));
		Files.writeString(sources.resolve("miniature.vcd"), Project.read("examples/miniature/miniature.vcd").replace("cgroup hybrid", cgroup()));
		var run = CommandLine.in(folder).run("plan", "--output", "plans", "sources");
		assertThat(run.exit()).as(run.err()).isZero();
		plan = folder.resolve("plans/lab.miniature");
		emulate(plan.resolve("libvirt/beta/domain-db.xml"));
	}

	/** Containers share the kernel of this machine, whichever cgroup hierarchy it has. */
	private static String cgroup() {
		return Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers")) ? "cgroup 2" : "cgroup hybrid";
	}

	/** Few machines that tests run on let QEMU use their processor's virtualisation: this word is all that is changed. */
	private static void emulate(Path domain) throws IOException {
		var text = Files.readString(domain);
		assertThat(text).startsWith("<domain type=\"kvm\">");
		Files.writeString(domain, text.replace("<domain type=\"kvm\">", "<domain type=\"qemu\">"));
	}

	@Test
	void isDeployedKeptAndTakenBack() throws Exception {
		try (var datacentre = new MiniatureDatacentre(folder.resolve("datacentre"), "alpha=" + ALPHA + ",docker", "beta=" + BETA + ",libvirt")) {
			prepare(datacentre);
			var variables = variables(datacentre);
			var before = remains(datacentre);
			assertRefused(run(datacentre, variables, "playbook.yaml"), "docker on alpha forbids the host to forward");
			assertThat(remains(datacentre)).isEqualTo(before);
			datacentre.on(LOGIN, ALPHA, "sudo iptables -I DOCKER-USER -i br-lan -o br-lan -j ACCEPT");

			assertSucceeds(run(datacentre, variables, "playbook.yaml"));
			var again = run(datacentre, variables, "playbook.yaml");
			assertSucceeds(again);
			assertThat(changes(again)).as("changes of a second run:%n%s", again.output()).isZero();
			assertRuns(datacentre);

			assertRefused(run(datacentre, variables, "rollback.yaml"), "set rollback_deletes_data to true");
			assertSucceeds(run(datacentre, variables, "rollback.yaml", "-e", "{rollback_deletes_data: true}"));
			assertThat(remains(datacentre)).isEqualTo(before);
		}
	}

	/** What the plan says that hosts must have: a pool of volumes; and an image, as no registry is reached. */
	private void prepare(MiniatureDatacentre datacentre) {
		datacentre.copy(plan.resolve("libvirt/beta/pool-default.xml"), BETA);
		datacentre.on(LOGIN, BETA, "sudo virsh pool-define pool-default.xml && sudo virsh pool-start default && sudo virsh pool-autostart default");
		datacentre.copy(MiniatureDatacentre.image().resolve("busybox.tar"), ALPHA);
		datacentre.on(LOGIN, ALPHA, """
				sudo docker import --platform linux/amd64 --change 'CMD ["busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]' \
				busybox.tar registry.example.org/shop/web:1""");
	}

	/** A copy of the plan's example, with each value filled in. */
	private Path variables(MiniatureDatacentre datacentre) throws IOException {
		var image = MiniatureDatacentre.image();
		var values = Map.of("image_debian_12", image.resolve("debian-12.qcow2").toString(),
				"rootfs_appliance", image.resolve("busybox.tar").toString(), "guest_ssh_public_key", datacentre.publicKey());
		JsonNode example = new YAMLMapper().readTree(plan.resolve("ansible/variables.example.yaml").toFile());
		var lines = Stream.<String>builder();
		example.fieldNames().forEachRemaining(name -> {
			if (example.get(name).isTextual()) {
				assertThat(values).containsKey(name);
				lines.add(name + ": \"" + values.get(name) + "\"\n");
			}
		});
		return Files.writeString(folder.resolve("variables.yaml"), lines.build().collect(Collectors.joining()));
	}

	private Program.Result run(MiniatureDatacentre datacentre, Path variables, String playbook, String... arguments) {
		return datacentre.playbook(plan.resolve("ansible/inventory.yaml"), variables, plan.resolve("ansible").resolve(playbook), arguments);
	}

	private static void assertSucceeds(Program.Result run) {
		assertThat(run.exit()).as(run.output()).isZero();
	}

	private static void assertRefused(Program.Result run, String reason) {
		assertThat(run.exit()).as(run.output()).isNotZero();
		assertThat(run.output()).contains(reason);
	}

	/** How many tasks changed something, as Ansible counts at the end. */
	private static int changes(Program.Result run) {
		return run.output().lines().filter(line -> line.contains("changed=") && line.contains("unreachable="))
				.mapToInt(line -> Integer.parseInt(line.replaceAll(".*changed=(\\d+).*", "$1"))).sum();
	}

	/** Each thing is there as it was declared, asked of the thing itself or of who keeps it. */
	private void assertRuns(MiniatureDatacentre datacentre) throws InterruptedException {
		assertThat(datacentre.on(LOGIN, BETA, "busybox wget -qO- http://10.0.0.11:8443 http://10.0.0.11:8444")).as("web[1] and web[2], over the network")
				.isEqualTo("served by busybox\nserved by busybox");
		assertThat(datacentre.on(LOGIN, ALPHA, "sudo docker inspect --format '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}' lab-miniature-web-1-1"))
				.as("limits of web[1]").isEqualTo(MIB_64 + " 500000000");

		assertThat(datacentre.on(LOGIN, BETA, "ping -c 1 -w 5 " + MAIL)).as("mail, over the network").contains(" 0% packet loss");
		assertThat(datacentre.on(LOGIN, ALPHA, "ps -o uid= -p $(sudo lxc-info --name mail --pid --no-humanize) | tr -d ' '")).as("who is root in mail").isEqualTo("100000");
		assertThat(datacentre.on(LOGIN, ALPHA, "sudo lxc-cgroup --name mail " + memoryLimit())).as("limit of mail").isEqualTo(MIB_64);

		assertThat(datacentre.on(LOGIN, BETA, "sudo virsh list --name --state-running --autostart")).isEqualTo("db");
		datacentre.awaitLogin(GUEST_LOGIN, DB);
		assertThat(datacentre.on(GUEST_LOGIN, DB, "hostname")).as("who answers at the address of db").isEqualTo("db");
		assertThat(datacentre.on(GUEST_LOGIN, DB, "nproc; lsblk --bytes --nodeps --noheadings --output SIZE /dev/vdb")).as("processors of db, bytes of orders")
				.isEqualTo("2\n1073741824");
		assertThat(datacentre.on(GUEST_LOGIN, DB, "cloud-init status --wait")).endsWith("status: done");
		assertThat(datacentre.on(GUEST_LOGIN, DB, "sudo id --user")).as("nothing but the answer, so it knows its own name").isEqualTo("0");
	}

	private static String memoryLimit() {
		return cgroup().equals("cgroup 2") ? "memory.max" : "memory.limit_in_bytes";
	}

	/** All that the hosts keep of what playbooks deal with; folders that deployments share may stay when they are empty. */
	private static String remains(MiniatureDatacentre datacentre) {
		var files = "sudo find /srv/vcdsl /var/lib/vcdsl /var/lib/lxc /var/lib/libvirt/images -mindepth 1 2>/dev/null | sort; "
				+ "sudo find /etc/libvirt/qemu -type f | sort";
		return datacentre.on(LOGIN, ALPHA, "sudo docker ps --all --quiet; sudo docker network ls --format '{{.Name}}' | sort; sudo lxc-ls; " + files)
				+ datacentre.on(LOGIN, BETA, "sudo virsh list --all --name; sudo virsh net-list --all --name; sudo virsh vol-list default; " + files);
	}
}
