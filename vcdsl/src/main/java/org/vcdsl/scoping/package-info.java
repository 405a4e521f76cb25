/** Which names may stand where: the file's own, those of its package, imported ones, and the shipped catalogue. */
package org.vcdsl.scoping;
