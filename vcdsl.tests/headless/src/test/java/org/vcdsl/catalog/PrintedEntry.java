package org.vcdsl.catalog;

/**
 * An entry of the catalogue as text.
 *
 * @param file it stands in
 * @param name its keyword and name: {@code os Debian 12}
 */
record PrintedEntry(String file, String name, String text) {
}
