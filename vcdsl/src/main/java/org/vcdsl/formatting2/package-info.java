/** How text is laid out: blanks, line breaks and the columns of comments. Nothing here changes a token. */
package org.vcdsl.formatting2;
