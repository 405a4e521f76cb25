/**
 * Tests of the planner: its order, and that carrying out a plan gives what was wished.
 *
 * <p>What tools make of a plan is tested with their backends.
 */
package org.vcdsl.plan;
