package org.vcdsl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentNamesTest {

	/** Names that look alike once they are in lower case and without punctuation. */
	private static final List<String> ALIKE = List.of("web", "Web", "WEB", "web_", "_web", "web[2]", "web_2", "web2", "web.2",
			"web-2", "web[02]", "web[2].a", "web.a", "web_a", "web[a]", "_", "__", "é", "x".repeat(63), "x".repeat(64),
			"x".repeat(65), "X".repeat(64));

	@ParameterizedTest
	@CsvSource({"web, web", "web[2], web-2", "web[0], web-0", "k8s.cp[1], k8s-cp-1", "shop.cellar, shop-cellar"})
	void plainNamesKeepTheirLooks(String name, String slug) {
		assertThat(DeploymentNames.slug(name)).isEqualTo(slug);
	}

	@ParameterizedTest
	@ValueSource(strings = {"web_2", "Web", "web[02]", "web-2"})
	void namesThatLoseSomethingCarryAHash(String name) {
		assertThat(DeploymentNames.slug(name)).matches("web(-0?2)?-0[0-9a-f]{10}");
	}

	@Test
	void differentNamesHaveDifferentSlugs() {
		assertThat(ALIKE.stream().map(DeploymentNames::slug)).doesNotHaveDuplicates();
	}

	@Test
	void aSlugIsNoOtherNamesPlainSlug() {
		var slugs = ALIKE.stream().map(DeploymentNames::slug).toList();
		var read = slugs.stream().flatMap(slug -> Stream.of(slug, slug.replaceAll("-(\\w+)$", "[$1]"), slug.replace('-', '.')));
		assertThat(read.filter(name -> !ALIKE.contains(name)).map(DeploymentNames::slug)).doesNotContainAnyElementsOf(
				slugs.stream().filter(slug -> slug.matches(".*-0[0-9a-f]{10}")).toList());
	}

	@Test
	void slugsAreHostNames() {
		assertThat(ALIKE.stream().map(DeploymentNames::slug)).allMatch(slug -> slug.matches("[a-z]([a-z0-9-]{0,61}[a-z0-9])?"));
	}

	@Test
	void bridgesFitLinuxAndDiffer() {
		var names = Stream.concat(ALIKE.stream(), IntStream.range(0, 300).mapToObj(i -> "storage[" + i + "]")).toList();
		var bridges = names.stream().map(DeploymentNames::bridge).toList();
		assertThat(bridges).doesNotHaveDuplicates().allMatch(bridge -> bridge.matches("br-[a-z0-9-]{1,12}"));
		assertThat(DeploymentNames.bridge("lan")).isEqualTo("br-lan");
	}

	@Test
	void macAddressesAreLocalUnicastAndDiffer() {
		var addresses = IntStream.range(0, 100_000).mapToObj(i -> DeploymentNames.macAddress("dc", "vm[" + i + "]", "lan"))
				.toList();
		assertThat(addresses).doesNotHaveDuplicates().allMatch(address -> address.matches("52(:[0-9a-f]{2}){5}"));
		assertThat(DeploymentNames.macAddress("dc", "vm[1]", "lan")).isEqualTo(addresses.get(1))
				.isNotEqualTo(DeploymentNames.macAddress("dc", "vm[1]", "san"));
	}
}
