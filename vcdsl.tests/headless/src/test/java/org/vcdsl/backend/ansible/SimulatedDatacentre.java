package org.vcdsl.backend.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.Backend.Output;
import org.vcdsl.backend.cloudinit.CloudInitBackend;
import org.vcdsl.backend.compose.ComposeBackend;
import org.vcdsl.backend.libvirt.LibvirtBackend;
import org.vcdsl.backend.lxc.LxcBackend;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Planner;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Topology;

/**
 * A folder in which playbooks really run: all hosts are this machine, the folders they would change lie below it, and
 * {@code virsh}, {@code docker}, {@code qemu-img}, {@code cloud-localds}, {@code iptables} and LXC's tools only remember what they were told.
 */
final class SimulatedDatacentre {

	private static final List<String> TOOLS = List.of("virsh", "docker", "qemu-img", "cloud-localds", "lxc", "iptables");

	/** What the simulated {@code lxc} is called by. */
	private static final List<String> LXC_TOOLS = List.of("lxc-info", "lxc-start", "lxc-stop", "lxc-destroy", "lxc-usernsexec");

	/** Folders of the hosts. */
	private static final List<String> HELD = List.of("disks", "lxc", "staging", "state", "volumes");

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	private final Path root;

	/** Generates all artefacts of a topology into an empty folder. */
	SimulatedDatacentre(Path root, Topology topology, Map<String, String> forbidden) {
		this.root = root;
		try {
			for (var tool : TOOLS) {
				try (var script = SimulatedDatacentre.class.getResourceAsStream(tool)) {
					Files.createDirectories(root.resolve("bin"));
					Files.copy(script, root.resolve("bin").resolve(tool));
				}
				root.resolve("bin").resolve(tool).toFile().setExecutable(true);
			}
			Files.createDirectories(root.resolve("disks"));
			Files.createDirectories(root.resolve("state"));
			for (var tool : LXC_TOOLS) {
				Files.createSymbolicLink(root.resolve("bin").resolve(tool), Path.of("lxc"));
			}
			Files.createDirectories(root.resolve("lxc"));
			Files.writeString(root.resolve("base.qcow2"), "base");
			writeRootArchive();
			var plan = Planner.plan(topology, forbidden);
			for (var artifact : artifacts(topology, plan)) {
				var file = output(artifact.path());
				Files.createDirectories(file.getParent());
				Files.writeString(file, simulated(artifact.text()));
			}
			fillIn(topology, plan);
		} catch (IOException cause) {
			throw new UncheckedIOException(cause);
		} catch (InterruptedException cause) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", cause);
		}
	}

	/** What a run of Ansible left: its exit code and what it said. */
	record Run(int exit, String output) {
	}

	/** All artefacts that Ansible carries, and its own. */
	static List<Artifact> artifacts(Topology topology, Plan plan) {
		return outputs(topology, plan).flatMap(output -> output.artifacts().stream()).toList();
	}

	/** What all of these backends found. */
	static List<Finding> findings(Topology topology, Plan plan) {
		return outputs(topology, plan).flatMap(output -> output.findings().stream()).toList();
	}

	private static Stream<Output> outputs(Topology topology, Plan plan) {
		return Stream.<Backend>of(new LibvirtBackend(), new CloudInitBackend(), new ComposeBackend(), new LxcBackend(), new AnsibleBackend())
				.map(backend -> backend.generate(topology, plan));
	}

	/** Where an artefact lies. */
	Path output(String path) {
		return root.resolve("vcd-out").resolve(path);
	}

	/** Gives all hosts a bridge. */
	SimulatedDatacentre withBridge(String bridge) throws IOException {
		Files.createDirectories(root.resolve("interfaces").resolve(bridge).resolve("bridge"));
		return this;
	}

	/** Runs a playbook; {@code withVariables} says whether all variables have values. */
	Run run(String playbook, boolean withVariables, String... arguments) throws IOException, InterruptedException {
		// All pretended hosts are this machine, so two at once would remove one folder under each other's hands: one after the other.
		var command = new ArrayList<>(List.of("ansible-playbook", "--forks", "1", "-c", "local", "-i", output("ansible/inventory.yaml").toString()));
		if (withVariables) {
			command.addAll(List.of("-e", "@" + root.resolve("variables.yaml")));
		}
		command.addAll(List.of(arguments));
		command.add(output("ansible/" + playbook).toString());
		var log = root.resolve("ansible.log");
		var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(Map.of("PATH", root.resolve("bin") + ":" + System.getenv("PATH"), "HOME", root.toString(),
				"LC_ALL", "C.UTF-8", "ANSIBLE_NOCOLOR", "true", "ANSIBLE_PIPELINING", "true",
				"ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3", "STATE", root.resolve("state").toString(),
				"DISKS", root.resolve("disks").toString(), "LXC", root.resolve("lxc").toString()));
		var process = builder.start();
		if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			throw new AssertionError(command + " did not end; so far it said:\n" + Files.readString(log));
		}
		return new Run(process.exitValue(), Files.readString(log));
	}

	/** What the simulated tools and the playbooks left on the hosts: paths of files below the folder, without the log. */
	List<String> remains() throws IOException {
		var remains = new ArrayList<String>();
		for (var folder : HELD) {
			if (Files.exists(root.resolve(folder))) {
				try (var files = Files.walk(root.resolve(folder))) {
					files.filter(Files::isRegularFile).map(root::relativize).map(Path::toString)
							.filter(path -> !path.equals("state/log")).forEach(remains::add);
				}
			}
		}
		return remains.stream().sorted().toList();
	}

	/** The text of a file that {@link #remains}. */
	String text(String path) throws IOException {
		return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
	}

	/** The number of the user to whom a file or folder belongs. */
	int ownerOf(String path) throws IOException {
		return (Integer) Files.getAttribute(root.resolve(path), "unix:uid");
	}

	/** Replaces a file that {@link #remains}. */
	void overwrite(String path, String text) throws IOException {
		Files.createDirectories(root.resolve(path).getParent());
		Files.writeString(root.resolve(path), text);
	}

	/** Deletes a file or folder. */
	void delete(String path) throws IOException {
		try (var files = Files.walk(root.resolve(path))) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	/** Keeps what the hosts hold now under a name. */
	void save(String name) throws IOException {
		for (var folder : HELD) {
			if (Files.exists(root.resolve(folder))) {
				copyTree(root.resolve(folder), root.resolve("saved").resolve(name).resolve(folder));
			}
		}
	}

	/** Makes the hosts hold what was saved. */
	void restore(String name) throws IOException {
		for (var folder : HELD) {
			if (Files.exists(root.resolve(folder))) {
				delete(folder);
			}
			if (Files.exists(root.resolve("saved").resolve(name).resolve(folder))) {
				copyTree(root.resolve("saved").resolve(name).resolve(folder), root.resolve(folder));
			}
		}
	}

	private static void copyTree(Path from, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		try (var files = Files.walk(from)) {
			for (var file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
			}
		}
	}

	/** Lets a real tool answer instead of a simulated one: the next on the search path, or a script. */
	void replaceTool(String tool, Optional<String> script) throws IOException {
		var file = root.resolve("bin").resolve(tool);
		Files.delete(file);
		if (script.isPresent()) {
			Files.writeString(file, script.get());
			file.toFile().setExecutable(true);
		}
	}

	/** Whether any simulated tool was called. */
	boolean wasTouched() {
		return Files.exists(root.resolve("state/log"));
	}

	private void fillIn(Topology topology, Plan plan) throws IOException {
		Files.writeString(root.resolve("variables.yaml"), AnsibleBackend.variables(topology, plan).stream()
				.map(variable -> variable.name() + ": " + valueOf(variable))
				.collect(Collectors.joining("\n", "", "\n")));
	}

	private String valueOf(Variable variable) {
		if (variable.name().startsWith("image_")) {
			return root.resolve("base.qcow2").toString();
		}
		return variable.name().startsWith("rootfs_") ? root.resolve("rootfs.tar").toString() : "filled-in";
	}

	/** An archive as a tool makes it, with a file, and with what LXC makes itself and is not to be unpacked. */
	private void writeRootArchive() throws IOException, InterruptedException {
		var content = root.resolve("rootfs");
		Files.createDirectories(content.resolve("dev"));
		Files.writeString(content.resolve("dev/null"), "no device");
		Files.createDirectories(content.resolve("etc"));
		Files.writeString(content.resolve("etc/issue"), "Debian");
		var tar = new ProcessBuilder("tar", "--create", "--file=" + root.resolve("rootfs.tar"), "--directory=" + content, ".").inheritIO()
				.start();
		if (tar.waitFor() != 0) {
			throw new AssertionError("tar failed");
		}
	}

	private String simulated(String text) {
		return text.replace("/var/lib/libvirt/images", root.resolve("disks").toString())
				.replace("/var/lib/lxc", root.resolve("lxc").toString()).replace("/srv/vcdsl", root.resolve("volumes").toString())
				.replace("/var/lib/vcdsl", root.resolve("staging").toString())
				.replace("/sys/class/net", root.resolve("interfaces").toString())
				.replace("/proc/sys/net/bridge", root.resolve("state").toString());
	}
}
