/**
 * The text editor for {@code .vcd} files.
 *
 * <p>Colours come from a scanner that knows lines, not from the parser, so that painting costs the same in a file of any size.
 * What is found wrong with a file belongs to {@code org.vcdsl.ui.problems}.
 */
package org.vcdsl.ui.editor;
