package org.vcdsl.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.analysis.scheduling.PodGroup;

/**
 * Everything to do, in an order that keeps all dependencies.
 *
 * @param topology name of the topology it deploys
 * @param steps by wave, each after all steps it depends on
 * @param podGroups what is left to orchestrators to place, and what these are told of it
 */
public record Plan(String topology, List<Step> steps, List<PodGroup> podGroups) {

	public Plan {
		steps = List.copyOf(steps);
		podGroups = List.copyOf(podGroups);
	}

	/** Steps that may run side by side, wave after wave. */
	public List<List<Step>> waves() {
		var waves = new ArrayList<List<Step>>();
		for (var step : steps) {
			while (waves.size() < step.wave()) {
				waves.add(new ArrayList<>());
			}
			waves.get(step.wave() - 1).add(step);
		}
		return waves;
	}

	/** What a finding forbids. */
	public List<Step> blocked() {
		return steps.stream().filter(Step::isBlocked).toList();
	}

	/**
	 * The chain of dependent steps that takes longest by estimate, first step first: nothing finishes sooner, however many hands help.
	 * Of equally long chains the one whose last step comes first.
	 */
	public List<Step> criticalPath() {
		var byId = new LinkedHashMap<String, Step>();
		var finish = new HashMap<String, Duration>();
		Optional<Step> last = Optional.empty();
		for (var step : steps) {
			byId.put(step.id(), step);
			var start = slowest(step.after(), finish).map(finish::get).orElse(Duration.ZERO);
			finish.put(step.id(), start.plus(step.estimate().duration()));
			if (last.isEmpty() || finish.get(step.id()).compareTo(finish.get(last.get().id())) > 0) {
				last = Optional.of(step);
			}
		}
		var path = new ArrayList<Step>();
		for (var step = last; step.isPresent(); step = slowest(step.get().after(), finish).map(byId::get)) {
			path.add(step.get());
		}
		Collections.reverse(path);
		return path;
	}

	/** The least time that all of it takes by estimate: that of the critical path. */
	public Duration duration() {
		return criticalPath().stream().map(step -> step.estimate().duration()).reduce(Duration.ZERO, Duration::plus);
	}

	private static Optional<String> slowest(List<String> ids, Map<String, Duration> finish) {
		Optional<String> slowest = Optional.empty();
		for (var id : ids) {
			if (slowest.isEmpty() || finish.get(id).compareTo(finish.get(slowest.get())) > 0) {
				slowest = Optional.of(id);
			}
		}
		return slowest;
	}
}
