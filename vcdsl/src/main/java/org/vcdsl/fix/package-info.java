/**
 * Makes edits of the text out of what a fix says in words of the topology. All else in the text stays as it is, but for columns that
 * move with what was put in.
 *
 * <p>What to change is the business of who finds something; reading and writing files is that of the callers.
 */
package org.vcdsl.fix;
