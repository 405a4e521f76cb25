/**
 * What comes back by itself after a loss: what a manager starts again elsewhere, and whether there is a place for it. What is down at once
 * is said by {@code analysis.failure}, which knows nothing of this: recovery is not monotone and never mixed into cut sets.
 */
package org.vcdsl.analysis.recovery;
