package org.vcdsl.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

	@Test
	void everyDayIsReadAgain() {
		Stream.iterate(LocalDate.of(1999, 12, 31), day -> day.plusDays(1)).limit(20_000)
				.forEach(day -> assertThat(Dates.parse(day.toString())).isEqualTo(day));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"2027-02-30  | There is no day '2027-02-30': February 2027 has 28 days.",
			"2027-04-31  | There is no day '2027-04-31': April 2027 has 30 days.",
			"2028-02-30  | There is no day '2028-02-30': February 2028 has 29 days.",
			"2027-06-00  | There is no day '2027-06-00': June 2027 has 30 days.",
			"2027-13-01  | There is no day '2027-13-01': months are 01 to 12.",
			"27-6-30     | '27-6-30' is not a date. Write year-month-day, for instance 2027-06-30. Did you mean 2027-06-30?",
			"2028-1-5    | '2028-1-5' is not a date. Write year-month-day, for instance 2027-06-30. Did you mean 2028-01-05?",
			"30.06.2027  | '30.06.2027' is not a date. Write year-month-day, for instance 2027-06-30. Did you mean 2027-06-30?",
			"2028/01/05  | '2028/01/05' is not a date. Write year-month-day, for instance 2027-06-30. Did you mean 2028-01-05?",
			"06/30/2027  | '06/30/2027' is not a date. Write year-month-day, for instance 2027-06-30.",
			"30-13-2027  | '30-13-2027' is not a date. Write year-month-day, for instance 2027-06-30.",
			"2027-06-30T | '2027-06-30T' is not a date. Write year-month-day, for instance 2027-06-30.",
			"12027-06-30 | '12027-06-30' is not a date. Write year-month-day, for instance 2027-06-30." })
	void saysWhyItIsNoDate(String text, String message) {
		assertThat(Refusal.of(() -> Dates.parse(text))).isEqualTo(message);
	}
}
