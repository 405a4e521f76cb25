/** Tests of what comes back after a loss. */
package org.vcdsl.analysis.recovery;
