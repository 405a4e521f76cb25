/** What is said of text that is not VCDSL. How parsing goes on behind it is tested in recovery. */
package org.vcdsl.messages;
