/** How text is laid out, and that nothing but blanks ever changes. */
package org.vcdsl.formatting2;
