package org.vcdsl.finding;

import org.vcdsl.topology.SourceRange;

/**
 * One piece of a text, and what stands there afterwards.
 *
 * @param place in the text before any edit; of no length where something is only put in
 */
public record TextEdit(SourceRange place, String text) {
}
