package org.vcdsl.analysis.kernel.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.vcdsl.facts.Provenance;

/**
 * The answer to one question of compatibility.
 *
 * @param reason what was compared, as a clause; {@link #PLATFORM} stands in it where what a workload stands on is named
 * @param sources where the facts come from
 * @param speaksAgainst whether something known speaks against it, be it not certain: so that an answer that is only unknown because
 *        nobody said anything can be told from one that needs looking after
 * @param remedy what those who know it advise, as a clause
 */
public record Answer(Verdict verdict, String reason, List<String> sources, boolean speaksAgainst, Optional<String> remedy) {

	/** What a reason calls that which a workload stands on. */
	public static final String PLATFORM = "{platform}";

	/** From the best verdict to the worst: what fails for certain outweighs what is unknown. */
	public static final Comparator<Answer> BY_WEIGHT = Comparator.comparingInt((Answer answer) -> switch (answer.verdict()) {
		case RUNS -> 0;
		case DEGRADED -> 1;
		case UNSUPPORTED -> 2;
		case UNKNOWN -> 3;
		case FAILS -> 4;
	}).thenComparing(Answer::speaksAgainst);

	public Answer {
		sources = List.copyOf(sources);
	}

	/** An answer that speaks for itself: what is unknown speaks against nothing. */
	public Answer(Verdict verdict, String reason, List<String> sources) {
		this(verdict, reason, sources, verdict != Verdict.RUNS && verdict != Verdict.UNKNOWN, Optional.empty());
	}

	/** An answer that rests on nothing but the text. */
	public static Answer of(Verdict verdict, String reason) {
		return new Answer(verdict, reason, List.of());
	}

	static Answer of(Verdict verdict, String reason, Provenance provenance) {
		return new Answer(verdict, reason, provenance.sources());
	}

	/** The answer, or unknown instead of a refusal that rests on a fact nobody read in a document. */
	static Answer restingOn(Provenance provenance, String key, Verdict verdict, String reason) {
		return provenance.isVerified(key) || verdict == Verdict.RUNS || verdict == Verdict.UNKNOWN ? of(verdict, reason, provenance)
				: of(verdict, reason + ", as far as is generally known", provenance).doubted();
	}

	/** Unknown instead of a refusal, against which something speaks all the same. */
	public Answer doubted() {
		return verdict == Verdict.RUNS ? this : new Answer(Verdict.UNKNOWN, reason, sources, speaksAgainst, remedy);
	}

	/** The same answer for another reason. */
	public Answer because(String other) {
		return new Answer(verdict, other, sources, speaksAgainst, remedy);
	}

	/** The same answer with what is advised. */
	public Answer advising(Optional<String> advice) {
		return new Answer(verdict, reason, sources, speaksAgainst, advice);
	}

	/** The reason with a name in it. */
	public String reasonOn(String platform) {
		return reason.replace(PLATFORM, platform);
	}
}
