package org.vcdsl.cli;

/** Where the JVM starts the {@code vcd} command. */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) {
		// Classes that Guice generates cannot be archived, so they would cost time at every start.
		System.setProperty("guice_bytecode_gen_option", "DISABLED");
		var shell = Shell.ofThisProcess();
		var exit = new Vcd(shell).run(arguments);
		shell.out().flush();
		shell.err().flush();
		System.exit(exit);
	}
}
