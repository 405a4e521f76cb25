/**
 * What is read along with sources and belongs to them: the settings of their folders, {@code vcd.yaml}, and the places kept for their
 * packages, {@code PACKAGE.placement.json}. The command line, the editor and the generator ask this package, so that all three answer
 * the same.
 *
 * <p>No option of a command and no text of the language belongs here, and nothing of Eclipse: files are files on a disk.
 */
package org.vcdsl.companion;
