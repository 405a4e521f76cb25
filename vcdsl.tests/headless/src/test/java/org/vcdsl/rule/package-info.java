/**
 * Tests of the rules: what they share here, what only one of them does in the package of its hundred. Most of what a rule says is shown
 * by the fixtures in {@code vcdsl.tests/fixtures/rules}; {@link org.vcdsl.rule.RuleFixturesTest} compares.
 *
 * <p>Tests of analyses do not belong here.
 */
package org.vcdsl.rule;
