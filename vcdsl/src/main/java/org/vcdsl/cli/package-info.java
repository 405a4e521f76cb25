/**
 * The {@code vcd} command: reads files, calls the pipeline, prints what it answers and turns that into an exit code.
 *
 * <p>Only here are files found, is the clock read and is the option parser known. What is judged, planned and printed into artefacts
 * is decided by the pipeline; nobody imports this package.
 */
package org.vcdsl.cli;
