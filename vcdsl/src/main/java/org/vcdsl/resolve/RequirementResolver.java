package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.CGROUP_REQUIREMENT__VERSION;
import static org.vcdsl.vcd.VcdPackage.Literals.ENGINE_REQUIREMENT__BOUND;
import static org.vcdsl.vcd.VcdPackage.Literals.KERNEL_REQUIREMENT__BOUND;

import java.util.List;
import java.util.Optional;

import org.vcdsl.conversion.Quantities;
import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Requirement;
import org.vcdsl.vcd.CgroupRequirement;
import org.vcdsl.vcd.CpuRequirement;
import org.vcdsl.vcd.EngineRequirement;
import org.vcdsl.vcd.FeatureRequirement;
import org.vcdsl.vcd.KernelRequirement;
import org.vcdsl.vcd.OptionRequirement;
import org.vcdsl.vcd.ParameterRequirement;
import org.vcdsl.vcd.RequirementClause;

/** What images and workloads say they need of what they stand on. */
final class RequirementResolver {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final NamedEntries entries;

	RequirementResolver(SourceRanges ranges, Remarks remarks, NamedEntries entries) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.entries = entries;
	}

	List<Requirement> of(List<RequirementClause> clauses) {
		return clauses.isEmpty() ? List.of() : clauses.stream().map(this::requirement).flatMap(Optional::stream).toList();
	}

	private Optional<Requirement> requirement(RequirementClause requirement) {
		var source = ranges.of(requirement);
		return switch (requirement) {
			case KernelRequirement kernel -> remarks.read(kernel, KERNEL_REQUIREMENT__BOUND, SystemResolver::exactVersion)
					.map(bound -> new Requirement.KernelVersion(comparison(kernel.getComparison()), bound, source));
			case CgroupRequirement cgroup -> remarks
					.read(cgroup, CGROUP_REQUIREMENT__VERSION, text -> Quantities.parseInt(text, 1, 2))
					.map(version -> new Requirement.Cgroup(version, source));
			case FeatureRequirement feature -> Optional.of(new Requirement.Feature(entries.nameOf(feature.getFeature()), source));
			case OptionRequirement option -> Optional.of(new Requirement.Option(SystemResolver.optionName(option.getOption()), source));
			case ParameterRequirement parameter -> Optional.of(new Requirement.Parameter(parameter.getParameter(), source));
			case EngineRequirement engine when engine.getBound() == null ->
				Optional.of(new Requirement.Engine(engine.getKind().getName(), Optional.empty(), source));
			case EngineRequirement engine -> remarks.read(engine, ENGINE_REQUIREMENT__BOUND, SystemResolver::exactVersion)
					.map(bound -> new Requirement.Engine(engine.getKind().getName(),
							Optional.of(new Requirement.Bound(comparison(engine.getComparison()), bound)), source));
			case CpuRequirement cpu -> Optional.of(new Requirement.CpuModel(cpu.getModel(), source));
			default -> throw new IllegalStateException("A requirement the grammar does not know: " + requirement);
		};
	}

	private static Comparison comparison(String symbol) {
		return Comparison.of(symbol).orElseThrow();
	}
}
