package org.vcdsl.backend;

import java.util.Arrays;

/**
 * A file for a tool.
 *
 * @param path relative to the output folder of its topology, with '/' between folders
 * @param text the whole content; lines end with a line feed
 */
public record Artifact(String path, String text) {

	public Artifact {
		if (path.isEmpty() || path.startsWith("/") || Arrays.asList(path.split("/", -1)).contains("..")) {
			throw new IllegalArgumentException("Not below the output folder: " + path);
		}
	}
}
