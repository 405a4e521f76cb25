/**
 * The rules: what VCDSL has an opinion on. One class a rule, in the package of its hundred; {@link org.vcdsl.rule.RuleCatalogue} lists
 * them all.
 *
 * <p>A rule turns facts of an analysis into findings. It computes nothing itself and reads no file, clock or setting.
 */
package org.vcdsl.rule;
