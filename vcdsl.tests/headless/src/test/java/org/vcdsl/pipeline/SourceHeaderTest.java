package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SourceHeaderTest {

	@Test
	void tellsPackageAndImportedPackages() {
		assertThat(SourceHeader.of("""
				// a comment with package in it
				package acme.dc1 /* and one
				with import x.* in it */
				import acme.standards.*
				import acme.nets.prod   // one element
				import vcd.catalog.*
				site s { }
				import too.late.*
				""")).isEqualTo(new SourceHeader(Optional.of("acme.dc1"), List.of("acme.standards", "acme.nets")));
	}

	@Test
	void textOfAnotherKindDeclaresNothing() {
		assertThat(SourceHeader.of("").packageName()).isEmpty();
		assertThat(SourceHeader.of("packages 1").packageName()).isEmpty();
		assertThat(SourceHeader.of("/* never closed").packageName()).isEmpty();
	}

	@Test
	void longCommentsAreReadWithoutRecursion() {
		assertThat(SourceHeader.of("// x\n".repeat(200_000) + "/*" + "y".repeat(1_000_000) + "*/ package p").packageName())
				.contains("p");
	}
}
