package org.vcdsl.finding;

/**
 * A change of the text that settles a finding.
 *
 * <p>Precondition: what is offered has been tried. Made in the text of the finding, the finding is gone, and nothing that matters as
 * much has come in its place. {@code FixesTest} tries every fix of every fixture, {@code vcd check --fix} the one at hand.
 *
 * @param label as a menu shows it: {@code Ask for 1 of 'web'}
 */
public record Fix(String label, Change change) {
}
