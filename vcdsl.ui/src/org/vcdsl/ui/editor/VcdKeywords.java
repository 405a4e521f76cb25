package org.vcdsl.ui.editor;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.vcdsl.ui.VcdLanguage;

/** The keywords of the language, asked of its grammar in the background so that an editor opens without waiting for it. */
final class VcdKeywords {

	private static CompletableFuture<Set<String>> keywords;

	private VcdKeywords() {
	}

	/** Hands the keywords over on the UI thread: at once if they are known, else as soon as they are. Call it there, too. */
	static void whenKnown(Display display, Consumer<Set<String>> receiver) {
		if (keywords == null) {
			keywords = new CompletableFuture<>();
			Job.createSystem("Load VCDSL keywords", (ICoreRunnable) monitor -> load(keywords)).schedule();
		}
		if (keywords.isDone()) {
			keywords.thenAccept(receiver);
		} else {
			keywords.thenAccept(words -> {
				if (!display.isDisposed()) {
					display.asyncExec(() -> receiver.accept(words));
				}
			});
		}
	}

	private static void load(CompletableFuture<Set<String>> result) {
		try {
			var grammar = VcdLanguage.injector().getInstance(IGrammarAccess.class).getGrammar();
			result.complete(GrammarUtil.getAllKeywords(grammar).stream()
					.filter(keyword -> Character.isLetter(keyword.charAt(0)))
					.collect(Collectors.toUnmodifiableSet()));
		} catch (RuntimeException | LinkageError e) {
			ILog.of(VcdKeywords.class).error("VCDSL could not be started, so its keywords stay uncoloured.", e);
			result.completeExceptionally(e);
		}
	}
}
