/** What the parser and the linker say when they cannot go on, in words of the language. No check of our own belongs here. */
package org.vcdsl.messages;
