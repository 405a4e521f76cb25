/** What the lexer generated for completion cannot do. */
package org.vcdsl.ide.lexer;
