/** What fixes make of texts. */
package org.vcdsl.fix;
