/** Rules about what fails together (3xx). No analysis belongs here. */
package org.vcdsl.rule.failure;
