/** The command line as its users see it: what it prints, writes and answers. */
package org.vcdsl.cli;
