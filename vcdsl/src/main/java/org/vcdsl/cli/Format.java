package org.vcdsl.cli;

/** How findings are printed. */
enum Format {
	TEXT, JSON, SARIF, JUNIT
}
