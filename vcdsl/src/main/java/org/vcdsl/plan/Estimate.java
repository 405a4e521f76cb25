package org.vcdsl.plan;

import java.time.Duration;

/**
 * How long an action takes when nobody measured it.
 *
 * @param basis what the number rests on
 */
public record Estimate(Duration duration, String basis) {

	private static final Estimate NETWORK = new Estimate(Duration.ofSeconds(5),
			"Estimate, not measured: one small file copied and a few commands over SSH.");

	private static final Estimate VOLUME = new Estimate(Duration.ofSeconds(5),
			"Estimate, not measured: a sparse file or a folder, so its size does not count.");

	private static final Estimate DEFINITION = new Estimate(Duration.ofSeconds(60),
			"Estimate, not measured: a base image of about 500 MB copied over 1 Gbps and converted.");

	private static final Estimate BOOT = new Estimate(Duration.ofSeconds(60),
			"Estimate, not measured: firmware, a whole operating system and its first-boot configuration. The floor is 125 ms, "
					+ "from a minimal kernel without firmware to its init (firecracker SPECIFICATION.md).");

	private static final Estimate MICRO_BOOT = new Estimate(Duration.ofSeconds(5),
			"Estimate, not measured: nearly all of it fetches the image; from a minimal kernel without firmware to its init takes 125 ms "
					+ "(firecracker SPECIFICATION.md).");

	private static final Estimate CONTAINER = new Estimate(Duration.ofSeconds(30),
			"Estimate, not measured: nearly all of it fetches the image, since a process starts in about 1 ms "
					+ "(Manco et al., SOSP 2017, abstract).");

	private static final Estimate ENROLMENT = new Estimate(Duration.ofMinutes(10),
			"Estimate, not measured: a person gives the manager the host's address and an account, and waits for its agent.");

	private static final Estimate CLUSTER = new Estimate(Duration.ofMinutes(30),
			"Estimate, not measured: a person installs the orchestrator on the first member and lets all others join.");

	private static final Estimate PODS = new Estimate(Duration.ofSeconds(60),
			"Estimate, not measured: nearly all of it fetches images, on all nodes at once.");

	private static final Estimate SYSTEM_CONTAINER = new Estimate(Duration.ofSeconds(30),
			"Estimate, not measured: nearly all of it copies and unpacks the root file system, about 100 MB of archive; LXC starts it in less than a "
					+ "second.");

	/** The default for an action. */
	public static Estimate of(Action action) {
		return switch (action) {
			case Action.DefineNetwork network -> NETWORK;
			case Action.CreateVolume volume -> VOLUME;
			case Action.DefineVirtualMachine vm -> DEFINITION;
			case Action.StartVirtualMachine vm -> BOOT;
			case Action.StartContainer container -> CONTAINER;
			case Action.StartMicroVirtualMachine vm -> MICRO_BOOT;
			case Action.StartSystemContainer container -> SYSTEM_CONTAINER;
			case Action.StartPod pod -> CONTAINER;
			case Action.Enrol enrolment -> ENROLMENT;
			case Action.FormCluster cluster -> CLUSTER;
			case Action.DeployPods pods -> PODS;
			case Action.Removal removal -> of(removal.creation());
		};
	}
}
