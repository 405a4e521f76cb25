package org.vcdsl.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * A program that judges artifacts, and how to read its verdict.
 *
 * <p>Exit codes are not enough: some of these tools pass what they do not know with a warning, or pass because they looked at
 * nothing. So acceptance needs the tool's own words of approval and no word of complaint; rejection needs the tool's own words
 * of refusal, and the cause the test expects. A tool that crashed or could not read the file does neither.
 *
 * <p>A missing tool skips the test, saying how to get it; with {@code -Dvcdsl.toolsRequired=true} it fails the test.
 */
public final class RealTool {

	private static final Pattern CRASH = Pattern.compile("Traceback \\(most recent call last\\)|panic: |Segmentation fault");

	/** What the tool says: when all is well, when something is amiss, and when it refuses. */
	record Words(Pattern approval, Pattern complaint, Pattern refusal) {

		static Words of(String approval, String complaint, String refusal) {
			return new Words(Pattern.compile(approval), Pattern.compile(complaint), Pattern.compile(refusal));
		}
	}

	private final String name;
	private final Optional<Program> program;
	private final Function<String, List<String>> arguments;
	private final Words words;

	/**
	 * @param program empty if the tool is missing
	 * @param arguments from the artifact's file name; the tool runs in the artifact's folder
	 */
	RealTool(String name, Optional<Program> program, Function<String, List<String>> arguments, Words words) {
		this.name = name;
		this.program = program;
		this.arguments = arguments;
		this.words = words;
	}

	/** Requires that the tool approves of the artifact without any complaint. */
	public void accepts(Path artifact) {
		answerTo(artifact);
	}

	/** What the tool prints about an artifact that it must approve of without any complaint. */
	public String answerTo(Path artifact) {
		Program.Result result = run(artifact);
		if (result.exit() != 0 || !says(words.approval(), result) || says(words.complaint(), result)) {
			fail("%s should accept %s, but answered %d:%n%s", name, artifact, result.exit(), result.output());
		}
		return result.output();
	}

	/**
	 * Requires that the tool refuses the artifact and says why.
	 *
	 * @param cause a piece of the tool's message that belongs to this fault and no other, such as the misspelt word
	 */
	public void rejects(Path artifact, String cause) {
		Program.Result result = run(artifact);
		boolean refuses = says(words.refusal(), result) && (result.exit() != 0 || says(words.complaint(), result));
		if (!refuses || says(CRASH, result)) {
			fail("%s should refuse %s, but answered %d:%n%s", name, artifact, result.exit(), result.output());
		}
		assertThat(result.output()).as("why %s refuses %s", name, artifact).contains(cause);
	}

	private Program.Result run(Path artifact) {
		assertThat(artifact).isRegularFile();
		Path file = artifact.toAbsolutePath();
		return program.orElseThrow(this::missing).run(file.getParent(), arguments.apply(file.getFileName().toString()));
	}

	private RuntimeException missing() {
		return skipping(name + " is missing; to get it run releng/tools/install");
	}

	/** What skips a test, for this reason; where tools are required it fails it. */
	public static RuntimeException skipping(String reason) {
		if (Boolean.getBoolean("vcdsl.toolsRequired")) {
			throw new AssertionError(reason);
		}
		return new TestAbortedException(reason);
	}

	private static boolean says(Pattern words, Program.Result result) {
		return words.matcher(result.output()).find();
	}
}
