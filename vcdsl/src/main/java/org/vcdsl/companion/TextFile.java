package org.vcdsl.companion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text, and says of what is none why not. */
public final class TextFile {

	/** Larger files are refused; a datacentre of a million elements needs less than half of this. */
	public static final long MAX_BYTES = 256L << 20;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private TextFile() {
	}

	/**
	 * The text of a file with its byte order mark, if it has one.
	 *
	 * @param name as messages give it
	 * @throws UnusableException if it holds no text
	 */
	public static String read(Path file, String name) throws IOException {
		if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
			throw tooBig(name);
		}
		try (var stream = Files.newInputStream(file)) {
			return read(stream, name);
		}
	}

	/** As {@link #read(Path, String)}, of what comes from elsewhere. */
	public static String read(InputStream stream, String name) throws IOException {
		var bytes = stream.readNBytes((int) MAX_BYTES + 1);
		if (bytes.length > MAX_BYTES) {
			throw tooBig(name);
		}
		var text = decoded(bytes, name);
		var zero = text.indexOf('\0');
		if (zero >= 0) {
			throw new UnusableException("%s: not a text file: character %s is zero".formatted(name, zero + 1));
		}
		return text;
	}

	/** A text without its byte order mark. */
	public static String withoutMark(String text) {
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
	}

	private static String decoded(byte[] bytes, String name) {
		var decoder = StandardCharsets.UTF_8.newDecoder();
		var input = ByteBuffer.wrap(bytes);
		var output = CharBuffer.allocate(bytes.length);
		var result = decoder.decode(input, output, true);
		if (result.isError()) {
			throw new UnusableException("%s: not UTF-8: byte %s (0x%02X) does not belong there. Save the file as UTF-8."
					.formatted(name, input.position() + 1, bytes[input.position()]));
		}
		return output.flip().toString();
	}

	private static UnusableException tooBig(String name) {
		return new UnusableException("%s: larger than %s MiB, the most that is read from one file".formatted(name, MAX_BYTES >> 20));
	}
}
