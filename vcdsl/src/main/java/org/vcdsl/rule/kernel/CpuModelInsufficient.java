package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** A required CPU model against that of the platform. */
public final class CpuModelInsufficient extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD209", "cpu-model-insufficient", Severity.ERROR,
			"CPU offers less than required", """
			Programs built for a level of the x86-64 architecture stop with an illegal instruction on a CPU,
			or in a virtual machine, that offers less.""", """
			Place the container where the CPU offers the level, or give the virtual machine a newer 'model'.""", List.of(
					"System V Application Binary Interface, AMD64 Architecture Processor Supplement, micro-architecture levels"));

	public CpuModelInsufficient() {
		super(DESCRIPTION, Kind.CPU_MODEL);
	}
}
