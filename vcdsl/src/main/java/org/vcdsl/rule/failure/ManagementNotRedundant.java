package org.vcdsl.rule.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.Management.ControlPlane;
import org.vcdsl.analysis.failure.Management.SoleManager;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Workload;

/** Hypervisors or a cluster that nothing manages once one workload is lost. */
public final class ManagementNotRedundant implements TopologyRule {

	private static final String ETCD = "etcd documentation, FAQ, What is failure tolerance? https://etcd.io/docs/v3.5/faq/";

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD310", "management-not-redundant", Severity.INFO,
			"Management does not survive the loss of one member", """
			While a manager or a control plane is down nothing is started, moved or restarted elsewhere, and nothing that runs
			stops: it is no single point of failure, and it is missing exactly when something else fails. A control plane of
			Kubernetes keeps its state in etcd, of which a majority must be up, floor(n/2) + 1 of n: one and two members survive no loss,
			three survive one. Of other orchestrators only a single member is certain to be one too few.""", """
			Name a second manager ('managed by scvmm[1], scvmm[2]'), give the control plane of Kubernetes three members, or accept it.""",
			List.of(ETCD));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var management = context.management();
		management.soleManagers().stream().map(this::finding).forEach(findings);
		management.controlPlanes().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(SoleManager manager) {
		var members = manager.members().stream().map(Workload::name).toList();
		var platforms = manager.platforms().stream().map(Element::name).toList();
		var subjects = new ArrayList<>(List.of(manager.members().getFirst().declaration()));
		manager.platforms().stream().map(Element::declaration).distinct().forEach(subjects::add);
		var isOne = members.size() == 1;
		return finding(manager.members().getFirst(),
				"%s alone manages %s: while it is down nothing is moved or restarted there; what runs goes on. Name a second manager, or "
						.formatted((isOne ? "" : "Each of ") + Names.listed(members),
								(isOne ? "" : "one or more of ") + Names.listed(platforms))
						+ "accept it.",
				subjects, List.of());
	}

	private Finding finding(ControlPlane plane) {
		return plane.members().size() == 1
				? finding(plane, "one member, '%s': while it is down".formatted(plane.members().getFirst().name()), List.of())
				: finding(plane, "%s members, and etcd needs %s of them: while any one is down".formatted(plane.members().size(),
						plane.required()), List.of(ETCD));
	}

	private Finding finding(ControlPlane plane, String size, List<String> sources) {
		var cluster = plane.cluster().name();
		return finding(plane.members().getFirst(),
				"The control plane of '%s' has %s nothing is moved or restarted; what runs goes on. Give it three members, or accept it."
						.formatted(cluster, size),
				Stream.concat(plane.members().stream().map(Workload::declaration).distinct(), Stream.of(cluster)).toList(), sources);
	}

	private Finding finding(Workload first, String message, List<String> subjects, List<String> sources) {
		return new Finding(id(), DESCRIPTION.severity(), first.source(), message, subjects, sources);
	}
}
