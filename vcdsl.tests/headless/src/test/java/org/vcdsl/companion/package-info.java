/** Tests of what is read along with sources. */
package org.vcdsl.companion;
