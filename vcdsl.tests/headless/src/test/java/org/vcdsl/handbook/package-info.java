/**
 * What the pages promise of the language: their examples do what they say, every key does something, old files parse.
 *
 * <p>What single constructs mean is tested beside the classes that give them their meaning.
 */
package org.vcdsl.handbook;
