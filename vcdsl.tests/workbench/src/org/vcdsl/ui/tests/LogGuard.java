package org.vcdsl.ui.tests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test during which one of our bundles logged an error, or another did so on account of our code. */
final class LogGuard implements BeforeEachCallback, AfterEachCallback {

	private final List<IStatus> errors = new CopyOnWriteArrayList<>();
	private final ILogListener listener = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR && concernsUs(status)) {
			errors.add(status);
		}
	};

	@Override
	public void beforeEach(ExtensionContext test) {
		errors.clear();
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext test) {
		Platform.removeLogListener(listener);
		if (!errors.isEmpty()) {
			var first = errors.getFirst();
			Assertions.fail("logged: " + errors, first.getException());
		}
	}

	private static boolean concernsUs(IStatus status) {
		if (status.getPlugin().startsWith("vcdsl")) {
			return true;
		}
		for (var cause = status.getException(); cause != null; cause = cause.getCause()) {
			for (var frame : cause.getStackTrace()) {
				if (frame.getClassName().startsWith("org.vcdsl.")) {
					return true;
				}
			}
		}
		return false;
	}
}
