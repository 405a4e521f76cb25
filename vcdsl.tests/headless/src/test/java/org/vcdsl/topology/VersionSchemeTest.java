package org.vcdsl.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vcdsl.tools.RealTool;
import org.vcdsl.tools.RealTools;

class VersionSchemeTest {

	private static final List<String> PIECES = List.of("0", "00", "1", "2", "9", "10", "010", "a", "b", "rc", "el", "Z", ".", ".", ".", "+", "~",
			"^", "-", "_");

	/** Hard cases of Debian's and RPM's own tests and manuals. */
	private static final List<String> HARD = List.of("1.0", "1.00", "1.0.0", "1.0~rc1", "1.0~rc1~git1", "1.0~~", "1.0~", "1.0a", "1.0+b1",
			"1.0-1", "1.0-0", "1.0-1~bpo12+1", "1.0-1.1", "1:0.9", "0:1.0", "10.1", "9.9", "2.50.20230101", "1.0-a-1", "1.0.z", "1.0+",
			"0", "0-0", "00:0", "99999999999999999999999", "1.0-477.el8", "1.0-477.10.1.el8_8");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({
			"DOTTED,         2.9,                2.36",
			"DOTTED,         2.36,               2.36.1",
			"DOTTED,         27.3,               28",
			"KERNEL_RELEASE, 5.15.0-119-generic, 6.1.0-28-amd64",
			"KERNEL_RELEASE, 6.1.0-9-amd64,      6.1.0-28-amd64",
			"KERNEL_RELEASE, 6.1.0-28,           6.1.0-28-amd64",
			"KERNEL_RELEASE, 6.9.12,             6.10.2",
			"KERNEL_RELEASE, 4.18.0-80.el8,      4.18.0-477.el8",
			"KERNEL_RELEASE, 4.18.0-477.el8,     4.18.0-477.10.1.el8_8",
			"KERNEL_RELEASE, 6.12.0-rc3,         6.12.0",
			"KERNEL_RELEASE, 6.12~rc6-amd64,     6.12-amd64",
			"KERNEL_RELEASE, 6.12.0-rc9,         6.12.0-rc10",
			"KERNEL_RELEASE, 5.15.0-119,         5.15.153.1-microsoft-standard-WSL2",
			"KERNEL_RELEASE, 6.1.128-136.201.amzn2023.x86_64, 6.1.128-136.202.amzn2023.x86_64",
			"WINDOWS_BUILD,  10.0.17763.6893,    10.0.20348.2113",
			"WINDOWS_BUILD,  10.0.20348.587,     10.0.20348.2113",
			"WINDOWS_BUILD,  10.0.20348,         10.0.20348.1",
			"DEBIAN,         1.0~rc1-1,          1.0-1",
			"DEBIAN,         9.9-1,              1:0.1-1",
			"RPM,            1.0~rc1,            1.0",
			"RPM,            1.0,                1.0^git1",
			"RPM,            1.0^git1,           1.0.1" })
	void theFirstIsOlder(VersionScheme scheme, String one, String other) {
		assertThat(scheme.compare(one, other)).isNegative();
		assertThat(scheme.compare(other, one)).isPositive();
	}

	@ParameterizedTest
	@CsvSource({
			"DOTTED,         2.36,       2.36.0",
			"KERNEL_RELEASE, 6.1,        6.1.0",
			"WINDOWS_BUILD,  10.0.20348, 10.0.20348.0",
			"DEBIAN,         0:1.0-0,    1.00",
			"RPM,            1.0,        1_0" })
	void whatDiffersInNothingThatCountsIsEqual(VersionScheme scheme, String one, String other) {
		assertThat(scheme.compare(one, other)).isZero();
	}

