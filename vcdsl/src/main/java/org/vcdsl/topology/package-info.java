/**
 * The resolved datacentre: immutable records, names bound, ranges expanded, units converted, source positions kept.
 *
 * <p>Nothing of EMF or Xtext belongs here, no judgement, and no other package of VCDSL.
 */
package org.vcdsl.topology;
