/**
 * The one crossing from the text's tree to the topology: names bound, templates and ranges expanded, units converted, defaults
 * filled in.
 *
 * <p>The only place that sees both sides. No judgement about a topology belongs here, only about whether there is one.
 */
package org.vcdsl.resolve;