	@ParameterizedTest
	@CsvSource({
			"DOTTED, 6.1-28", "DOTTED, 6.", "DOTTED, .6", "DOTTED, ''", "DOTTED, v1.2", "DOTTED, 6..1",
			"KERNEL_RELEASE, amd64", "KERNEL_RELEASE, 6.1.0-", "KERNEL_RELEASE, 6.1.0 28", "KERNEL_RELEASE, 6.1rc",
			"WINDOWS_BUILD, 20348", "WINDOWS_BUILD, 10.0.20348.2113.1", "WINDOWS_BUILD, 10.0.20348-1",
			"DEBIAN, a1", "DEBIAN, 1.0-", "DEBIAN, 1.0:1", "DEBIAN, 3000000000:1", "DEBIAN, 1.0_1",
			"RPM, ''", "RPM, 1-2-3", "RPM, 1:", "RPM, 1 2" })
	void otherTextIsNoVersion(VersionScheme scheme, String text) {
		assertThat(scheme.isVersion(text)).isFalse();
		assertThatThrownBy(() -> scheme.compare(text, "1.0.0")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(text);
	}

	@ParameterizedTest
	@EnumSource
	void everySchemeOrdersAllItsVersions(VersionScheme scheme) {
		var sorted = Stream.concat(HARD.stream(), random(scheme, 400)).filter(scheme::isVersion).distinct().sorted(scheme).toList();

		assertThat(sorted).hasSizeGreaterThan(50);
		for (var i = 0; i < sorted.size(); i++) {
			for (var j = i; j < sorted.size(); j++) {
				var order = scheme.compare(sorted.get(i), sorted.get(j));
				assertThat(order).as("%s, %s", sorted.get(i), sorted.get(j)).isNotPositive();
				assertThat(Integer.signum(scheme.compare(sorted.get(j), sorted.get(i)))).isEqualTo(-Integer.signum(order));
			}
		}
	}

	@Test
	void aVersionOfAMillionDigitsIsCompared() {
		var digits = "1".repeat(1_000_000);

		assertThat(VersionScheme.DOTTED.compare(digits + "1", digits + "2")).isNegative();
	}

	@Test
	void debianVersionsAreOrderedAsDpkgDoes() throws IOException {
		compareWith(RealTools.dpkgVersions(), VersionScheme.DEBIAN, 300);
	}

	@Test
	void rpmVersionsAreOrderedAsRpmDoes() throws IOException {
		compareWith(RealTools.rpmVersions(), VersionScheme.RPM, 5000);
	}

	private void compareWith(RealTool tool, VersionScheme scheme, int count) throws IOException {
		var hard = HARD.stream().filter(scheme::isVersion).toList();
		var ones = Stream.concat(hard.stream().flatMap(one -> hard.stream().map(other -> one)), random(scheme, count)).toList();
		var others = Stream.concat(hard.stream().flatMap(one -> hard.stream()), random(scheme, 2 * count).skip(count)).toList();
		var pairs = Files.write(folder.resolve("versions"),
				IntStream.range(0, ones.size()).mapToObj(i -> ones.get(i) + " " + others.get(i)).toList());

		var answers = tool.answerTo(pairs).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();

		assertThat(answers).hasSameSizeAs(ones);
		var wrong = new ArrayList<String>();
		for (var i = 0; i < ones.size(); i++) {
			var order = Integer.signum(scheme.compare(ones.get(i), others.get(i)));
			if (order != Integer.parseInt(answers.get(i))) {
				wrong.add("%s, %s: %s instead of %s".formatted(ones.get(i), others.get(i), order, answers.get(i)));
			}
		}
		assertThat(wrong).isEmpty();
	}

	/** Versions of a scheme put together from a few pieces, so that many begin alike. */
	private static Stream<String> random(VersionScheme scheme, int count) {
		var random = new Random(20270630);
		return Stream.generate(() -> random.ints(1 + random.nextInt(8), 0, PIECES.size()).mapToObj(PIECES::get)
				.collect(Collectors.joining())).map(text -> scheme == VersionScheme.WINDOWS_BUILD ? "10.0." + text : text)
				.filter(scheme::isVersion).limit(count);
	}
}
