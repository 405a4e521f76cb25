package org.vcdsl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Where the JVM starts the {@code vcd} command. */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) {
		// Classes that Guice generates cannot be archived, so they would cost time at every start.
		System.setProperty("guice_bytecode_gen_option", "DISABLED");
		var results = new Results(new FileOutputStream(FileDescriptor.out));
		var shell = Shell.ofThisProcess(results);
		var exit = new Vcd(shell).run(arguments);
		shell.out().flush();
		if (results.trouble().isPresent()) {
			shell.err().println("vcd: standard output: " + results.trouble().get().getMessage());
			exit = Vcd.UNUSABLE;
		}
		shell.err().flush();
		System.exit(exit);
	}
}
