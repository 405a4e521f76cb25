package org.vcdsl.analysis.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Compares what each container and its image ask for with what it finds where it stands, or would find elsewhere.
 *
 * <p>Verdicts are right or unknown: a version known to {@code 6.1} answers {@code >= 5.8} and leaves {@code >= 6.1.50} open; a
 * kernel that carries features back from newer ones is never refused for its version alone; of a kernel that an isolation brings
 * along nothing but its family is known. Equal questions in equal environments are answered once.
 */
public final class KernelCompatibility {

	private final Topology topology;
	private final Environments environments;
	private final RequirementQuestions requirementQuestions;
	private final ImageQuestions imageQuestions;
	private final Map<Asker, List<Question>> questions = new HashMap<>();

	/** Asks about a topology whose workloads are placed. */
	public KernelCompatibility(Topology topology, Catalogue catalogue) {
		this.topology = topology;
		this.environments = new Environments(topology);
		var systems = new Systems(catalogue);
		this.requirementQuestions = new RequirementQuestions(catalogue, systems);
		this.imageQuestions = new ImageQuestions(catalogue, systems);
	}

	/** What workloads find on the hosts and virtual machines. */
	public Environments environments() {
		return environments;
	}

	/** All questions that the topology raises, with their answers, in its order; linear in workloads and requirements. */
	public List<Compatibility> answers() {
		var answers = new ArrayList<Compatibility>();
		topology.declarations().values().forEach(members -> {
			if (Asker.of(members.getFirst()).findAny().isPresent()) {
				alike(members).forEach(together -> answer(together.members(), together.environment(), answers));
			}
		});
		return List.copyOf(answers);
	}

	/** All questions of a workload with what is answered on a platform, be it the one it stands on or another. */
	public List<Compatibility> answersOn(Workload workload, ContainerHost platform) {
		var answers = new ArrayList<Compatibility>();
		Asker.of(workload).forEach(asker -> questions(asker).forEach(question -> question.in(environments.of(platform))
				.map(answer -> new Compatibility(List.of(workload), asker.container(), question.image(), List.of(platform), question.kind(),
						question.text(), question.asked(), answer))
				.ifPresent(answers::add)));
		return List.copyOf(answers);
	}

	/** What a workload would be answered in an environment, question by question. */
	public Stream<Answer> answersIn(Workload workload, Environment environment) {
		return Asker.of(workload).flatMap(asker -> questions(asker).stream()).flatMap(question -> question.in(environment).stream());
	}

	/** Members of one declaration, by what they find where they stand; environments are compared by identity, which is quick. */
	private List<Alike> alike(List<Workload> members) {
		var byEnvironment = new IdentityHashMap<Environment, Alike>();
		var alike = new ArrayList<Alike>();
		for (var member : members) {
			byEnvironment.computeIfAbsent(environments.of(topology.platformOf(member)), environment -> {
				alike.add(new Alike(environment, new ArrayList<>()));
				return alike.getLast();
			}).members().add(member);
		}
		return alike;
	}

	private record Alike(Environment environment, List<Workload> members) {
	}

	private void answer(List<Workload> together, Environment environment, List<Compatibility> answers) {
		Asker.of(together.getFirst()).forEach(asker -> questions(asker).forEach(question -> question.in(environment)
				.map(answer -> new Compatibility(together, asker.container(), question.image(), platforms(together), question.kind(),
						question.text(), question.asked(), answer))
				.ifPresent(answers::add)));
	}

	private List<ContainerHost> platforms(List<Workload> together) {
		return together.stream().map(topology::standsOn).distinct().map(topology::platform).toList();
	}

	private List<Question> questions(Asker asker) {
		return questions.computeIfAbsent(asker, any -> {
			var image = asker.image().map(topology.images()::get);
			return Stream.concat(image.stream().flatMap(stated -> imageQuestions.of(asker, stated)), requirementQuestions.of(asker, image))
					.toList();
		});
	}
}
