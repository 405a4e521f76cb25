package org.vcdsl.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;

import org.vcdsl.companion.BaseFolder;

/**
 * What a command sees of the shell that started it.
 *
 * @param folder that relative names are relative to
 * @param out for results and nothing else
 * @param isTerminal whether a person watches
 * @param today the real day
 * @param isDebugging whether internal errors show where they happened
 */
record Shell(Path folder, InputStream in, PrintStream out, PrintStream err, boolean isTerminal, Supplier<LocalDate> today,
		boolean isDebugging) {

	/**
	 * Results are UTF-8 whatever the locale, unless a terminal shows them.
	 *
	 * @param results where they go
	 */
	static Shell ofThisProcess(Results results) {
		var isTerminal = isOnTerminal();
		var encoding = isTerminal ? System.out.charset() : StandardCharsets.UTF_8;
		var out = new PrintStream(new BufferedOutputStream(results, 1 << 16), false, encoding);
		return new Shell(Path.of(""), System.in, out, System.err, isTerminal, LocalDate::now,
				"1".equals(System.getenv("VCD_DEBUG")));
	}

	/** Before Java 22 there was a console on a terminal only; since then it has to be asked. */
	private static boolean isOnTerminal() {
		var console = System.console();
		if (console == null) {
			return false;
		}
		try {
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		} catch (ReflectiveOperationException olderJava) {
			return true;
		}
	}

	/** Where a file is that the user named. */
	Path locate(String name) {
		return folder.resolve(name);
	}

	/** A file as the user would name it. */
	String nameOf(Path file) {
		var near = !folder.toString().isEmpty() && file.startsWith(folder) ? folder.relativize(file) : file;
		return BaseFolder.withSlashes(near);
	}

	/** The folder from which names are seen. */
	BaseFolder base() {
		return new BaseFolder(folder);
	}

	/** Says something to the person, beside the results. */
	void say(String message) {
		out.flush();
		err.println("vcd: " + message);
	}
}
