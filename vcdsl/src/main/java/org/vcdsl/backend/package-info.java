/**
 * What all backends share: a backend prints a topology and its plan as artefacts for one tool.
 *
 * <p>No analysis belongs here and no judgement; backends live in packages of their own below and never import each other.
 */
package org.vcdsl.backend;
