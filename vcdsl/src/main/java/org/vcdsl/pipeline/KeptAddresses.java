package org.vcdsl.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.address.AddressAssignments;
import org.vcdsl.analysis.address.AssignedAddress;
import org.vcdsl.analysis.address.UnusableAddress;
import org.vcdsl.analysis.address.UnusableAddress.MeansEverybody;
import org.vcdsl.analysis.address.UnusableAddress.MeansNetwork;
import org.vcdsl.analysis.address.UnusableAddress.NoNic;
import org.vcdsl.analysis.address.UnusableAddress.NoWorkload;
import org.vcdsl.analysis.address.UnusableAddress.OfHost;
import org.vcdsl.analysis.address.UnusableAddress.OfWorkload;
import org.vcdsl.analysis.address.UnusableAddress.Outside;
import org.vcdsl.analysis.address.UnusableAddress.Reason;
import org.vcdsl.analysis.address.UnusableAddress.SecondOfFamily;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.PlacementFile.KeptAddress;
import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Topology;

/**
 * The addresses that a placement file keeps: those that can be used are in the topology, for each mistake that makes others unusable there
 * is a finding VCD607 at its first place in the file.
 */
final class KeptAddresses {

	private static final String RULE_ID = "VCD607";

	private final PlacementFile file;
	private final Topology topology;
	private final List<Finding> findings = new ArrayList<>();

	private KeptAddresses(PlacementFile file, Topology topology) {
		this.file = file;
		this.topology = topology;
	}

	/**
	 * A topology with the addresses of a file.
	 *
	 * @param findings what is wrong with the others
	 */
	record Addressed(Topology topology, List<Finding> findings) {
	}

	static Addressed of(PlacementFile file, Topology topology) {
		return new KeptAddresses(file, topology).addressed();
	}

	private Addressed addressed() {
		var assignments = AddressAssignments.of(topology, file.addresses().stream().flatMap(this::read).toList());
		assignments.unusable().stream().collect(Collectors.groupingBy(this::mistake, LinkedHashMap::new, Collectors.toList())).values()
				.forEach(alike -> findings.add(finding(alike)));
		return new Addressed(topology.addressed(assignments.usable()), findings);
	}

	/**
	 * What is one mistake, however many addresses it makes unusable: what is wrong with the network, or with a declaration, is so for all
	 * its members.
	 *
	 * @param about names, as far as they make a difference
	 */
	private record Mistake(Reason reason, List<String> about) {
	}

	private Mistake mistake(UnusableAddress unusable) {
		var assigned = unusable.assigned();
		return new Mistake(unusable.reason(), switch (unusable.reason()) {
			case NoWorkload none -> List.of();
			case NoNic none -> List.of(assigned.network(), declaration(assigned));
			case Outside outside -> List.of(assigned.network(), declaration(assigned));
			default -> List.of(assigned.network(), assigned.workload(), assigned.address().toString());
		});
	}

	private String declaration(AssignedAddress assigned) {
		return topology.workloads().get(assigned.workload()).declaration();
	}

	private Stream<AssignedAddress> read(KeptAddress kept) {
		try {
			return Stream.of(new AssignedAddress(kept.workload(), kept.network(), Addresses.parseAddress(kept.text()), kept.source()));
		} catch (ValueException wrong) {
			findings.add(new Finding(RULE_ID, Severity.ERROR, kept.source(), "The address of '%s' on '%s' is none: %s".formatted(kept.workload(),
					kept.network(), wrong.getMessage()), List.of(kept.workload()), List.of()));
			return Stream.empty();
		}
	}

	private Finding finding(List<UnusableAddress> alike) {
		var first = alike.getFirst();
		var workloads = alike.stream().map(unusable -> unusable.assigned().workload()).distinct().toList();
		var others = alike.size() - 1;
		var message = first.reason() instanceof NoWorkload ? gone(workloads)
				: message(first) + (others == 0 ? "" : " The same goes for %s more of '%s'.".formatted(others, declaration(first.assigned())));
		return new Finding(RULE_ID, Severity.ERROR, first.assigned().source(), message, workloads, List.of());
	}

	private String gone(List<String> workloads) {
		return "Package '%s' has no %s %s, whose %s kept here. 'vcd plan --save-placement' writes the file anew.".formatted(file.packageName(),
				workloads.size() == 1 ? "workload" : "workloads", Names.few(workloads),
				workloads.size() == 1 ? "address is" : "addresses are");
	}

	private String message(UnusableAddress unusable) {
		var address = unusable.assigned().address();
		var workload = unusable.assigned().workload();
		var network = unusable.assigned().network();
		return switch (unusable.reason()) {
			case NoWorkload none -> throw new IllegalArgumentException("Said once of all");
			case NoNic none -> topology.networks().containsKey(network)
					? "'%s' has no network card on '%s', where it would have address %s. Add 'nic %s' to it, or take the address away.".formatted(
							workload, network, address, network)
					: "There is no network '%s' on which '%s' could have address %s. Write the name of one of its 'nic's.".formatted(network,
							workload, address);
			case Outside outside when outside.blocks().isEmpty() -> ("Nobody stated the addresses of network '%s', so that nobody knows what is "
					+ "beside %s, the address of '%s'. Add 'cidr' to the network, as in 'cidr 10.0.0.0/24'.").formatted(network, address,
							workload);
			case Outside outside -> "Address %s of '%s' is none of network '%s', which has %s. Write one of these.".formatted(address, workload,
					network, outside.blocks().stream().map(CidrBlock::toString).collect(Collectors.joining(", ")));
			case MeansNetwork ends -> "Address %s of '%s' means network '%s' itself, as the first of %s. Write another.".formatted(address,
					workload, network, ends.block());
			case MeansEverybody ends -> "Address %s of '%s' means everybody on network '%s', as the last of %s. Write another.".formatted(
					address, workload, network, ends.block());
			case OfHost taken -> "Address %s of '%s' is that of host '%s'. Write another.".formatted(address, workload, taken.host());
			case OfWorkload taken -> "Address %s of '%s' is that of '%s' on '%s' already. Write another.".formatted(address, workload,
					taken.workload(), network);
			case SecondOfFamily second -> "'%s' has address %s on '%s' already, and %s would be a second one of %s. Keep one of them.".formatted(
					workload, second.first(), network, address, address.family().label());
		};
	}
}
