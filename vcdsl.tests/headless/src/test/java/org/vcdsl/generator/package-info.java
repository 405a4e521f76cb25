/** Xtext's road to plans and artefacts. */
package org.vcdsl.generator;
