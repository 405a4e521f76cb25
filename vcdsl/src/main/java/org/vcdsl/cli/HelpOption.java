package org.vcdsl.cli;

import picocli.CommandLine.Option;

/** Help on one command. */
final class HelpOption {

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;
}
