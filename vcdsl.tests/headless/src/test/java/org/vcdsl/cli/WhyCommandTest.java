package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.cli.CommandLine.Run;

/** Which kernel a workload gets, what was compared with it, and where else it could stand. */
class WhyCommandTest {

	@Test
	void itTellsTheKernelWhatWasComparedAndTheReasonForEachOtherHost() {
		assertThat(vcd("why", "web", "--in", "examples/cellar")).isEqualTo(new Run(0, """
				'web[1]' (container) stands on 'alpha'
				  kernel    linux 6.1.0-28, upstream 6.1; borrowed from 'alpha', Debian 12 (examples/cellar/cellar.vcd:12); cgroup 2
				  start     engine docker 27.3
				  runs      image 'shopweb', 'platform linux/amd64' (examples/cellar/cellar.vcd:26): 'alpha' runs Debian 12, a linux kernel
				  runs      image 'shopweb', 'kernel >= 5.8' (examples/cellar/cellar.vcd:28): 'alpha' runs kernel 6.1.0-28
				  runs      image 'shopweb', 'cgroup 2' (examples/cellar/cellar.vcd:28): 'alpha' runs cgroup 2
				  verdict   runs, as far as stated
				elsewhere
				  not       'beta': it has no engine
				""", ""));
	}

	@Test
	void itTellsOfOneHostThatIsAskedAbout() {
		var why = vcd("why", "web[2]", "beta", "--in", "examples/cellar");

		assertThat(why.exit()).isEqualTo(1);
		assertThat(why.out()).startsWith("'web[2]' (container) on 'beta'\n").contains("  start     nothing there starts it\n",
				"  fails     it has no engine\n").endsWith("  verdict   fails\n");
	}

	@Test
	void aVirtualMachineBringsItsOwnKernel() {
		assertThat(vcd("why", "db", "--in", "examples/cellar").out()).contains("  kernel    linux 6.1; its own, Debian 12",
				"from the catalogue: ", "  start     hypervisor kvm 6.2\n", "  verdict   runs, as far as stated: nothing was asked of it\n",
				"  not       'alpha': it has no hypervisor\n");
	}

	@Test
	void aContainerInAPodIsComparedByItself() {
		assertThat(vcd("why", "k8s.checkout", "--in", "examples/dc1").out()).contains("borrowed from 'k8s.wk[1]', Ubuntu 24.04",
				"  runs      container 'proxy', image 'envoy', 'libc glibc 2.35'", "  could     'k8s.cp[1]'",
				"  not       'win1': it would not run it: 'win1' runs WindowsServer 2022, a windows kernel\n");
	}

	@Test
	void whatFailsWhereItStandsIsSaidWithTheFact() {
		var why = vcd("why", "iis", "--in", "examples/dc1");

		assertThat(why.exit()).isEqualTo(1);
		assertThat(why.out()).contains("  fails     image 'ltsc2019iis', 'from WindowsServer 2019'").contains("  verdict   fails\nelsewhere\n");
	}

	@Test
	void namesThatAreNotThereAreSaidWithNearOnes() {
		assertThat(vcd("why", "wbe", "--in", "examples/cellar"))
				.isEqualTo(new Run(2, "", "vcd: there is no workload 'wbe'. Did you mean 'web'?\n"));
		assertThat(vcd("why", "web", "bet", "--in", "examples/cellar"))
				.isEqualTo(new Run(2, "", "vcd: there is no host or virtual machine 'bet'. Did you mean 'beta'?\n"));
		assertThat(vcd("why", "web").exit()).isEqualTo(2);
	}

	@Test
	void ofTextWithErrorsNothingIsKnown() {
		assertThat(CommandLine.in(Project.path(".")).reading("package shop\nhost {").run("why", "web", "--in", "-"))
				.isEqualTo(new Run(2, "", "vcd: the text has errors, so nothing is known of 'web'. 'vcd check' shows them\n"));
	}

	private static Run vcd(String... arguments) {
		return CommandLine.in(Project.path(".")).run(arguments);
	}
}
