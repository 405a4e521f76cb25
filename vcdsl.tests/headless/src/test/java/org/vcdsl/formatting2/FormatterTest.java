package org.vcdsl.formatting2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.formatting2.VcdTexts.format;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.TextLayout;

/** What the formatter does to text, and what it leaves. */
class FormatterTest {

	@ParameterizedTest
	@ValueSource(strings = { "examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd", "examples/dc1/standards.vcd" })
	void theExamplesAreAsTheyShouldBe(String file) {
		assertKept(Project.read(file));
	}

	@Test
	void twoBlanksStandBetweenKeysAndOneBehindAKey() {
		assertThat(format("package p\nhost  a:T{cores   64 memory 512   GiB nic 2*25 Gbps}\n"))
				.isEqualTo("package p\nhost a : T { cores 64  memory 512 GiB  nic 2 * 25 Gbps }\n");
	}

	@Test
	void commasRangesPlatformsAndArrowsHaveTheirBlanks() {
		assertThat(format("""
				package p
				import vcd.catalog .*
				container c [ 1 .. 3 ] on h [2] , k { cpu 250 mcpu .. 2 core publish 8443 .. 8444->80 requires kernel>=5.8 ,cgroup 2 }
				image i { platform linux / amd64 ,linux/arm64 }
				@accept VCD301 ( a ,b ) "r"
				service s { availability 99.5% }
				"""))
				.isEqualTo("""
						package p
						import vcd.catalog.*
						container c[1..3] on h[2], k { cpu 250 mcpu..2 core  publish 8443..8444 -> 80  requires kernel >= 5.8, cgroup 2 }
						image i { platform linux/amd64, linux/arm64 }
						@accept VCD301(a, b) "r"
						service s { availability 99.5 % }
						""");
	}

	@Test
	void wordsThatWouldGrowTogetherStayApart() {
		assertKept("package p\nimage i { platform linux / 386 / 2 }\n");
	}

	@Test
	void linesEndWhereTheArchitectEndedThemAsFarAsTheyMay() {
		assertThat(format("""
				package
				  p
				vm
				    db on
				  beta
				{
				        guest
				    Debian 12
				  memory 16 GiB vcpu 4 }
				"""))
				.isEqualTo("""
						package p
						vm db on beta { guest Debian 12
						  memory 16 GiB  vcpu 4 }
						""".replace("{ guest", "{\n  guest"));
	}

	@Test
	void listsAndAcceptancesMayGoOnInTheNextLine() {
		assertThat(format("""
				package p
				@accept VCD301(a,
				b)
				"a long reason"
				until 2027-06-30
				host m { fed by a,
				b
				}
				"""))
				.isEqualTo("""
						package p
						@accept VCD301(a,
						    b)
						    "a long reason"
						    until 2027-06-30
						host m { fed by a,
						      b
						}
						""");
	}

	@Test
	void aClosingBraceGetsItsOwnLineUnlessItEndsOne() {
		assertKept("""
				package p
				rack r {
				  host a { fed by m
				    os Debian 12 { kernel 6.1
				      cgroup 2 } }
				}
				""");
		assertThat(format("""
				package p
				rack r {
				  host a { os Debian 12 { kernel 6.1
				      cgroup 2 } fed by m } }
				"""))
				.isEqualTo("""
						package p
						rack r {
						  host a { os Debian 12 { kernel 6.1
						      cgroup 2
						    }  fed by m } }
						""");
	}

	@Test
	void itemsOfTheFileGetTheirOwnLines() {
		assertThat(format("package p import a.* host m host n { } vm v")).isEqualTo("package p\nimport a.*\nhost m\nhost n { }\nvm v\n");
	}

	@Test
	void oneBlankLineStaysAndNoneBesideBraces() {
		assertThat(format("\n\npackage p\n\n\n\nsite s {\n\n\n  host a\n\n\n\n  host b\n\n}\n\n\n"))
				.isEqualTo("package p\n\nsite s {\n  host a\n\n  host b\n}\n");
	}

