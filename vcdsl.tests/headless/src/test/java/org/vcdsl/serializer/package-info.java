/** Models that a program has changed, written back as text. */
package org.vcdsl.serializer;
