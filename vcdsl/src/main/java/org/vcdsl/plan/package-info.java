/**
 * How to get from nothing to the wished topology: typed actions in order, each with pre-condition, check and inverse.
 *
 * <p>How an action is carried out by a tool does not belong here: that is a backend's.
 */
package org.vcdsl.plan;
