package org.vcdsl.analysis.kernel.catalogue;

import java.util.Comparator;
import java.util.List;

import org.vcdsl.analysis.kernel.Verdict;
import org.vcdsl.facts.Provenance;

/**
 * What the catalogue's facts answer to one question.
 *
 * @param reason what was compared, as a clause
 * @param sources where the facts come from
 */
public record Answer(Verdict verdict, String reason, List<String> sources) {

	/** From the best verdict to the worst: what fails for certain outweighs what is unknown. */
	public static final Comparator<Answer> BY_WEIGHT = Comparator.comparingInt(answer -> switch (answer.verdict()) {
		case RUNS -> 0;
		case DEGRADED -> 1;
		case UNSUPPORTED -> 2;
		case UNKNOWN -> 3;
		case FAILS -> 4;
	});

	public Answer {
		sources = List.copyOf(sources);
	}

	static Answer of(Verdict verdict, String reason, Provenance provenance) {
		return new Answer(verdict, reason, provenance.sources());
	}

	/** The answer, or unknown instead of a refusal that rests on a fact nobody read in a document. */
	static Answer restingOn(Provenance provenance, String key, Verdict verdict, String reason) {
		return provenance.isVerified(key) || verdict == Verdict.RUNS ? of(verdict, reason, provenance)
				: of(Verdict.UNKNOWN, reason + ", as far as is generally known", provenance);
	}
}
