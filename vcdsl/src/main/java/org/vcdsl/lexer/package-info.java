/** What the generated lexer cannot do. Nothing of the grammar belongs here. */
package org.vcdsl.lexer;
