/**
 * Topologies that tests of several packages share, built by hand.
 *
 * <p>A topology that one test alone needs belongs into that test.
 */
package org.vcdsl.topology;
