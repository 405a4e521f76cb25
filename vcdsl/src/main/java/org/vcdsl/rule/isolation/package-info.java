/** Rules about what a compromise reaches (5xx). No analysis belongs here. */
package org.vcdsl.rule.isolation;
