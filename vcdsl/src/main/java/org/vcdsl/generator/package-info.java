/** What Xtext asks when it generates: the pipeline's plans and artefacts as its output. No output format belongs here. */
package org.vcdsl.generator;
