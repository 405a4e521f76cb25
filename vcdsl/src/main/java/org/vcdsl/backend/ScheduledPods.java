package org.vcdsl.backend;

import org.vcdsl.analysis.scheduling.PodGroup;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Topology;

/** Which pods a manifest is written for, in which all artefacts must agree. */
public final class ScheduledPods {

	private ScheduledPods() {
	}

	/** Whether a manifest is written: there is a node for them, their images are known to a registry, and one template does for all. */
	public static boolean areWritten(PodGroup group, Topology topology) {
		return !group.nodes().isEmpty() && areAlike(group) && haveReferences(group, topology) && !haveVolumes(group);
	}

	/** Whether the pods differ in nothing but their names. */
	public static boolean areAlike(PodGroup group) {
		var first = group.pods().getFirst();
		return group.pods().stream().allMatch(pod -> isLike(pod, first));
	}

	private static boolean isLike(Pod pod, Pod other) {
		return pod.traits().equals(other.traits()) && pod.containers().equals(other.containers()) && pod.ports().equals(other.ports())
				&& pod.attachments().equals(other.attachments()) && pod.pool().equals(other.pool());
	}

	/** Whether it is stated where the images of all containers come from. */
	public static boolean haveReferences(PodGroup group, Topology topology) {
		return group.pods().getFirst().containers().stream()
				.allMatch(container -> container.image().map(topology.images()::get).flatMap(Image::reference).isPresent());
	}

	/** Whether they have disks of their own. */
	public static boolean haveVolumes(PodGroup group) {
		return group.pods().stream().anyMatch(pod -> pod.attachments().all().findAny().isPresent());
	}
}
