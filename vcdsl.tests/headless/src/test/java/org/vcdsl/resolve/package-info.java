/** From linked text to the topology. */
package org.vcdsl.resolve;
