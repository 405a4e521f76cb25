/**
 * The language as Eclipse sees it.
 *
 * <p>Nothing worth a headless test belongs here or below: that goes to the language or to {@code org.vcdsl.ide}.
 */
package org.vcdsl.ui;
