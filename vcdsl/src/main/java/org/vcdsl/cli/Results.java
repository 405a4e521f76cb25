package org.vcdsl.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Where results go, remembering what went wrong: a {@link java.io.PrintStream} only knows that something did. */
final class Results extends FilterOutputStream {

	private IOException trouble;

	Results(OutputStream out) {
		super(out);
	}

	@Override
	public void write(byte[] bytes, int start, int length) throws IOException {
		try {
			out.write(bytes, start, length);
		} catch (IOException failed) {
			trouble = failed;
			throw failed;
		}
	}

	/** The last that went wrong. */
	Optional<IOException> trouble() {
		return Optional.ofNullable(trouble);
	}
}
