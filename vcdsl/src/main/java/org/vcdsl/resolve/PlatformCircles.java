package org.vcdsl.resolve;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.finding.Severity;
import org.vcdsl.topology.VirtualMachine;

/** Refuses virtual machines that may stand on themselves: no such machine ever starts. */
final class PlatformCircles {

	private final Remarks remarks;
	private final Map<String, VirtualMachine> byName = new LinkedHashMap<>();
	/** Of candidates those that are virtual machines; many machines share one list. */
	private final Map<List<String>, List<VirtualMachine>> candidates = new IdentityHashMap<>();
	private final Set<String> done = new HashSet<>();

	PlatformCircles(Remarks remarks) {
		this.remarks = remarks;
	}

	/** Linear in machines and candidates where the machines of a declaration share their list. */
	void check(List<VirtualMachine> machines) {
		machines.forEach(machine -> byName.put(machine.name(), machine));
		machines.forEach(machine -> visit(machine, new LinkedHashSet<>()));
	}

	private void visit(VirtualMachine machine, LinkedHashSet<String> path) {
		if (done.contains(machine.name())) {
			return;
		}
		if (!path.add(machine.name())) {
			var circle = path.stream().dropWhile(name -> !name.equals(machine.name())).toList();
			remarks.add("VCD108", Severity.ERROR, machine.source(),
					"'%s' can come to stand on itself: %s, %s. Let one of them stand on a host.".formatted(machine.name(),
							String.join(", ", circle), machine.name()),
					machine.declaration());
			return;
		}
		candidates.computeIfAbsent(machine.pool().candidates(),
				names -> names.stream().filter(byName::containsKey).map(byName::get).toList()).forEach(below -> visit(below, path));
		path.remove(machine.name());
		done.add(machine.name());
	}
}
