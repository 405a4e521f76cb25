/**
 * Brings artefacts to the disk: the folder of a topology holds what the last run made, the old or the new as a whole.
 *
 * <p>What the files say, and which there are, is decided before and does not belong here.
 */
package org.vcdsl.pipeline.writer;
