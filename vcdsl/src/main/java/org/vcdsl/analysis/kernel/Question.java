package org.vcdsl.analysis.kernel;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.topology.SourceRange;

/** One question that a workload raises wherever it stands. It is answered once in each environment. */
final class Question {

	private final Compatibility.Kind kind;
	private final String text;
	private final SourceRange asked;
	private final Optional<String> image;
	private final Function<Environment, Optional<Answer>> ask;
	private final Map<Environment, Optional<Answer>> answers = new IdentityHashMap<>();

	/**
	 * @param text as an architect would write it: {@code kernel >= 5.8}
	 * @param asked where it is raised
	 * @param image name of the image that raises it; absent when the workload does
	 * @param ask answers it in an environment; empty where it does not arise
	 */
	Question(Compatibility.Kind kind, String text, SourceRange asked, Optional<String> image,
			Function<Environment, Optional<Answer>> ask) {
		this.kind = kind;
		this.text = text;
		this.asked = asked;
		this.image = image;
		this.ask = ask;
	}

	Compatibility.Kind kind() {
		return kind;
	}

	String text() {
		return text;
	}

	SourceRange asked() {
		return asked;
	}

	Optional<String> image() {
		return image;
	}

	/** The answer in an environment; empty where the question does not arise. */
	Optional<Answer> in(Environment environment) {
		return answers.computeIfAbsent(environment, ask);
	}
}
