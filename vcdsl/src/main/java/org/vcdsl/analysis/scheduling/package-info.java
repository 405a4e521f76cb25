/**
 * What is left to the scheduler of an orchestrator: what it is told of where pods may stand, and what holds wherever it puts them.
 *
 * <p>Where VCDSL itself would put pods is for {@code analysis.placement} to say; how the orchestrator is told, for its backend.
 */
package org.vcdsl.analysis.scheduling;
