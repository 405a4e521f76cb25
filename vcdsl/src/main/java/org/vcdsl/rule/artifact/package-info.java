/** Rules about what artefacts cannot say (8xx); their checks run in the backends. No analysis belongs here. */
package org.vcdsl.rule.artifact;
