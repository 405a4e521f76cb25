/**
 * Tests of the Eclipse half inside a running workbench, and the helpers they share.
 *
 * <p>They run beside the UI thread and enter it through {@link org.vcdsl.ui.tests.Ui} only. What can be tested without a workbench
 * does not belong here.
 */
package org.vcdsl.ui.tests;
