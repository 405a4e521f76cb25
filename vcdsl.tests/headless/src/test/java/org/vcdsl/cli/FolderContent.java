package org.vcdsl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** All files below a folder, by their paths, with their texts. */
final class FolderContent {

	private FolderContent() {
	}

	static Map<String, String> read(Path folder) throws IOException {
		var content = new TreeMap<String, String>();
		if (Files.isDirectory(folder)) {
			try (var files = Files.walk(folder)) {
				for (var file : files.filter(Files::isRegularFile).toList()) {
					content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8));
				}
			}
		}
		return content;
	}

	/** Makes a folder hold these files and no other. */
	static void write(Path folder, Map<String, String> content) throws IOException {
		for (var old : read(folder).keySet()) {
			if (!content.containsKey(old)) {
				Files.delete(folder.resolve(old));
			}
		}
		for (var file : content.entrySet()) {
			Files.createDirectories(folder.resolve(file.getKey()).getParent());
			Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
		}
	}
}
