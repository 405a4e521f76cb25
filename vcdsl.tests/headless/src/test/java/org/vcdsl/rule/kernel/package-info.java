/** Tests of what fixtures cannot mark in rules about kernels: severities and sources. No test of an analysis belongs here. */
package org.vcdsl.rule.kernel;
