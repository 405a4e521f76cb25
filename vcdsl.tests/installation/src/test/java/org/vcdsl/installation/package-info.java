/**
 * Tests of what users install: the update site and VCDSL Studio.
 *
 * <p>What the installed code does once it runs is tested elsewhere.
 */
package org.vcdsl.installation;
