/** How declarations are named across files. No scoping and no resolving belongs here. */
package org.vcdsl.naming;
