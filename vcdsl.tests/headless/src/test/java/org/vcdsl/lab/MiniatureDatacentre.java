package org.vcdsl.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.Project;
import org.vcdsl.tools.Program;
import org.vcdsl.tools.RealTool;

/**
 * The hosts of {@code releng/lab/datacentre}, up until this is closed, and how a person beside them reaches them.
 *
 * <p>They are namespaces of this machine, which only root can make: for anybody else, and where tools are missing, the test is skipped, saying
 * why; with {@code -Dvcdsl.toolsRequired=true} it fails.
 */
final class MiniatureDatacentre implements AutoCloseable {

	/** Making the root file system of a host takes two minutes, once, and another build may be at it. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** What every host lets in, and may become root there. */
	static final String LOGIN = "architect";

	private final Path folder;
	private final Process process;
	private final List<String> enter;

	/** Brings up hosts, each {@code NAME=ADDRESS[,SERVICE]...}. */
	MiniatureDatacentre(Path folder, String... hosts) throws IOException {
		requireTools();
		this.folder = folder;
		var command = new ArrayList<>(List.of(script("datacentre"), folder.toString()));
		command.addAll(List.of(hosts));
		command.addAll(List.of("--", "sh", "-c", "echo up; exec cat"));
		// It lives until its standard input ends: when this is closed, or this process dies.
		process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		var said = new BufferedReader(process.inputReader()).readLine();
		assertThat(said).as("what %s said last; see above", command).isEqualTo("up");
		var inside = process.children().findFirst().orElseThrow();
		enter = List.of("nsenter", "--target", Long.toString(inside.pid()), "--mount", "--uts", "--ipc", "--net", "--pid", "--");
	}

	private static void requireTools() throws IOException {
		var missing = missing();
		if (missing.isPresent()) {
			throw RealTool.skipping("The miniature datacentre cannot be made: " + missing.get());
		}
	}

	private static Optional<String> missing() throws IOException {
		if (!"root".equals(Files.getAttribute(Path.of("/proc/self"), "unix:owner").toString())) {
			return Optional.of("only root can");
		}
		return Stream.of("ansible-playbook", "ip", "mmdebstrap", "ssh", "unshare").filter(tool -> Program.onPath(tool).isEmpty()).findFirst()
				.map(tool -> tool + " is missing; to get it run releng/tools/install")
				.or(() -> {
					var image = new Program(List.of(script("image")), places(), PATIENCE).run(Project.path("."), List.of());
					return image.exit() == 0 ? Optional.empty() : Optional.of("releng/lab/image said " + image.output());
				});
	}

	private static String script(String name) {
		return Project.path("releng/lab").resolve(name).toAbsolutePath().toString();
	}

	/** The variables that say where images are kept. */
	private static Map<String, String> places() {
		var places = new HashMap<>(Map.of("HOME", System.getProperty("user.home")));
		Stream.of("VCDSL_LAB", "VCDSL_TOOLS").filter(System.getenv()::containsKey).forEach(name -> places.put(name, System.getenv(name)));
		return places;
	}

	/** The folder with the files that virtual machines and containers are made from. */
	static Path image() {
		var lines = new Program(List.of(script("image")), places()).run(Project.path("."), List.of()).output().lines().toList();
		return Path.of(lines.getLast());
	}

	/** A public key that all hosts admit. */
	String publicKey() throws IOException {
		return Files.readString(folder.resolve("key.pub")).strip();
	}

	/** What a command says on a host or virtual machine, without blanks around it; it must succeed. */
	String on(String login, String address, String command) {
		var result = tryOn(login, address, command);
		assertThat(result.exit()).as("%s on %s: %s", command, address, result.output()).isZero();
		return result.output().strip();
	}

	private Program.Result tryOn(String login, String address, String command) {
		return run(Map.of(), Stream.concat(Stream.of("ssh"), sshOptions()).toList(), List.of(login + "@" + address, command));
	}

	/** Waits until a login works, as an emulated processor takes minutes to start a system; for ten minutes at most. */
	void awaitLogin(String login, String address) throws InterruptedException {
		var deadline = Instant.now().plus(PATIENCE);
		var attempt = tryOn(login, address, "true");
		while (attempt.exit() != 0 && Instant.now().isBefore(deadline)) {
			Thread.sleep(1000);
			attempt = tryOn(login, address, "true");
		}
		assertThat(attempt.exit()).as("%s does not let %s in: %s", address, login, attempt.output()).isZero();
	}

	/** Copies a file into the login's own folder on a host. */
	void copy(Path file, String address) {
		var result = run(Map.of(), Stream.concat(Stream.of("scp", "-q"), sshOptions()).toList(), List.of(file.toString(), LOGIN + "@" + address + ":"));
		assertThat(result.exit()).as("copying %s: %s", file, result.output()).isZero();
	}

	/** Runs a playbook as a person would who sits beside the hosts. */
	Program.Result playbook(Path inventory, Path variables, Path playbook, String... arguments) {
		var environment = Map.of("ANSIBLE_NOCOLOR", "true", "ANSIBLE_PIPELINING", "true", "ANSIBLE_REMOTE_USER", LOGIN,
				"ANSIBLE_PRIVATE_KEY_FILE", folder.resolve("key").toString(),
				"ANSIBLE_SSH_ARGS", "-o ControlMaster=auto -o ControlPersist=60s " + knownHosts(),
				"ANSIBLE_SSH_CONTROL_PATH_DIR", folder.resolve("c").toString()); // the path of a socket has 108 characters at most
		return run(environment, List.of("ansible-playbook", "-i", inventory.toString(), "-e", "@" + variables),
				Stream.concat(Stream.of(arguments), Stream.of(playbook.toString())).toList());
	}

	private Program.Result run(Map<String, String> environment, List<String> command, List<String> arguments) {
		return new Program(Stream.concat(enter.stream(), command.stream()).toList(), environment, PATIENCE).run(folder, arguments);
	}

	private Stream<String> sshOptions() {
		return Stream.of(("-i " + folder.resolve("key") + " -o BatchMode=yes -o ConnectTimeout=10 " + knownHosts()).split(" "));
	}

	/** The keys of hosts are known, those of virtual machines are new. */
	private String knownHosts() {
		return "-o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=" + folder.resolve("known_hosts");
	}

	/** All processes of the hosts end, and their mounts and networks with them. */
	@Override
	public void close() throws IOException, InterruptedException {
		process.getOutputStream().close();
		process.waitFor();
	}
}
