package org.vcdsl.backend.ansible;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.plan.Action.CreateVolume;
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
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Step;
import org.vcdsl.topology.Topology;

/** How a person does a step that no task does. */
final class ByHand {

	private final Topology topology;

	ByHand(Topology topology) {
		this.topology = topology;
	}

	/** @param step which is done by hand */
	ManualStep manualStep(Step step) {
		return switch (step.action()) {
			case Enrol enrolment -> new ManualStep(step.id(),
					"Add %1$s to its manager %2$s, by the means of %2$s, and see that %2$s shows it as managed and answering."
							.formatted(enrolment.host(), enrolment.manager()),
					"Take %1$s out of its manager %2$s, by the means of %2$s, and see that %2$s no longer shows it."
							.formatted(enrolment.host(), enrolment.manager()));
			case FormCluster action -> formed(step, action);
			case DeployPods action -> deployed(step, action);
			case DefineNetwork network -> throw done(step);
			case CreateVolume volume -> throw done(step);
			case DefineVirtualMachine vm -> throw done(step);
			case StartVirtualMachine vm -> throw done(step);
			case StartContainer container -> throw done(step);
			case StartMicroVirtualMachine vm -> throw done(step);
			case StartSystemContainer container -> throw done(step);
			case StartPod pod -> throw done(step);
		};
	}

	private static IllegalStateException done(Step step) {
		return new IllegalStateException("Not done by hand: " + step.id());
	}

	private ManualStep formed(Step step, FormCluster action) {
		var orchestrator = topology.clusters().get(action.cluster()).orchestrator().orElseThrow().label();
		return new ManualStep(step.id(), "Form cluster %s (%s) of the nodes that %s names, under these names and by its own means. Run that script, and see "
				.formatted(action.cluster(), orchestrator, DeploymentNames.nodeLabelsPath(action.cluster()))
				+ "that kubectl get nodes shows every node as Ready.",
				"Take cluster %s apart, by its own means, and see that none of its nodes runs anything of it any more.".formatted(action.cluster()));
	}

	private ManualStep deployed(Step step, DeployPods action) {
		var deployment = "-n %s deployment/%s".formatted(DeploymentNames.slug(topology.name()), DeploymentNames.slug(action.pods()));
		return new ManualStep(step.id(), "Run kubectl apply -f %s where it reaches cluster %s, and see that kubectl rollout status %s says that it is rolled out."
				.formatted(DeploymentNames.manifestPath(action.cluster(), action.pods()), action.cluster(), deployment),
				"Run kubectl delete %s where it reaches cluster %s, and see that none of its pods is left.".formatted(deployment, action.cluster()));
	}
}
