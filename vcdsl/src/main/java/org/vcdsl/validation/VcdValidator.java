package org.vcdsl.validation;

/** Reports to Xtext what is wrong with the text of one resource. */
public class VcdValidator extends AbstractVcdValidator {
}
