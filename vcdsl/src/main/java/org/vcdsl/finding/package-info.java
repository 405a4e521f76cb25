/**
 * What VCDSL has to say about a topology, a plan or an artefact.
 *
 * <p>No rule, no rendering and no settings belong here.
 */
package org.vcdsl.finding;
