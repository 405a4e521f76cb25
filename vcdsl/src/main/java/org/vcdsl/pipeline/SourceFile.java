package org.vcdsl.pipeline;

/**
 * A file of VCDSL text.
 *
 * @param name as the architect gave it, with '/' between folders: findings name it so
 */
public record SourceFile(String name, String text) {
}
