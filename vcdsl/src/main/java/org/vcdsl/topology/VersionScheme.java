package org.vcdsl.topology;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * How an ecosystem writes its versions, and which of two it takes to be older.
 *
 * <p>Every scheme orders all of its versions; two that differ in nothing it looks at are equal, as {@code 2.36} and {@code 2.36.0}
 * are in all of them but RPM's and Debian's.
 */
public enum VersionScheme implements Comparator<String> {

	/** Numbers with dots between, as of glibc, musl and container engines; a part that is not written counts as zero. */
	DOTTED("\\d+(?:\\.\\d+){0,15}", VersionOrder::ofNumbers),

	/**
	 * What {@code uname -r} answers: upstream's numbers, then the distribution's own, as in {@code 6.1.0-28-amd64} and
	 * {@code 4.18.0-477.10.1.el8_8.x86_64}. The numbers decide first, then the rest piece by piece, as RPM does; a release candidate
	 * ({@code 6.12.0-rc3}) comes before its release.
	 */
	KERNEL_RELEASE("\\d+(?:\\.\\d+){0,15}(?:\\+|(?:[-+~_][A-Za-z0-9]|\\.[A-Za-z])[A-Za-z0-9+~._-]*)?", VersionOrder::ofKernelReleases),

	/** Major, minor, build and, if known, revision, as in {@code 10.0.20348.2113}. */
	WINDOWS_BUILD("\\d+(?:\\.\\d+){2,3}", VersionOrder::ofNumbers),

	/** {@code epoch:upstream-revision} of Debian's packages; Debian Policy Manual, section 5.6.12. */
	DEBIAN("(?:\\d{1,9}:)?\\d[A-Za-z0-9.+~]*(?:-[A-Za-z0-9.+~-]*[A-Za-z0-9.+~])?", VersionOrder::ofDebian),

	/** {@code epoch:version-release} of RPM packages, with {@code ~} for what comes before a version and {@code ^} for what follows. */
	RPM("(?:\\d{1,9}:)?[A-Za-z0-9._+~^]+(?:-[A-Za-z0-9._+~^]+)?", VersionOrder::ofRpm);

	private final Pattern form;
	private final Comparator<String> order;

	VersionScheme(String form, Comparator<String> order) {
		this.form = Pattern.compile(form);
		this.order = order;
	}

	/** Whether the text is a version of this scheme. */
	public boolean isVersion(String text) {
		return form.matcher(text).matches();
	}

	/** Negative, zero or positive as the first is older than, equal to or newer than the second; both must be versions. */
	@Override
	public int compare(String one, String other) {
		return order.compare(checked(one), checked(other));
	}

	private String checked(String text) {
		if (!isVersion(text)) {
			throw new IllegalArgumentException("Not a version of the scheme %s: %s".formatted(name(), text));
		}
		return text;
	}
}
