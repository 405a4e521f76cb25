/**
 * Prints plans for people who approve them and for programs that read them.
 *
 * <p>Artefacts for the tools that carry a plan out do not belong here: those are the backends'.
 */
package org.vcdsl.report;
