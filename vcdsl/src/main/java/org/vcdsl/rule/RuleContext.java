package org.vcdsl.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.analysis.capacity.MemoryUse;
import org.vcdsl.analysis.failure.ColdStart;
import org.vcdsl.analysis.failure.SinglePointsOfFailure;
import org.vcdsl.analysis.failure.SurvivalAnswer;
import org.vcdsl.analysis.failure.SurvivalCheck;
import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.kernel.catalogue.ReleaseSupport;
import org.vcdsl.analysis.placement.ConstraintAnswer;
import org.vcdsl.analysis.placement.ConstraintCheck;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** A topology and the facts about it, each computed when the first rule asks and then shared. For one thread. */
public final class RuleContext {

	private final Topology topology;
	private final Acceptances acceptances;
	private final Once<SinglePointsOfFailure> singlePoints = new Once<>(SinglePointsOfFailure::of);
	private final Once<List<Compatibility>> compatibilities = new Once<>(KernelCompatibility::of);
	private final Once<List<MemoryUse>> memoryUses = new Once<>(MemoryUse::of);

	private final Once<List<ReleaseSupport>> releaseSupport;
	private final Once<List<SurvivalAnswer>> survivalAnswers = new Once<>(
			placed -> SurvivalCheck.of(placed, singlePointsOfFailure()));
	private final Once<List<List<Workload>>> coldCircles = new Once<>(ColdStart::circles);
	private final Once<List<ConstraintAnswer>> constraintAnswers = new Once<>(ConstraintCheck::of);

	RuleContext(Topology topology, Catalogue catalogue, LocalDate today, Acceptances acceptances) {
		this.releaseSupport = new Once<>(placed -> ReleaseSupport.of(placed, catalogue, today));
		this.topology = topology;
		this.acceptances = acceptances;
	}

	public Topology topology() {
		return topology;
	}

	public SinglePointsOfFailure singlePointsOfFailure() {
		return singlePoints.get();
	}

	public List<Compatibility> compatibilities() {
		return compatibilities.get();
	}

	public List<MemoryUse> memoryUses() {
		return memoryUses.get();
	}

	public List<ReleaseSupport> releaseSupport() {
		return releaseSupport.get();
	}

	public List<SurvivalAnswer> survivalAnswers() {
		return survivalAnswers.get();
	}

	/** Workloads that wait for each other, circle by circle. */
	public List<List<Workload>> coldCircles() {
		return coldCircles.get();
	}

	public List<ConstraintAnswer> constraintAnswers() {
		return constraintAnswers.get();
	}

	/** The acceptance, if any, of what a rule says of these subjects together. */
	public Optional<Acceptance> acceptance(Rule rule, List<String> subjects) {
		return acceptances.of(rule.id(), subjects);
	}

	/** A fact about the topology, computed at most once. */
	private final class Once<F> {

		private final Function<Topology, F> analysis;
		private F fact;

		Once(Function<Topology, F> analysis) {
			this.analysis = analysis;
		}

		F get() {
			if (fact == null) {
				fact = analysis.apply(topology);
			}
			return fact;
		}
	}
}
