package org.vcdsl.topology;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Compares versions piece by piece; each method takes versions of its scheme, and time in the sum of their lengths. */
final class VersionOrder {

	private static final Pattern RELEASE_CANDIDATE = Pattern.compile("-(?=rc\\d)");

	private VersionOrder() {
	}

	static int ofNumbers(String one, String other) {
		var ones = new Pieces(one);
		var others = new Pieces(other);
		while (!ones.areOver() || !others.areOver()) {
			var order = compareNumbers(ones.take(VersionOrder::isDigit), others.take(VersionOrder::isDigit));
			if (order != 0) {
				return order;
			}
			ones.skip(character -> character == '.');
			others.skip(character -> character == '.');
		}
		return 0;
	}

	static int ofKernelReleases(String one, String other) {
		var end = endOfNumbers(one);
		var otherEnd = endOfNumbers(other);
		var order = ofNumbers(one.substring(0, end), other.substring(0, otherEnd));
		return order != 0 ? order : ofSegments(suffix(one, end), suffix(other, otherEnd));
	}

	/** Where upstream's numbers end: dots belong to them as long as a digit follows. */
	private static int endOfNumbers(String release) {
		var end = 0;
		while (end < release.length() && (isDigit(release.charAt(end))
				|| release.charAt(end) == '.' && end + 1 < release.length() && isDigit(release.charAt(end + 1)))) {
			end++;
		}
		return end;
	}

	private static String suffix(String release, int start) {
		var candidate = RELEASE_CANDIDATE.matcher(release).region(start, release.length());
		return candidate.lookingAt() ? "~" + release.substring(candidate.end()) : release.substring(start);
	}

	/** As {@code dpkg --compare-versions} does. */
	static int ofDebian(String one, String other) {
		return compareParts(one, other, VersionOrder::ofUpstreamOrRevision);
	}

	/** As {@code rpm.vercmp} does. */
	static int ofRpm(String one, String other) {
		return compareParts(one, other, VersionOrder::ofSegments);
	}

	/** By epoch, by what stands up to the last hyphen, and by what stands behind; what is not written is the least of its kind. */
	private static int compareParts(String one, String other, Comparator<String> parts) {
		var colon = one.indexOf(':');
		var otherColon = other.indexOf(':');
		var order = compareNumbers(one.substring(0, Math.max(colon, 0)), other.substring(0, Math.max(otherColon, 0)));
		if (order != 0) {
			return order;
		}
		var hyphen = one.lastIndexOf('-') < 0 ? one.length() : one.lastIndexOf('-');
		var otherHyphen = other.lastIndexOf('-') < 0 ? other.length() : other.lastIndexOf('-');
		order = parts.compare(one.substring(colon + 1, hyphen), other.substring(otherColon + 1, otherHyphen));
		return order != 0 ? order
				: parts.compare(one.substring(Math.min(hyphen + 1, one.length())),
						other.substring(Math.min(otherHyphen + 1, other.length())));
	}

	/** Debian's order: text and numbers by turns, letters before other characters, and a tilde before even the end. */
	private static int ofUpstreamOrRevision(String one, String other) {
		var ones = new Pieces(one);
		var others = new Pieces(other);
		while (!ones.areOver() || !others.areOver()) {
			var order = compareDebianText(ones.take(character -> !isDigit(character)), others.take(character -> !isDigit(character)));
			if (order == 0) {
				order = compareNumbers(ones.take(VersionOrder::isDigit), others.take(VersionOrder::isDigit));
			}
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	private static int compareDebianText(String one, String other) {
		for (var i = 0; i < Math.max(one.length(), other.length()); i++) {
			var order = Integer.compare(debianWeight(one, i), debianWeight(other, i));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	private static int debianWeight(String text, int index) {
		if (index >= text.length()) {
			return 0;
		}
		var character = text.charAt(index);
		return character == '~' ? -1 : isLetter(character) ? character : character + 256;
	}

	/**
	 * RPM's order: numbers and words, what lies between only separates them. Where the kinds differ, a tilde comes before the end, the
	 * end before a caret, that before a word, and a word before a number.
	 */
	private static int ofSegments(String one, String other) {
		var ones = new Pieces(one);
		var others = new Pieces(other);
		while (true) {
			ones.skip(VersionOrder::isSeparator);
			others.skip(VersionOrder::isSeparator);
			var kind = segmentKind(ones.next());
			var order = kind.compareTo(segmentKind(others.next()));
			if (order != 0 || kind == SegmentKind.END) {
				return order;
			}
			order = switch (kind) {
				case NUMBER -> compareNumbers(ones.take(VersionOrder::isDigit), others.take(VersionOrder::isDigit));
				case WORD -> ones.take(VersionOrder::isLetter).compareTo(others.take(VersionOrder::isLetter));
				case TILDE, CARET -> {
					ones.pass();
					others.pass();
					yield 0;
				}
				case END -> 0;
			};
			if (order != 0) {
				return order;
			}
		}
	}

	private enum SegmentKind {
		TILDE, END, CARET, WORD, NUMBER
	}

	private static SegmentKind segmentKind(int character) {
		return switch (character) {
			case Pieces.OVER -> SegmentKind.END;
			case '~' -> SegmentKind.TILDE;
			case '^' -> SegmentKind.CARET;
			default -> isDigit(character) ? SegmentKind.NUMBER : SegmentKind.WORD;
		};
	}

	/** Compares numbers of any length; none is zero. */
	private static int compareNumbers(String one, String other) {
		var digits = withoutLeadingZeros(one);
		var otherDigits = withoutLeadingZeros(other);
		return digits.length() != otherDigits.length() ? Integer.compare(digits.length(), otherDigits.length())
				: digits.compareTo(otherDigits);
	}

	private static String withoutLeadingZeros(String digits) {
		var start = 0;
		while (start < digits.length() && digits.charAt(start) == '0') {
			start++;
		}
		return digits.substring(start);
	}

	private static boolean isSeparator(int character) {
		return character != '~' && character != '^' && !isDigit(character) && !isLetter(character);
	}

	private static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isLetter(int character) {
		return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
	}

	/** A text that is read from its start, piece by piece. */
	private static final class Pieces {

		static final int OVER = -1;

		private final String text;
		private int position;

		Pieces(String text) {
			this.text = text;
		}

		boolean areOver() {
			return position == text.length();
		}

		int next() {
			return areOver() ? OVER : text.charAt(position);
		}

		void pass() {
			position++;
		}

		void skip(IntPredicate kind) {
			while (!areOver() && kind.test(next())) {
				position++;
			}
		}

		String take(IntPredicate kind) {
			var start = position;
			skip(kind);
			return text.substring(start, position);
		}
	}
}
