/** What meets on networks, checked against definitions taken literally. */
package org.vcdsl.analysis.network;
