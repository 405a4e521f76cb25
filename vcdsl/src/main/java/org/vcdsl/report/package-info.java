/**
 * Findings, rules and plans as people and programs read them.
 *
 * <p>Nothing is judged or planned here, and no file is written; what other tools take as input is printed by backends.
 */
package org.vcdsl.report;
