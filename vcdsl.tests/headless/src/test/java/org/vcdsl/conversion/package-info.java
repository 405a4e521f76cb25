/** Values of the language: what is read, and what is said of the rest. */
package org.vcdsl.conversion;
