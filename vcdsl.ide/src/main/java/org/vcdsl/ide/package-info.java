/**
 * Editor services for any editor, without SWT.
 *
 * <p>What only Eclipse needs belongs to {@code org.vcdsl.ui}; what the command line needs too, to the language itself.
 */
package org.vcdsl.ide;
