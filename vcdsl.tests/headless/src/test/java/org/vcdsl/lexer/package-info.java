/** Where tokens end. */
package org.vcdsl.lexer;
