/** How parsing goes on behind an error, so that the rest of a file stays alive. What is said of the error belongs to messages. */
package org.vcdsl.recovery;
