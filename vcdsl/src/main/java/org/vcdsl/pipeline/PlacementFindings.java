package org.vcdsl.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.analysis.placement.Placed;
import org.vcdsl.analysis.placement.UnkeptPlace;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Topology;

/** What a placement file says and nobody could follow: VCD606. */
final class PlacementFindings {

	private static final String RULE_ID = "VCD606";
	private static final String REMEDY = "'vcd plan --save-placement' writes the file anew.";

	private final PlacementFile file;
	private final Topology topology;

	private PlacementFindings(PlacementFile file, Topology topology) {
		this.file = file;
		this.topology = topology;
	}

	/**
	 * One finding for all workloads that are not there, one for each platform that is not, and one for each declaration and reason for
	 * which its members had to leave.
	 */
	static List<Finding> of(PlacementFile file, Placed placed) {
		var findings = new PlacementFindings(file, placed.topology());
		var found = new ArrayList<Finding>();
		findings.unknownWorkloads().ifPresent(found::add);
		found.addAll(findings.unknownPlatforms());
		placed.unkept().stream()
				.collect(Collectors.groupingBy(unkept -> new Move(unkept.workload().declaration(), unkept.constraint()), LinkedHashMap::new,
						Collectors.toList()))
				.values().forEach(members -> found.add(findings.moved(members)));
		return found;
	}

	private record Move(String declaration, Optional<Constraint> constraint) {
	}

	private Optional<Finding> unknownWorkloads() {
		var unknown = file.entries().stream().filter(entry -> !topology.workloads().containsKey(entry.workload())).toList();
		if (unknown.isEmpty()) {
			return Optional.empty();
		}
		var names = unknown.stream().map(PlacementFile.Entry::workload).toList();
		return Optional.of(new Finding(RULE_ID, Severity.ERROR, unknown.getFirst().source(),
				"Package '%s' has no %s %s, which %s kept here. %s".formatted(file.packageName(), names.size() == 1 ? "workload" : "workloads",
						Names.few(names), names.size() == 1 ? "is" : "are", REMEDY),
				names, List.of()));
	}

	private List<Finding> unknownPlatforms() {
		return file.entries().stream().filter(entry -> topology.workloads().containsKey(entry.workload()))
				.filter(entry -> !PlacementFile.isPlatform(entry.platform(), topology))
				.collect(Collectors.groupingBy(PlacementFile.Entry::platform, LinkedHashMap::new, Collectors.toList()))
				.entrySet().stream().map(platform -> {
					var workloads = platform.getValue().stream().map(PlacementFile.Entry::workload).toList();
					return new Finding(RULE_ID, Severity.ERROR, platform.getValue().getFirst().source(),
							"Package '%s' has no host or virtual machine '%s', on which %s %s kept: %s placed anew. %s".formatted(
									file.packageName(), platform.getKey(), Names.few(workloads), workloads.size() == 1 ? "is" : "are",
									workloads.size() == 1 ? "it is" : "they are", REMEDY),
							List.of(platform.getKey()), List.of());
				}).toList();
	}

	private Finding moved(List<UnkeptPlace> members) {
		var first = members.getFirst();
		var workload = first.workload();
		var others = members.size() - 1;
		return new Finding(RULE_ID, Severity.WARNING, workload.source(),
				"'%s' stood on '%s', as %s keeps it; %s, so that it is placed on '%s'%s. Move it there%s. %s".formatted(workload.name(),
						first.platform(), file.name(), reason(first), topology.standsOn(workload),
						others == 0 ? "" : ", and %s more of '%s' have to move likewise".formatted(others, workload.declaration()),
						first.constraint().isPresent() ? ", or change the constraint" : ", or let it stand where it stood", REMEDY),
				List.of(workload.declaration(), first.platform()), List.of());
	}

	private static String reason(UnkeptPlace left) {
		return left.constraint().map(constraint -> "there it would break '%s'".formatted(constraint.label()))
				.orElse("by the text it may not stand there");
	}
}
