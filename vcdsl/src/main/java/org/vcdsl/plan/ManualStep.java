package org.vcdsl.plan;

/**
 * A step that no artefact carries out: a person does.
 *
 * @param step id of the step
 * @param instruction what to do and how to see that it is done, as sentences
 * @param undo what to do to take it back, as sentences
 */
public record ManualStep(String step, String instruction, String undo) {
}
