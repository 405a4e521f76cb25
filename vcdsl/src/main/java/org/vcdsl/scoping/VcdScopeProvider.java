package org.vcdsl.scoping;

/** Answers which names may stand where one element refers to another. */
public class VcdScopeProvider extends AbstractVcdScopeProvider {
}
