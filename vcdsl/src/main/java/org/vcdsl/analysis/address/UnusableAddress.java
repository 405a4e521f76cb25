package org.vcdsl.analysis.address;

import java.util.List;

import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.IpAddress;

/** An assigned address that cannot be used, and the first reason why. */
public record UnusableAddress(AssignedAddress assigned, Reason reason) {

	/** Why an address cannot be used. */
	public sealed interface Reason {
	}

	/** There is no such workload. */
	public record NoWorkload() implements Reason {
	}

	/** The workload has no network card on the network, or there is no such network. */
	public record NoNic() implements Reason {
	}

	/**
	 * It lies in no block of the network.
	 *
	 * @param blocks of the network; empty when nobody stated any
	 */
	public record Outside(List<CidrBlock> blocks) implements Reason {

		public Outside {
			blocks = List.copyOf(blocks);
		}
	}

	/** It is the first of a block, which means the network itself. */
	public record MeansNetwork(CidrBlock block) implements Reason {
	}

	/** It is the last of a block, which means everybody in it. */
	public record MeansEverybody(CidrBlock block) implements Reason {
	}

	/** A host is managed at it. */
	public record OfHost(String host) implements Reason {
	}

	/** Another workload has it on the same network, by what was assigned before. */
	public record OfWorkload(String workload) implements Reason {
	}

	/** The workload has one of the same family on the network, by what was assigned before. */
	public record SecondOfFamily(IpAddress first) implements Reason {
	}
}
