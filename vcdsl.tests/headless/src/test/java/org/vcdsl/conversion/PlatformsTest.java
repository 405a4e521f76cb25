package org.vcdsl.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {

	@ParameterizedTest
	@CsvSource({ "linux/amd64, linux/amd64", "linux/amd64/v1, linux/amd64", "linux/amd64/v3, linux/amd64/v3", "linux/x86_64, linux/amd64",
			"linux/x86-64, linux/amd64", "linux/i386, linux/386", "linux/386, linux/386", "linux/arm64, linux/arm64",
			"linux/arm64/v8, linux/arm64", "linux/arm64/8, linux/arm64", "linux/aarch64, linux/arm64", "Linux/Aarch64, linux/arm64",
			"linux/arm64/v9, linux/arm64/v9", "linux/arm, linux/arm/v7", "linux/arm/7, linux/arm/v7", "linux/arm/v6, linux/arm/v6",
			"linux/armhf, linux/arm/v7", "linux/armel, linux/arm/v6", "linux/armel/v6, linux/arm/v6", "macos/arm64, darwin/arm64",
			"windows / amd64, windows/amd64", "linux/riscv64/rva20u64, linux/riscv64/rva20u64" })
	void equalPlatformsHaveOneName(String written, String printed) {
		assertThat(Platforms.parse(written)).hasToString(printed);
		assertThat(Platforms.parse(printed)).isEqualTo(Platforms.parse(written));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"linus/amd64      | 'linus' is not an operating system that images are built for. Did you mean 'linux'?",
			"linux/amd46      | 'amd46' is not an architecture that images are built for. Did you mean 'amd64'?",
			"linux/x86_46     | 'x86_46' is not an architecture that images are built for. Did you mean 'x86_64', 'x86-64'?",
			"linux/pdp11      | 'pdp11' is not an architecture that images are built for. Write one of 386, amd64, "
					+ "arm, arm64, loong64, mips, mips64, mips64le, mipsle, ppc64, ppc64le, riscv64, s390x, wasm.",
			"amd64/linux      | The operating system comes first. Write linux/amd64.",
			"linux/arm/v9     | 'v9' is not a variant of arm. Write one of v5, v6, v7, v8.",
			"linux/amd64/v5   | 'v5' is not a variant of amd64. Write one of v1, v2, v3, v4.",
			"linux/armhf/v6   | 'armhf' is variant v7 of arm by itself. Write arm/v6 if you mean that.",
			"linux            | 'linux' is not a platform. Write operating system and architecture, for instance linux/amd64.",
			"linux/           | 'linux/' is not a platform. Write operating system and architecture, for instance linux/amd64.",
			"linux/arm/v7/x   | 'linux/arm/v7/x' is not a platform. Write operating system and architecture, for instance linux/amd64." })
	void saysWhatIsMeant(String text, String message) {
		assertThat(Refusal.of(() -> Platforms.parse(text))).isEqualTo(message);
	}
}
