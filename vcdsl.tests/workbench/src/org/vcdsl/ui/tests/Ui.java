package org.vcdsl.ui.tests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assertions;

/** The door between a test and the UI thread. The test waits; the UI thread never does. */
final class Ui {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final Duration PAUSE = Duration.ofMillis(20);

	private Ui() {
	}

	/** What the callable answers on the UI thread; what it throws there fails the test here. */
	static <T> T call(Callable<T> callable) {
		var answer = new AtomicReference<T>();
		var failure = new AtomicReference<Throwable>();
		Display.getDefault().syncExec(() -> {
			try {
				answer.set(callable.call());
			} catch (Exception | AssertionError e) {
				failure.set(e);
			}
		});
		if (failure.get() != null) {
			throw new AssertionError("on the UI thread: " + failure.get(), failure.get());
		}
		return answer.get();
	}

	static void run(Runnable runnable) {
		call(() -> {
			runnable.run();
			return null;
		});
	}

	/** Returns as soon as the condition holds on the UI thread, and fails the test if it takes too long. */
	static void await(String what, BooleanSupplier condition) {
		Assertions.assertNull(Display.getCurrent(), "the UI thread must not wait");
		Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
			while (!call(condition::getAsBoolean)) {
				Thread.sleep(PAUSE);
			}
		}, () -> "waited in vain until " + what);
	}
}
