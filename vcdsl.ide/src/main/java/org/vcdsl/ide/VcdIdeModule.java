package org.vcdsl.ide;

/** Says which of our classes answer an editor's questions: completion, hover, symbols, quick fixes. */
public class VcdIdeModule extends AbstractVcdIdeModule {
}
