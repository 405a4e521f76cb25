package org.vcdsl.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.vcdsl.companion.FileReplacement;
import org.vcdsl.companion.TextFile;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.FixTrial;
import org.vcdsl.pipeline.SourceFile;

/**
 * Makes in the files what fixes say, one after the other, each tried before it is kept. What leaves a choice, or puts something into
 * the model that nobody has written, is left to the architect.
 */
final class Mending {

	/** More are left to the next run. */
	private static final int MOST = 1_000;

	private final List<SourceFile> before;
	private FixTrial now;
	private final List<String> made = new ArrayList<>();

	private Mending(List<SourceFile> before, FixTrial.Judge judge) {
		this.before = before;
		this.now = new FixTrial(before, judge);
	}

	/** Makes all fixes that can be made unasked; no file is written yet. */
	static Mending of(List<SourceFile> sources, FixTrial.Judge judge) {
		var mending = new Mending(sources, judge);
		mending.makeAll();
		return mending;
	}

	private void makeAll() {
		var refused = new HashSet<String>();
		while (made.size() < MOST) {
			var next = now.findings().stream().filter(finding -> isMadeUnasked(finding) && !refused.contains(nameOf(finding))).sorted(
					Finding.READING_ORDER).findFirst();
			if (next.isEmpty()) {
				return;
			}
			var finding = next.get();
			now.with(finding, finding.fixes().getFirst()).ifPresentOrElse(after -> {
				now = after;
				made.add(line(finding, finding.fixes().getFirst()));
			}, () -> refused.add(nameOf(finding)));
		}
	}

	private static boolean isMadeUnasked(Finding finding) {
		return finding.accepted().isEmpty() && finding.fixes().size() == 1 && !finding.fixes().getFirst().change().isDecision();
	}

	/** Lines move, what is said stays. */
	private static String nameOf(Finding finding) {
		return finding.source().file() + " " + finding.ruleId() + " " + finding.message();
	}

	private static String line(Finding finding, Fix fix) {
		return "%s:%s: fixed %s: %s".formatted(finding.source().file(), finding.source().line(), finding.ruleId(), fix.label());
	}

	/** The verdicts on the texts as they are now. */
	List<Checked> verdicts() {
		return now.verdicts();
	}

	/** The texts as they are now. */
	List<SourceFile> sources() {
		return now.sources();
	}

	/** Replaces the files whose text has changed, each at once, and says what was fixed. */
	void write(Shell shell) throws IOException {
		for (var i = 0; i < before.size(); i++) {
			if (!before.get(i).equals(now.sources().get(i))) {
				write(before.get(i), now.sources().get(i), shell);
			}
		}
		made.forEach(line -> shell.say(Printable.onOneLine(line)));
		shell.say(made.isEmpty() ? "nothing was fixed" : made.size() == 1 ? "1 fix made" : made.size() + " fixes made");
	}

	private static void write(SourceFile before, SourceFile after, Shell shell) throws IOException {
		var file = shell.locate(before.name()).toRealPath();
		var text = TextFile.read(file, before.name());
		var mark = markOf(text, before).orElseThrow(
				() -> new UnusableException("%s: was changed by somebody else meanwhile; run the command again".formatted(before.name())));
		FileReplacement.replace(file, text, mark + after.text());
	}

	/** What stands in front of the text in its file: a byte order mark or nothing. */
	private static Optional<String> markOf(String text, SourceFile source) {
		var mark = text.substring(0, text.length() - TextFile.withoutMark(text).length());
		return text.equals(mark + source.text()) ? Optional.of(mark) : Optional.empty();
	}
}
