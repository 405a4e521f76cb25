package org.vcdsl.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.placement.Placer;
import org.vcdsl.analysis.scheduling.Scheduling;
import org.vcdsl.backend.ansible.AnsibleBackend;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.plan.Planner;
import org.vcdsl.resolve.Resolution;
import org.vcdsl.resolve.SourceRanges;
import org.vcdsl.resolve.TopologyResolver;
import org.vcdsl.rule.RuleCatalogue;
import org.vcdsl.rule.RuleEngine;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;
import org.vcdsl.vcd.VcdFile;

/**
 * From text to verdicts, and from verdicts to a plan with its artefacts.
 *
 * @param today the day on which acceptances are asked whether they still hold
 * @param rules those to ask
 * @param backends those to print with, in this order
 * @param placements where workloads stood and which addresses they have when somebody kept that, by the name of the root package
 */
public record Pipeline(LocalDate today, List<TopologyRule> rules, List<Backend> backends, Map<String, PlacementFile> placements) {

	public Pipeline {
		rules = List.copyOf(rules);
		backends = List.copyOf(backends);
		placements = Map.copyOf(placements);
	}

	/** Knows of no placement. */
	public Pipeline(LocalDate today, List<TopologyRule> rules, List<Backend> backends) {
		this(today, rules, backends, Map.of());
	}

	/** Asks all rules, prints with all backends. */
	public static Pipeline on(LocalDate today) {
		return new Pipeline(today, RuleCatalogue.topologyRules(), Backends.all());
	}

	/** Asks all rules and prints nothing. */
	public static Pipeline judging(LocalDate today) {
		return new Pipeline(today, RuleCatalogue.topologyRules(), List.of());
	}

	/** What its backends are called, in their order. */
	public List<String> backendIds() {
		return backends.stream().map(Backend::id).toList();
	}

	/** The same, but printing with one of its backends only. */
	public Pipeline withBackend(String id) {
		return new Pipeline(today, rules, backends.stream().filter(backend -> backend.id().equals(id)).toList(), placements);
	}

	/** The same, but keeping workloads where these files say they stand, by the name of the root package. */
	public Pipeline keeping(Map<String, PlacementFile> files) {
		return new Pipeline(today, rules, backends, files);
	}

	/**
	 * Judges sources: one verdict for each root package, and one for whatever else has errors in its text.
	 */
	public List<Checked> check(SourceSet sources) {
		sources.resources().forEach(EcoreUtil::resolveAll);
		var ranges = sources.ranges();
		var textErrors = sources.resources().stream().flatMap(resource -> TextErrors.of(resource, ranges).stream())
				.sorted(Finding.READING_ORDER).toList();
		var files = sources.resources().stream().flatMap(resource -> resource.getContents().stream())
				.filter(VcdFile.class::isInstance).map(VcdFile.class::cast).filter(file -> file.getName() != null).toList();
		if (!textErrors.isEmpty()) {
			return List.of(Checked.withErrors(files.stream().map(VcdFile::getName).findFirst().orElse(""), textErrors));
		}
		var checked = new ArrayList<Checked>();
		var packages = new RootPackages(files, file -> sources.isLibrary(file.eResource()));
		packages.topologies().forEach((name, members) -> checked.add(judge(name, members, ranges)));
		packages.libraries().forEach((name, members) -> errors(name, members, ranges).ifPresent(checked::add));
		return checked.stream().map(verdict -> reported(verdict, sources)).toList();
	}

	/** Verdicts on files that are only imported or shipped are left out; errors that leave no topology are not. */
	private Checked reported(Checked checked, SourceSet sources) {
		var reported = new HashSet<>(sources.reportedNames());
		placements.values().forEach(file -> reported.add(file.name()));
		return checked.topology().isEmpty() ? checked
				: checked.with(checked.findings().stream().filter(finding -> reported.contains(finding.source().file())).toList());
	}

	private Checked judge(String name, List<VcdFile> files, SourceRanges ranges) {
		var resolution = TopologyResolver.resolve(name, files, ranges);
		return resolution.topology().map(topology -> judge(topology, resolution))
				.orElseGet(() -> new Checked(name, Optional.empty(), resolution.catalogue(), resolution.findings()));
	}

	private Checked judge(Topology topology, Resolution resolution) {
		var file = Optional.ofNullable(placements.get(topology.name()));
		var addressed = file.map(known -> KeptAddresses.of(known, topology)).orElse(new KeptAddresses.Addressed(topology, List.of()));
		var placed = Placer.place(addressed.topology(), resolution.catalogue(), file.map(known -> known.placesIn(topology)).orElse(Map.of()));
		var found = new ArrayList<>(resolution.findings());
		file.ifPresent(known -> found.addAll(PlacementFindings.of(known, placed)));
		found.addAll(addressed.findings());
		var findings = new RuleEngine(rules).judge(placed, resolution.catalogue(), found, today);
		return new Checked(topology.name(), Optional.of(placed.topology()), resolution.catalogue(), findings);
	}

	/** A library makes no topology, but its text can be wrong all the same. */
	private static Optional<Checked> errors(String name, List<VcdFile> files, SourceRanges ranges) {
		var resolution = TopologyResolver.resolve(name, files, ranges);
		return resolution.topology().isPresent() ? Optional.empty()
				: Optional.of(Checked.withErrors(name, resolution.findings()));
	}

	/** Plans a topology that was judged, and prints it; empty when the text has errors. */
	public Optional<Planned> plan(Checked checked) {
		return checked.topology().map(topology -> {
			var scheduling = Scheduling.of(topology, new KernelCompatibility(topology, checked.catalogue()));
			var plan = Planner.plan(topology, forbidden(topology, checked.findings()), scheduling.groups());
			var outputs = backends.stream().map(backend -> backend.generate(topology, plan)).toList();
			var found = outputs.stream().flatMap(output -> output.findings().stream()).distinct().toList();
			var findings = Stream
					.concat(checked.findings().stream(), RuleEngine.judgeArtifacts(topology, found, today).stream())
					.sorted(Finding.READING_ORDER).toList();
			var artifacts = new ArrayList<Artifact>();
			outputs.forEach(output -> artifacts.addAll(output.artifacts()));
			return new Planned(topology, plan, AnsibleBackend.variables(topology, plan), AnsibleBackend.manualSteps(topology, plan), findings,
					artifacts);
		});
	}

	/** Workloads that must not be deployed, with the rule that forbids it: an accepted finding forbids nothing. */
	private Map<String, String> forbidden(Topology topology, List<Finding> findings) {
		var forbidding = rules.stream().filter(TopologyRule::forbidsDeployment).map(TopologyRule::id).toList();
		var declarations = topology.declarations();
		var forbidden = new LinkedHashMap<String, String>();
		findings.stream()
				.filter(finding -> finding.severity() == Severity.ERROR && finding.accepted().isEmpty()
						&& forbidding.contains(finding.ruleId()))
				.forEach(finding -> declarations.getOrDefault(finding.subjects().getFirst(), List.<Workload>of())
						.forEach(workload -> forbidden.putIfAbsent(workload.name(), finding.ruleId())));
		return forbidden;
	}
}
