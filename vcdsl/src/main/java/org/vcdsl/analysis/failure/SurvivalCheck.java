package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.SurvivalAnswer.Verdict;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Proves or refutes that services survive the loss of any one failure domain of a kind, from the single points of failure: exact, since
 * each loss is one basic event. What rests on a volume of which nobody stated where it stands is refuted by other things or left open,
 * because any rack, feed or host may hold that volume; so is what rests on a host or a switch of which nobody stated a failure domain of
 * the kind.
 *
 * <p>Takes time in the single points of failure times the goals, and in what a service rests on.
 */
public final class SurvivalCheck {

	private final Topology topology;
	private final SinglePointsOfFailure points;

	private SurvivalCheck(Topology topology, SinglePointsOfFailure points) {
		this.topology = topology;
		this.points = points;
	}

	/** An answer for each goal, in the order of the topology. */
	public static List<SurvivalAnswer> of(Topology topology, SinglePointsOfFailure points) {
		var check = new SurvivalCheck(topology, points);
		var answers = new ArrayList<SurvivalAnswer>();
		topology.services().values()
				.forEach(service -> service.survivals().forEach(goal -> answers.add(check.answer(service, goal))));
		return List.copyOf(answers);
	}

	private SurvivalAnswer answer(Service service, Service.Survival goal) {
		if (points.downAnyway().contains(service.name())) {
			return new SurvivalAnswer(service, goal, Verdict.DOWN_ANYWAY, List.of());
		}
		if (goal.losses().size() != 1 || goal.losses().getFirst().count() != 1) {
			return new SurvivalAnswer(service, goal, Verdict.NOT_SINGLE, List.of());
		}
		var domain = goal.losses().getFirst().domain();
		var refuting = points.services().entrySet().stream().filter(point -> point.getValue().contains(service.name()))
				.map(Map.Entry::getKey).filter(event -> isLossOf(event, domain)).map(FailureEvent::element).distinct().toList();
		if (!refuting.isEmpty()) {
			return new SurvivalAnswer(service, goal, Verdict.REFUTED, refuting);
		}
		var below = Foundations.of(topology, service);
		var unstated = unstated(below, domain);
		if (!unstated.isEmpty()) {
			return new SurvivalAnswer(service, goal, Verdict.UNSTATED, unstated);
		}
		var undeveloped = undeveloped(below);
		return undeveloped.isEmpty() ? new SurvivalAnswer(service, goal, Verdict.PROVEN, List.of())
				: new SurvivalAnswer(service, goal, Verdict.UNDEVELOPED, List.copyOf(undeveloped));
	}

	private boolean isLossOf(FailureEvent event, FailureDomain domain) {
		return switch (domain) {
			case SITE -> isLocation(event, Location.Kind.SITE);
			case ROOM -> isLocation(event, Location.Kind.ROOM);
			case RACK -> isLocation(event, Location.Kind.RACK);
			case FEED -> event.kind() == FailureEvent.Kind.FEED;
			case SWITCH -> event.kind() == FailureEvent.Kind.SWITCH;
			case HOST -> event.kind() == FailureEvent.Kind.HARDWARE;
			case KERNEL -> event.kind() == FailureEvent.Kind.KERNEL;
		};
	}

	private boolean isLocation(FailureEvent event, Location.Kind kind) {
		return event.kind() == FailureEvent.Kind.LOCATION && topology.locations().get(event.element()).kind() == kind;
	}

	/** The volumes of workloads of which nobody stated where they stand. */
	private List<String> undeveloped(Set<Workload> workloads) {
		return workloads.stream().flatMap(workload -> workload.volumes().stream()).distinct()
				.filter(volume -> topology.volumes().get(volume).hosts().isEmpty()).toList();
	}

	/** The hosts of workloads, and for power the switches above them, of which nobody stated a failure domain of a kind. */
	private List<String> unstated(Set<Workload> workloads, FailureDomain domain) {
		var hosts = workloads.stream().map(topology::hostOf).distinct().toList();
		return switch (domain) {
			case SITE -> outside(hosts, Location.Kind.SITE);
			case ROOM -> outside(hosts, Location.Kind.ROOM);
			case RACK -> outside(hosts, Location.Kind.RACK);
			case SWITCH -> hosts.stream().filter(host -> host.uplinks().isEmpty()).map(Host::name).toList();
			case FEED -> Stream.concat(hosts.stream().filter(host -> !host.supply().isStated()).map(Host::name),
					switchesAbove(hosts).stream().filter(above -> !topology.switches().get(above).supply().isStated())).toList();
			case HOST, KERNEL -> List.of();
		};
	}

	private List<String> outside(List<Host> hosts, Location.Kind kind) {
		return hosts.stream().filter(host -> topology.enclosing(host.location()).stream().noneMatch(around -> around.kind() == kind))
				.map(Host::name).toList();
	}

	private Set<String> switchesAbove(List<Host> hosts) {
		var above = new LinkedHashSet<String>();
		var open = new ArrayDeque<String>();
		hosts.forEach(host -> open.addAll(host.uplinks()));
		while (!open.isEmpty()) {
			var next = open.remove();
			if (above.add(next)) {
				open.addAll(topology.switches().get(next).uplinks());
				open.addAll(topology.switches().get(next).peers());
			}
		}
		return above;
	}
}
