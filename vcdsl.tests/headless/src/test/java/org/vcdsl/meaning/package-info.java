/**
 * What the words of the language mean where they leave room: one test for each sentence of {@code docs/meaning.md}, named after it.
 *
 * <p>How a message is worded, and what one analysis computes, is tested elsewhere.
 */
package org.vcdsl.meaning;
