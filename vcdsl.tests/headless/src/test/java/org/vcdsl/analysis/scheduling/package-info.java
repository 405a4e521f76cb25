/** Tests of what is left to schedulers: they may put pods in every way they are allowed to. */
package org.vcdsl.analysis.scheduling;
