package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Storage that outlives the workloads it is attached to.
 *
 * @param hosts names of the hosts whose disks hold it; empty when nobody stated where it stands
 * @param shared whether it is reached from other hosts than those that hold it
 * @param replication how many copies are kept
 * @param quorum how many copies must be there for it to serve
 */
public record Volume(String name, String declaration, SourceRange source, OptionalLong sizeBytes, List<String> hosts,
		boolean shared, OptionalInt replication, OptionalInt quorum) implements Element {

	public Volume {
		hosts = List.copyOf(hosts);
	}

	/** The one host with which it lives and dies; absent when it is shared or nobody stated where it stands. */
	public Optional<String> host() {
		return shared || hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.getFirst());
	}

	/** How many copies are kept: one unless stated. */
	public int copies() {
		return replication.orElse(1);
	}

	/**
	 * How many of its hosts must be up for it to serve, at most the number of hosts.
	 *
	 * <p>While a quorum of copies is there it serves; by default that is n - floor(n/2) of n, as Ceph's {@code min_size} (Ceph
	 * documentation, Pools). Copies may lie on any of the hosts, so with more hosts than copies the loss of n - m + 1 of them can
	 * already take the quorum m away.
	 */
	public int hostsNeeded() {
		return Math.max(1, hosts.size() - (copies() - quorum.orElse(copies() - copies() / 2)));
	}
}
