package org.vcdsl.tools;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vcdsl.tools.RealTool.Words;

/**
 * The tools that generated artifacts are checked with.
 *
 * <p>{@code releng/tools/tools.list} tells where each comes from. The words each is known by were found by trying good and bad
 * artifacts on it; {@link RealToolsTest} keeps one of either.
 */
public final class RealTools {

	private static final String NOTHING = "(?!)";
	private static final String ANYTHING = "";

	private static final Map<String, String> ANSIBLE = Map.of(
			"ANSIBLE_NOCOLOR", "true",
			"ANSIBLE_DEPRECATION_WARNINGS", "false",
			"ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED", "true");

	private RealTools() {
	}

	/** Checks libvirt XML of any kind (domain, network, storage pool, volume) against libvirt's own schemas. */
	public static RealTool virtXmlValidate() {
		return tool("virt-xml-validate", Map.of(), List::of, Words.of("validates", NOTHING, "fails to validate"));
	}

	/** Defines a domain in libvirt's test driver, which checks more than the schema can say. */
	public static RealTool virshDefine() {
		return virsh("define");
	}

	/** Defines a network in libvirt's test driver. */
	public static RealTool virshNetDefine() {
		return virsh("net-define");
	}

	/** Defines a storage pool in libvirt's test driver. */
	public static RealTool virshPoolDefine() {
		return virsh("pool-define");
	}

	/** Without {@code --validate} virsh passes elements it does not know. */
	private static RealTool virsh(String command) {
		return tool("virsh", Map.of(), file -> List.of("-c", "test:///default", command, "--validate", file),
				Words.of(" defined from ", NOTHING, "error: Failed to define"));
	}

	/** Checks {@code #cloud-config} user data against cloud-init's schema; a deprecated key counts as refused. */
	public static RealTool cloudInitUserData() {
		return cloudInit("cloud-config");
	}

	/** Checks a network configuration, version 1 or 2, against cloud-init's schema. */
	public static RealTool cloudInitNetworkConfig() {
		return cloudInit("network-config");
	}

	private static RealTool cloudInit(String schema) {
		Optional<Program> program = Program.unpacked("cloud-init", "usr/lib/python3/dist-packages").map(modules -> new Program(
				List.of("/usr/bin/python3", "-m", "cloudinit.cmd.main"),
				Map.of("PYTHONPATH", modules.toString(), "PYTHONDONTWRITEBYTECODE", "1")));
		return new RealTool("cloud-init", program, file -> List.of("schema", "--schema-type", schema, "-c", file),
				Words.of("Valid schema", "schema deprecations:", "Invalid schema|Invalid (user|network)-|schema deprecations:"));
	}

	/** Checks a Compose file, without an engine; a warning, as for a variable nobody set, counts as refused. */
	public static RealTool dockerCompose() {
		return dockerCompose("--quiet");
	}

	/** Reads a Compose file and answers it as JSON, with {@code $} doubled as in the file. */
	public static RealTool dockerComposeToJson() {
		return dockerCompose("--format=json");
	}

	private static RealTool dockerCompose(String option) {
		Optional<Program> program = Program.unpacked("docker-compose", "usr/libexec/docker/cli-plugins/docker-compose")
				.map(file -> new Program(List.of(file.toString()), Map.of()));
		return new RealTool("docker-compose", program, file -> List.of("-f", file, "config", option),
				Words.of(ANYTHING, "level=(warning|error)",
						"validating |invalid compose project|error while interpolating|yaml: |level=warning|undefined"));
	}

	/** Checks a playbook's syntax, that its modules exist, and that its hosts are in the inventory. */
	public static RealTool ansiblePlaybook(Path inventory) {
		return tool("ansible-playbook", ANSIBLE,
				file -> List.of("--syntax-check", "-i", inventory.toAbsolutePath().toString(), file),
				Words.of("(?m)^playbook: ", "\\[WARNING\\]", "ERROR!|\\[WARNING\\]"));
	}

	/** Reads an inventory; a key that Ansible skips with a warning counts as refused. */
	public static RealTool ansibleInventory() {
		return tool("ansible-inventory", ANSIBLE, file -> List.of("--list", "-i", file),
				Words.of("\"_meta\"", "\\[WARNING\\]", "ERROR!|\\[WARNING\\]"));
	}

	/** Checks a playbook against the rules of ansible-lint, all of them; it passes when it found no file to read, so that is asked. */
	public static RealTool ansibleLint() {
		return tool("ansible-lint", ANSIBLE, file -> List.of("--offline", "--nocolor", "--profile", "production", file),
				Words.of("Passed with .* on [1-9]\\d* files", "warning\\(s\\) that|[1-9]\\d* warning\\(s\\)", "Failed after "));
	}

	/** Reads an LXC configuration; a line without '=' and a malformed address pass, so what was read is asked, too. */
	public static RealTool lxcInfo(String... keys) {
		var arguments = Stream.concat(Stream.of("--lxcpath=.", "--name=mail", "--state", "--logfile=/dev/stderr"),
				Stream.of(keys).map(key -> "--config=" + key)).toList();
		return tool("lxc-info", Map.of(), file -> Stream.concat(arguments.stream(), Stream.of("--rcfile=" + file)).toList(),
				Words.of("State: +STOPPED", "Failed to|ERROR|lxc-info: ", "Failed to load rcfile"));
	}

	/** Compares two of Debian's versions a line, and answers -1, 0 or 1 a line. */
	public static RealTool dpkgVersions() {
		String script = """
				while read -r one other; do
				  if dpkg --compare-versions "$one" lt "$other"; then echo -1
				  elif dpkg --compare-versions "$one" gt "$other"; then echo 1
				  elif dpkg --compare-versions "$one" eq "$other"; then echo 0
				  fi
				done <"$1"
				""";
		Optional<Program> program = Program.onPath("dpkg").map(file -> new Program(List.of("/bin/sh", "-c", script, "compare"), Map.of()));
		return new RealTool("dpkg", program, List::of, Words.of("(?m)^(-1|0|1)$", "dpkg: ", "dpkg: error: "));
	}

	/** Compares two versions of RPM a line, and answers -1, 0 or 1 a line; Lua's own {@code io.write}, since rpm's print may crash. */
	public static RealTool rpmVersions() {
		return tool("rpm", Map.of(), file -> List.of("--eval", """
				%{lua:
				for line in io.lines('FILE') do
				  local one, other = line:match('(%S+) (%S+)')
				  io.write(rpm.vercmp(one, other), '\\n')
				end}""".replace("FILE", file)), Words.of("(?m)^(-1|0|1)\\b", "error: ", "error: "));
	}

	/** A tool of the system, on the search path. */
	private static RealTool tool(String name, Map<String, String> environment,
			Function<String, List<String>> arguments, Words words) {
		Optional<Program> program = Program.onPath(name).map(file -> new Program(List.of(file.toString()), environment));
		return new RealTool(name, program, arguments, words);
	}
}
