package org.vcdsl.plan;

import java.util.List;

import org.vcdsl.plan.Deployment.Kind;
import org.vcdsl.plan.Deployment.Thing;

/**
 * A change of one thing at one place.
 *
 * <p>For every action and every deployment in which it is ready: after {@link #applyTo} it is done, and applying the
 * {@link #inverse} to that gives the first deployment again.
 */
public sealed interface Action {

	/** Name of what it changes: a host, a virtual machine for what is nested in one, or a cluster for what its orchestrator places. */
	String host();

	/** What it makes or removes. */
	Thing thing();

	/** Whether its pre-condition holds. */
	boolean isReady(Deployment deployment);

	/** The deployment after it; throws {@link IllegalStateException} when it is not ready. */
	Deployment applyTo(Deployment deployment);

	/** Whether its effect is there. */
	boolean isDone(Deployment deployment);

	/** The action that takes it back. */
	Action inverse();

	/** Makes a network available to what stands on a host. */
	record DefineNetwork(String host, String network, List<Thing> needs) implements Creation {

		public DefineNetwork {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.NETWORK, host, network);
		}
	}

	/** Creates an empty volume. */
	record CreateVolume(String host, String volume, List<Thing> needs) implements Creation {

		public CreateVolume {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.VOLUME, host, volume);
		}
	}

	/** Defines a virtual machine with its boot and seed disks; it does not run yet. */
	record DefineVirtualMachine(String host, String vm, List<Thing> needs) implements Creation {

		public DefineVirtualMachine {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.DEFINED_VIRTUAL_MACHINE, host, vm);
		}
	}

	/** Starts a virtual machine. */
	record StartVirtualMachine(String host, String vm, List<Thing> needs) implements Creation {

		public StartVirtualMachine {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.RUNNING_VIRTUAL_MACHINE, host, vm);
		}
	}

	/** Creates and starts a container. */
	record StartContainer(String host, String container, List<Thing> needs) implements Creation {

		public StartContainer {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.RUNNING_CONTAINER, host, container);
		}
	}

	/** Starts a micro virtual machine. */
	record StartMicroVirtualMachine(String host, String vm, List<Thing> needs) implements Creation {

		public StartMicroVirtualMachine {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.RUNNING_MICRO_VIRTUAL_MACHINE, host, vm);
		}
	}

	/** Creates and starts a system container. */
	record StartSystemContainer(String host, String container, List<Thing> needs) implements Creation {

		public StartSystemContainer {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.RUNNING_SYSTEM_CONTAINER, host, container);
		}
	}

	/** Starts a pod with all its containers. */
	record StartPod(String host, String pod, List<Thing> needs) implements Creation {

		public StartPod {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.RUNNING_POD, host, pod);
		}
	}

	/**
	 * Puts the hypervisor of a host, or of a virtual machine, under what manages it.
	 *
	 * @param manager name of the workload that manages it
	 */
	record Enrol(String host, String manager, List<Thing> needs) implements Creation {

		public Enrol {
			needs = List.copyOf(needs);
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.ENROLMENT, host, manager);
		}
	}

	/** Makes a cluster of its members, which run. */
	record FormCluster(String cluster, List<Thing> needs) implements Creation {

		public FormCluster {
			needs = List.copyOf(needs);
		}

		@Override
		public String host() {
			return cluster;
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.CLUSTER, cluster, cluster);
		}
	}

	/**
	 * Hands all pods of a declaration to the orchestrator of a cluster, which starts them where it likes.
	 *
	 * @param pods name of the declaration
	 */
	record DeployPods(String cluster, String pods, List<Thing> needs) implements Creation {

		public DeployPods {
			needs = List.copyOf(needs);
		}

		@Override
		public String host() {
			return cluster;
		}

		@Override
		public Thing thing() {
			return new Thing(Kind.DEPLOYED_PODS, cluster, pods);
		}
	}

	/** Takes back what another action made, once nothing needs it any more. */
	record Removal(Creation creation) implements Action {

		@Override
		public String host() {
			return creation.host();
		}

		@Override
		public Thing thing() {
			return creation.thing();
		}

		@Override
		public boolean isReady(Deployment deployment) {
			return deployment.has(thing()) && !deployment.isNeeded(thing());
		}

		@Override
		public Deployment applyTo(Deployment deployment) {
			if (!isReady(deployment)) {
				throw new IllegalStateException(thing() + " does not exist or is needed");
			}
			return deployment.without(thing());
		}

		@Override
		public boolean isDone(Deployment deployment) {
			return !deployment.has(thing());
		}

		@Override
		public Action inverse() {
			return creation;
		}
	}

	/** Brings a thing into being that is not there yet. */
	sealed interface Creation extends Action {

		/** What must exist before, in a fixed order. */
		List<Thing> needs();

		@Override
		default boolean isReady(Deployment deployment) {
			return !deployment.has(thing()) && needs().stream().allMatch(deployment::has);
		}

		@Override
		default Deployment applyTo(Deployment deployment) {
			if (!isReady(deployment)) {
				throw new IllegalStateException(thing() + " exists already or one of " + needs() + " does not");
			}
			return deployment.with(thing(), needs());
		}

		@Override
		default boolean isDone(Deployment deployment) {
			return deployment.has(thing());
		}

		@Override
		default Action inverse() {
			return new Removal(this);
		}
	}
}
