package org.vcdsl.plan;

import java.util.stream.Collectors;

import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.Creation;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.DefineVirtualMachine;
import org.vcdsl.plan.Action.DeployPods;
import org.vcdsl.plan.Action.Enrol;
import org.vcdsl.plan.Action.FormCluster;
import org.vcdsl.plan.Action.StartContainer;
import org.vcdsl.plan.Action.StartMicroVirtualMachine;
import org.vcdsl.plan.Action.StartPod;
import org.vcdsl.plan.Action.StartSystemContainer;
import org.vcdsl.plan.Action.StartVirtualMachine;
import org.vcdsl.plan.Deployment.Thing;

/** What actions do, as one tells a colleague: plain text with names as they are. */
public final class InWords {

	private InWords() {
	}

	/** What kind of action it is, in one word: {@code start-container}. */
	public static String verb(Creation action) {
		return switch (action) {
			case DefineNetwork network -> "define-network";
			case CreateVolume volume -> "create-volume";
			case DefineVirtualMachine vm -> "define-vm";
			case StartVirtualMachine vm -> "start-vm";
			case StartContainer container -> "start-container";
			case StartMicroVirtualMachine vm -> "start-microvm";
			case StartSystemContainer container -> "start-lxc";
			case StartPod pod -> "start-pod";
			case Enrol enrolment -> "enrol";
			case FormCluster cluster -> "form-cluster";
			case DeployPods pods -> "deploy-pods";
		};
	}

	/** What an action does: {@code Start container web[1] on alpha}. */
	public static String action(Creation action) {
		return switch (action) {
			case DefineNetwork network -> "Define " + noun(network.thing());
			case CreateVolume volume -> "Create " + noun(volume.thing());
			case DefineVirtualMachine vm -> "Define " + noun(vm.thing());
			case StartVirtualMachine vm -> "Start " + noun(vm.thing());
			case StartContainer container -> "Start " + noun(container.thing());
			case StartMicroVirtualMachine vm -> "Start " + noun(vm.thing());
			case StartSystemContainer container -> "Start " + noun(container.thing());
			case StartPod pod -> "Start " + noun(pod.thing());
			case FormCluster cluster -> "Form " + noun(cluster.thing());
			case DeployPods pods -> "Deploy " + noun(pods.thing());
			case Enrol enrolment -> "Enrol " + noun(enrolment.thing()) + " with its manager " + enrolment.manager();
		};
	}

	/** What must hold before. */
	public static String precondition(Creation action) {
		var absent = noun(action.thing()) + absence(action.thing());
		return sentence(action.needs().isEmpty() ? absent
				: action.needs().stream().map(InWords::presence).collect(Collectors.joining("; ")) + "; " + absent);
	}

	/** What must hold afterwards. */
	public static String check(Creation action) {
		return sentence(presence(action.thing()));
	}

	/** What takes it back. */
	public static String inverse(Creation action) {
		return switch (action) {
			case DefineNetwork network -> "Remove " + noun(network.thing());
			case CreateVolume volume -> "Delete " + noun(volume.thing()) + " with all data on it";
			case DefineVirtualMachine vm -> "Undefine " + noun(vm.thing()) + " and delete its boot and seed disks";
			case StartVirtualMachine vm -> "Shut down " + noun(vm.thing());
			case StartContainer container -> "Stop and remove " + noun(container.thing());
			case StartMicroVirtualMachine vm -> "Stop and remove " + noun(vm.thing());
			case StartSystemContainer container -> "Stop and remove " + noun(container.thing()) + " with its root file system";
			case StartPod pod -> "Stop and remove " + noun(pod.thing());
			case FormCluster cluster -> "Take " + noun(cluster.thing()) + " apart";
			case DeployPods pods -> "Delete " + noun(pods.thing());
			case Enrol enrolment -> "Release " + noun(enrolment.thing()) + " from its manager " + enrolment.manager();
		};
	}

	private static String noun(Thing thing) {
		return switch (thing.kind()) {
			case NETWORK -> noun("network", thing);
			case VOLUME -> noun("volume", thing);
			case DEFINED_VIRTUAL_MACHINE, RUNNING_VIRTUAL_MACHINE -> noun("virtual machine", thing);
			case RUNNING_CONTAINER -> noun("container", thing);
			case RUNNING_MICRO_VIRTUAL_MACHINE -> noun("micro virtual machine", thing);
			case RUNNING_SYSTEM_CONTAINER -> noun("system container", thing);
			case RUNNING_POD -> noun("pod", thing);
			case ENROLMENT -> "hypervisor of " + thing.host();
			case CLUSTER -> "cluster " + thing.name();
			case DEPLOYED_PODS -> "all pods " + thing.name() + " in cluster " + thing.host();
		};
	}

	private static String noun(String kind, Thing thing) {
		return kind + " " + thing.name() + " on " + thing.host();
	}

	private static String presence(Thing thing) {
		return noun(thing) + switch (thing.kind()) {
			case NETWORK, VOLUME -> " exists";
			case DEFINED_VIRTUAL_MACHINE -> " is defined";
			case RUNNING_VIRTUAL_MACHINE, RUNNING_CONTAINER, RUNNING_MICRO_VIRTUAL_MACHINE, RUNNING_SYSTEM_CONTAINER, RUNNING_POD ->
				" runs";
			case ENROLMENT -> " is enrolled with its manager " + thing.name();
			case CLUSTER -> " has all its members, ready";
			case DEPLOYED_PODS -> " are ready";
		};
	}

	private static String absence(Thing thing) {
		return switch (thing.kind()) {
			case ENROLMENT -> " is not enrolled with " + thing.name();
			case NETWORK, VOLUME, CLUSTER -> " does not exist";
			case DEPLOYED_PODS -> " are absent";
			case DEFINED_VIRTUAL_MACHINE -> " is not defined";
			case RUNNING_VIRTUAL_MACHINE, RUNNING_CONTAINER, RUNNING_MICRO_VIRTUAL_MACHINE, RUNNING_SYSTEM_CONTAINER, RUNNING_POD ->
				" does not run";
		};
	}

	private static String sentence(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}
}
