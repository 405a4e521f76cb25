/** Rules about where workloads stand and may move to (6xx). No analysis belongs here. */
package org.vcdsl.rule.placement;
