package org.vcdsl.conversion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vcdsl.conversion.ValueException.Meant;

/** Reads dates of the calendar, written as {@code 2027-06-30} (ISO 8601). */
public final class Dates {

	private static final Pattern DATE = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)");
	private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>(?:\\d\\d)?\\d\\d)[-./](?<month>\\d\\d?)[-./](?<day>\\d\\d?)");
	/** Only with dots: with slashes Americans put the month first. */
	private static final Pattern DAY_FIRST = Pattern.compile("(?<day>\\d\\d?)\\.(?<month>\\d\\d?)\\.(?<year>(?:\\d\\d)?\\d\\d)");
	private static final int CENTURY = 2000;
	private static final int MONTHS = 12;

	private Dates() {
	}

	/** A day; throws {@link ValueException} with a message for the architect when the text is none. */
	public static LocalDate parse(String text) {
		var date = DATE.matcher(text);
		if (!date.matches()) {
			throw new ValueException("'%s' is not a date. Write year-month-day, for instance 2027-06-30.%s".formatted(text,
					meant(text).map(" Did you mean %s?"::formatted).orElse("")), meant(text).map(day -> new Meant(text, day.toString())));
		}
		return day(date).orElseThrow(() -> new ValueException("There is no day '%s': %s.".formatted(text, whyNot(date))));
	}

	private static String whyNot(Matcher date) {
		var month = Integer.parseInt(date.group("month"));
		if (month < 1 || month > MONTHS) {
			return "months are 01 to 12";
		}
		var days = YearMonth.of(Integer.parseInt(date.group("year")), month);
		return "%s %s has %s days".formatted(days.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), date.group("year"),
				days.lengthOfMonth());
	}

	/** What a date in another order, or with digits left out, most likely means. */
	private static Optional<LocalDate> meant(String text) {
		var dayFirst = DAY_FIRST.matcher(text);
		if (dayFirst.matches() && day(dayFirst).isPresent()) {
			return day(dayFirst);
		}
		var yearFirst = YEAR_FIRST.matcher(text);
		return yearFirst.matches() ? day(yearFirst) : Optional.empty();
	}

	private static Optional<LocalDate> day(Matcher date) {
		var year = Integer.parseInt(date.group("year"));
		try {
			return Optional.of(LocalDate.of(date.group("year").length() == 2 ? CENTURY + year : year,
					Integer.parseInt(date.group("month")), Integer.parseInt(date.group("day"))));
		} catch (DateTimeException notInTheCalendar) {
			return Optional.empty();
		}
	}
}
