package org.vcdsl.analysis.recovery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.analysis.failure.Outages;
import org.vcdsl.analysis.placement.Alternatives;
import org.vcdsl.analysis.placement.ConstraintAnswer;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * What comes back after each loss of a failure domain, each answered once. Only what says {@code recover auto} is counted on; where nothing
 * does, nothing is computed.
 *
 * <p>Each answer takes time in the size of the topology for each search; together they take so much at most, and what is left then is
 * unknown.
 */
public final class Aftermaths {

	private final Topology topology;
	private final Alternatives alternatives;
	private final List<Constraint> musts;
	private final Map<Loss, Aftermath> known = new HashMap<>();
	private final Map<Loss, Optional<Set<String>>> recovered = new HashMap<>();
	private final Effort effort = new Effort();
	private final boolean isNobodyToRecover;
	private Optional<Model> model = Optional.empty();

	private record Model(Outages outages, Managers managers, Map<String, List<Workload>> guests) {
	}

	/**
	 * Of a topology whose workloads are all placed.
	 *
	 * @param constraints which of its constraints the placement keeps; those it breaks are not asked of what comes back
	 */
	public Aftermaths(Topology topology, Alternatives alternatives, List<ConstraintAnswer> constraints) {
		this.topology = topology;
		this.alternatives = alternatives;
		this.musts = constraints.stream().filter(answer -> answer.verdict() != ConstraintAnswer.Verdict.BROKEN)
				.map(ConstraintAnswer::constraint).filter(constraint -> constraint.strength() == Strength.MUST).toList();
		this.isNobodyToRecover = topology.workloads().values().stream().noneMatch(AftermathSearch::isToRecover);
	}

	/** What becomes of those that say {@code recover auto} after a loss. */
	public Aftermath of(Loss loss) {
		var found = known.get(loss);
		if (found == null) {
			found = new Aftermath(loss, isNobodyToRecover ? Map.of() : outcomes(loss));
			known.put(loss, found);
		}
		return found;
	}

	/** Whether it is found out that a service which is down at once after a loss is up again when all came back that do. */
	public boolean bringBack(Service service, Loss loss) {
		return recovered.computeIfAbsent(loss, this::servicesDownAfterRecovery).filter(down -> !down.contains(service.name())).isPresent();
	}

	/** Empty where nothing comes back, or that would take too long. */
	private Optional<Set<String>> servicesDownAfterRecovery(Loss loss) {
		var places = of(loss).places();
		if (places.isEmpty() || !effort.spend(topology.workloads().size())) {
			return Optional.empty();
		}
		var all = new LinkedHashMap<String, String>();
		topology.workloads().values()
				.forEach(workload -> all.put(workload.name(), places.getOrDefault(workload.name(), topology.standsOn(workload))));
		return Optional.of(new Outages(topology.placed(all)).with(loss.event(), loss.element()).services());
	}

	private Map<String, Outcome> outcomes(Loss loss) {
		var outage = model().outages.with(loss.event(), loss.element());
		return new AftermathSearch(topology, model().guests, outage, model().outages::isDownAnyway, model().managers, alternatives, musts, effort)
				.search();
	}

	private Model model() {
		if (model.isEmpty()) {
			model = Optional.of(new Model(new Outages(topology), new Managers(topology), topology.guests()));
		}
		return model.get();
	}
}
