package org.vcdsl.backend.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** No check that a plan prints is one that cannot fail. */
class WeakChecksTest {

	private static final YAMLMapper YAML = new YAMLMapper();

	@ParameterizedTest
	@ValueSource(strings = {
			"ansible.builtin.command: { argv: ['true'] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [':'] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [/bin/true] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [echo, checked] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [exit, '0'] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [sh, -c, virsh dominfo db || true] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [timeout, '5', 'virsh dominfo db || true'] }\nchanged_when: false",
			"ansible.builtin.command: true\nchanged_when: false",
			"ansible.builtin.command: { argv: [] }\nchanged_when: false",
			"ansible.builtin.shell: virsh dominfo db || true",
			"ansible.builtin.raw: 'true'",
			"ansible.builtin.debug: { msg: all is well }",
			"changed_when: false",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nignore_errors: true",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nignore_errors: '{{ ansible_check_mode }}'",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nignore_unreachable: true",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nfailed_when: false",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nregister: it\nfailed_when: it.rc != 0 and false",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nregister: it\nfailed_when: other.rc != 0",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nfailed_when: 1 == 2",
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false\nwhen: false",
			"ansible.builtin.command: { argv: [virsh, start, db] }\nchanged_when: true",
			"ansible.builtin.stat: { path: /disk }\nregister: disk",
			"ansible.builtin.stat: { path: /disk }\nregister: disk\nfailed_when: 'no'",
			"ansible.builtin.assert: { that: true }",
			"ansible.builtin.assert: { that: [] }",
			"ansible.builtin.assert: { that: disk.stat.exists or true }",
			"block: [{ ansible.builtin.command: { argv: [virsh, dominfo, db] } }]\nrescue: []",
	})
	void aCheckThatCannotFailIsRefused(String task) throws IOException {
		assertThat(WeakChecks.in(YAML.readTree("name: Check that all is well\n" + task))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"ansible.builtin.command: { argv: [virsh, dominfo, db] }\nchanged_when: false",
			"ansible.builtin.command: { argv: [virsh, list] }\nchanged_when: false\nregister: it\nfailed_when: \"'db' not in it.stdout_lines\"",
			"ansible.builtin.stat: { path: /disk }\nregister: disk\nfailed_when: not disk.stat.exists\nwhen: not ansible_check_mode",
			"ansible.builtin.assert: { that: disk.stat.exists }",
	})
	void aCheckThatCanFailIsNot(String task) throws IOException {
		assertThat(WeakChecks.in(YAML.readTree("name: Check that all is well\n" + task))).isEmpty();
	}

	@Test
	void aPlayThatPassesFailuresOverIsRefused() throws IOException {
		for (var key : List.of("ignore_errors: true", "ignore_unreachable: true", "max_fail_percentage: 100")) {
			assertThat(WeakChecks.inPlay(YAML.readTree("hosts: all\n" + key))).as(key).isNotEmpty();
		}
		assertThat(WeakChecks.inPlay(YAML.readTree("hosts: all\nany_errors_fatal: true"))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("printedTaskFiles")
	void everyPrintedCheckCanFail(Path file) {
		var tasks = CheckTask.allIn(file);
		assertThat(tasks).isNotEmpty();
		for (var task : tasks) {
			if (task.isCheck()) {
				assertThat(WeakChecks.in(task.task())).as(task.name()).isEmpty();
			} else {
				assertThat(task.judges()).as("'%s' judges, so its name should begin with 'Check that'", task.name()).isFalse();
				assertThat(task.task().has("ignore_errors")).as(task.name()).isFalse();
			}
		}
		if (!file.getFileName().toString().startsWith("require-")) {
			assertThat(tasks.getLast().isCheck()).as("ends with a check").isTrue();
		}
	}

	/** What a playbook requires before it begins, and what is done by hand. */
	@ParameterizedTest
	@MethodSource("printedPlaybooks")
	void noPrintedPlayPassesFailuresOver(Path file) throws IOException {
		var plays = YAML.readTree(file.toFile());
		assertThat(plays).isNotEmpty();
		for (var play : plays) {
			assertThat(WeakChecks.inPlay(play)).as(play.path("name").asText()).isEmpty();
			assertThat(play.path("any_errors_fatal").asBoolean() || play.path("hosts").asText().equals("localhost"))
					.as("%s ends at the first error", play.path("name").asText()).isTrue();
			for (var task : play.get("tasks")) {
				if (task.has("ansible.builtin.assert")) {
					assertThat(WeakChecks.in(task)).as(task.path("name").asText()).isEmpty();
				}
				assertThat(task.has("ignore_errors")).as(task.path("name").asText()).isFalse();
			}
		}
	}

	/** What a person is told to look for names the thing and the place. */
	@ParameterizedTest
	@MethodSource("printedPlans")
	void everyCheckInAPlanNamesWhatToLookFor(Path file) throws IOException {
		var steps = new ObjectMapper().readTree(file.toFile()).get("steps");
		var markdown = Files.readString(file.resolveSibling("plan.md")).replace("\\", "");
		assertThat(steps).isNotEmpty();
		for (var step : steps) {
			var check = step.get("check").asText();
			assertThat(check).as(step.get("id").asText()).contains(step.get("host").asText())
					.containsAnyOf(" exists", " is defined", " runs", " is enrolled with its manager ", " has all its members, ready", " are ready");
			assertThat(check).contains(step.get("subject").asText());
			assertThat(markdown).contains("| " + check + " |");
		}
	}

	private static Stream<Path> printedTaskFiles() {
		return printed("/ansible/steps/[a-z-]+\\.yaml");
	}

	private static Stream<Path> printedPlaybooks() {
		return printed("/ansible/(playbook|rollback)\\.yaml");
	}

	private static Stream<Path> printedPlans() {
		return printed("/plan\\.json");
	}

	/** Goldens below {@code examples} whose paths end so. */
	private static Stream<Path> printed(String end) {
		try (var files = Files.walk(Project.path("examples"))) {
			var found = new ArrayList<>(files.filter(file -> file.toString().replace('\\', '/').matches(".*/expected/plan" + end)).sorted().toList());
			assertThat(found).hasSizeGreaterThan(1);
			return found.stream();
		} catch (IOException cause) {
			throw new UncheckedIOException(cause);
		}
	}
}
