/** From the text of a value to the value: names, quantities, units. What a value means for a topology does not belong here. */
package org.vcdsl.conversion;
