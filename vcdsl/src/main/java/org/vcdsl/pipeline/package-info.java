/**
 * The whole way from text to verdicts, plan and artefacts, in one readable place. The command line, the editor, the builder and the
 * tests all call this.
 *
 * <p>No rule, no analysis and no output format belongs here.
 */
package org.vcdsl.pipeline;
