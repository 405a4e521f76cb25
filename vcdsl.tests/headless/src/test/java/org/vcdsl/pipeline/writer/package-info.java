/** Tests of what is left on the disk, whatever happens on the way. */
package org.vcdsl.pipeline.writer;
