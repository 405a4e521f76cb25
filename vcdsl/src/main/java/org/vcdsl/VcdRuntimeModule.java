package org.vcdsl;

/** Says which of our classes Xtext uses for the language, with or without Eclipse around it. */
public class VcdRuntimeModule extends AbstractVcdRuntimeModule {
}
