/**
 * Findings as markers on files.
 *
 * <p>Markers mirror what is saved. What is found, and how it is put, is the language's affair.
 */
package org.vcdsl.ui.problems;
