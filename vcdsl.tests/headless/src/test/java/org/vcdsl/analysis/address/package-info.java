/** Tests of which assigned addresses can be used. */
package org.vcdsl.analysis.address;
