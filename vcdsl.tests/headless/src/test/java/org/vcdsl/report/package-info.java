/**
 * Tests of the printed plans: other people's parsers read them.
 *
 * <p>Whether a plan is right is tested with the planner.
 */
package org.vcdsl.report;
