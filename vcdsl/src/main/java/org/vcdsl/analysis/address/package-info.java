/**
 * Addresses that somebody gave workloads: which can be used, and why the others cannot.
 *
 * <p>No address is ever made up here.
 */
package org.vcdsl.analysis.address;
