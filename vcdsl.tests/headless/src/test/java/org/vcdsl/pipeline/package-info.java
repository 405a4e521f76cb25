/** From text to verdicts, plan and artefacts, all the way. */
package org.vcdsl.pipeline;
