package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files runs wrote into a folder, and with what content; kept there in the format of {@code sha256sum}.
 *
 * @param hashes of the contents written, by path; more than one while a run replaces files
 */
record Manifest(Map<String, Set<String>> hashes) {

	static final String FILE = ".vcd-manifest";

	private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

	Manifest {
		var copy = new TreeMap<String, Set<String>>();
		hashes.forEach((path, known) -> copy.put(path, Collections.unmodifiableSet(new TreeSet<>(known))));
		hashes = Collections.unmodifiableMap(copy);
	}

	/** Of files with these contents. */
	static Manifest of(Map<String, byte[]> contents) {
		var hashes = new TreeMap<String, Set<String>>();
		contents.forEach((path, content) -> hashes.put(path, Set.of(hash(content))));
		return new Manifest(hashes);
	}

	/** The one kept in a folder; empty if there is none. Lines that no run can have written are passed over. */
	static Manifest read(Path folder) throws IOException {
		var hashes = new TreeMap<String, Set<String>>();
		var file = folder.resolve(FILE);
		if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().map(LINE::matcher)
					.filter(line -> line.matches() && canHold(line.group(2)))
					.forEach(line -> hashes.computeIfAbsent(line.group(2), path -> new TreeSet<>()).add(line.group(1)));
		}
		return new Manifest(hashes);
	}

	/** Whether a path is below the folder, fits on a line and is not kept for other use. */
	static boolean canHold(String path) {
		return path.chars().noneMatch(Character::isISOControl) && !path.startsWith("/") && !path.contains("\\")
				&& Arrays.stream(path.split("/", -1))
						.noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals("..") || name.startsWith(".vcd-"));
	}

	Set<String> paths() {
		return hashes.keySet();
	}

	/** Whether a run wrote just this content there. */
	boolean hasWritten(String path, byte[] content) {
		return hashes.getOrDefault(path, Set.of()).contains(hash(content));
	}

	/** What either of the two has written. */
	Manifest and(Manifest other) {
		var both = new TreeMap<String, Set<String>>();
		hashes.forEach((path, known) -> both.put(path, new TreeSet<>(known)));
		other.hashes.forEach((path, known) -> both.computeIfAbsent(path, any -> new TreeSet<>()).addAll(known));
		return new Manifest(both);
	}

	byte[] bytes() {
		var lines = new StringBuilder();
		hashes.forEach((path, known) -> known.forEach(hash -> lines.append(hash).append("  ").append(path).append('\n')));
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java has SHA-256", impossible);
		}
	}
}
