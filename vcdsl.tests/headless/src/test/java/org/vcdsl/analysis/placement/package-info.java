/** Tests of where workloads stand. */
package org.vcdsl.analysis.placement;
