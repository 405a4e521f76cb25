/**
 * Tests of what all backends share, and the topologies they are tested with.
 *
 * <p>Tests of one backend belong into a package of its own below.
 */
package org.vcdsl.backend;
