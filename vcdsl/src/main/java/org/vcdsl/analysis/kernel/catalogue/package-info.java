/**
 * What the catalogue's facts answer about kernels, software and vendors, each fact with its own verdict.
 *
 * <p>Which of these questions a model raises is asked elsewhere.
 */
package org.vcdsl.analysis.kernel.catalogue;
