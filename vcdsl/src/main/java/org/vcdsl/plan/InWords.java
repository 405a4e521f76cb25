package org.vcdsl.plan;

import java.util.stream.Collectors;

import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.Creation;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.DefineVirtualMachine;
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
		};
	}

	/** What an action does: {@code Start container web[1] on alpha}. */
	public static String action(Creation action) {
		var verb = switch (action) {
			case DefineNetwork network -> "Define ";
			case CreateVolume volume -> "Create ";
			case DefineVirtualMachine vm -> "Define ";
			case StartVirtualMachine vm -> "Start ";
			case StartContainer container -> "Start ";
			case StartMicroVirtualMachine vm -> "Start ";
			case StartSystemContainer container -> "Start ";
			case StartPod pod -> "Start ";
		};
		return verb + noun(action.thing());
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
		};
	}

	private static String noun(Thing thing) {
		var kind = switch (thing.kind()) {
			case NETWORK -> "network ";
			case VOLUME -> "volume ";
			case DEFINED_VIRTUAL_MACHINE, RUNNING_VIRTUAL_MACHINE -> "virtual machine ";
			case RUNNING_CONTAINER -> "container ";
			case RUNNING_MICRO_VIRTUAL_MACHINE -> "micro virtual machine ";
			case RUNNING_SYSTEM_CONTAINER -> "system container ";
			case RUNNING_POD -> "pod ";
		};
		return kind + thing.name() + " on " + thing.host();
	}

	private static String presence(Thing thing) {
		return noun(thing) + switch (thing.kind()) {
			case NETWORK, VOLUME -> " exists";
			case DEFINED_VIRTUAL_MACHINE -> " is defined";
			case RUNNING_VIRTUAL_MACHINE, RUNNING_CONTAINER, RUNNING_MICRO_VIRTUAL_MACHINE, RUNNING_SYSTEM_CONTAINER, RUNNING_POD ->
				" runs";
		};
	}

	private static String absence(Thing thing) {
		return switch (thing.kind()) {
			case NETWORK, VOLUME -> " does not exist";
			case DEFINED_VIRTUAL_MACHINE -> " is not defined";
			case RUNNING_VIRTUAL_MACHINE, RUNNING_CONTAINER, RUNNING_MICRO_VIRTUAL_MACHINE, RUNNING_SYSTEM_CONTAINER, RUNNING_POD ->
				" does not run";
		};
	}

	private static String sentence(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}
}