	@Test
	void commentsStayBesideWhatTheyAreAbout() {
		assertKept("""
				// What this is.
				package p  // why

				/* All of
				   the sites. */
				site s {       // one
				  // a host
				  host a       // first
				               // and goes on
				  // another
				  host /* later: c */ b { /* none */ memory 1 GiB /* too little */ }
				  // nothing more
				}
				// the end
				""");
	}

	@Test
	void commentsMoveWithTheirBlock() {
		assertThat(format("""
				package p
				site s {
				    // a host
				    host a { /* of
				                two lines */
				      cores 4,
				""".replace("4,", "4") + "  /* more\n   * of it */\n      memory 1 GiB }\n}\n"))
				.isEqualTo("""
						package p
						site s {
						  // a host
						  host a {   /* of
						                two lines */
						    cores 4
						    /* more
						     * of it */
						    memory 1 GiB }
						}
						""");
	}

	@Test
	void aCommentBehindCodeKeepsItsColumnWhileThereIsRoom() {
		assertThat(format("""
				package p
				host a {cores  4}     // here
				host bcd{cores 4 memory 1 GiB} // moves
				host c// close
				"""))
				.isEqualTo("""
						package p
						host a { cores 4 }    // here
						host bcd { cores 4  memory 1 GiB }  // moves
						host c  // close
						""");
	}

	@Test
	void columnsThatLineUpStay() {
		assertKept("""
				package p
				container app   { image shopapi  cpu 500 mcpu  memory 512 MiB }
				container proxy { image envoy    cpu 100 mcpu   memory 64 MiB }

				host a {
				  cores      4
				  memory    64 GiB
				  fed by     m
				}
				""".replace("  fed by     m\n", ""));
	}

	@Test
	void columnsThatLinedUpAreLinedUpAnew() {
		assertThat(format("""
				package p
				feed   mains { capacity 3 kW }
				switch switch1   { ports 24 }
				pdu    x { capacity 3 kW }

				host a { cores 4 }
				host bc { cores   4 }
				host def { cores 4 }
				host ghij  { cores 4 }
				host klmno { cores 4 }
				"""))
				.isEqualTo("""
						package p
						feed   mains   { capacity 3 kW }
						switch switch1 { ports 24 }
						pdu    x       { capacity 3 kW }

						host a { cores 4 }
						host bc { cores 4 }
						host def { cores 4 }
						host ghij { cores 4 }
						host klmno { cores 4 }
						""");
	}

	@Test
	void lineEndsAndTabsAreOfOneKind() {
		assertThat(format("package p\r\nhost a {\r\n\tcores 4\t\tmemory 1 GiB\r\n\r\n\r\n\tpower 1 kW\r\n}"))
				.isEqualTo("package p\r\nhost a {\r\n  cores 4  memory 1 GiB\r\n\r\n  power 1 kW\r\n}\r\n");
	}

	@Test
	void mixedLineEndsBecomeThoseUsedFirst() {
		assertThat(format("package p\r\n/* a\n   b */\nhost h\n")).isEqualTo("package p\r\n/* a\r\n   b */\r\nhost h\r\n");
		assertThat(format("package\r\np\n/* a\rb */ host h // c\n// d")).isEqualTo("package p\r\n/* a\r\nb */\r\nhost h      // c\r\n// d\r\n");
	}

	@Test
	void textWithSyntaxErrorsIsLeftAlone() {
		var text = "package  p\nhost   a { cores }\n";

		var laidOut = TextLayout.layOut(new SourceFile("broken.vcd", text));

		assertThat(laidOut.text()).isEqualTo(text);
		assertThat(laidOut.errors()).singleElement().satisfies(error -> assertThat(error.ruleId()).isEqualTo("VCD100"));
	}

	private static void assertKept(String text) {
		assertThat(format(text)).isEqualTo(text);
	}
}
