package org.vcdsl.analysis.placement;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.sat4j.core.Vec;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.core.IPhaseSelectionStrategy;
import org.sat4j.minisat.core.Solver;
import org.sat4j.pb.IPBSolver;
import org.sat4j.pb.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.IVec;
import org.sat4j.specs.IVecInt;
import org.sat4j.specs.TimeoutException;

/**
 * Pseudo-Boolean constraints, of which some count only when assumed, solved by SAT4J (D. Le Berre, A. Parrain, The Sat4j library, release
 * 2.2, JSAT 7, 2010). Its solver by resolution is the one used: that by cutting planes, of version 2.3.6, gave wrong answers under assumptions.
 *
 * <p>Literals are numbers: a variable, or its negation below zero. The same model gives the same answer, since nothing is random and effort
 * is counted in conflicts and not in time.
 */
final class SatModel {

	/** What is found out about some assumptions. */
	enum Answer {
		SATISFIABLE, CONTRADICTORY, UNKNOWN
	}

	private final IPBSolver solver = SolverFactory.newResolution();
	private final BitSet likely = new BitSet();
	/** Variables of which something is asked; SAT4J fails on an assumption about another one. */
	private final BitSet asked = new BitSet();

	/** @param conflicts how many are gone through before the answer is unknown */
	SatModel(int conflicts) {
		solver.setTimeoutOnConflicts(conflicts);
		((Solver<?>) solver).getOrder().setPhaseSelectionStrategy(new LikelyFirst());
	}

	/** A new variable. */
	int variable() {
		return solver.nextFreeVarId(true);
	}

	/** Tries this variable as true first. */
	void markLikely(int variable) {
		likely.set(variable);
	}

	/** One of these holds. */
	void anyOf(List<Integer> literals) {
		add(() -> solver.addClause(vector(literals)));
	}

	/** Exactly one of these holds. */
	void exactlyOne(List<Integer> literals) {
		add(() -> solver.addExactly(vector(literals), 1));
	}

	/** At most so many of these hold if the guard does. */
	void atMost(int guard, List<Integer> literals, int most) {
		atMost(guard, literals, literals.stream().map(any -> BigInteger.ONE).toList(), BigInteger.valueOf(most));
	}

	/** The weights of those that hold add up to at most this, if the guard holds. */
	void atMost(int guard, List<Integer> literals, List<BigInteger> weights, BigInteger most) {
		var excess = weights.stream().reduce(BigInteger.ZERO, BigInteger::add).subtract(most);
		if (excess.signum() > 0) {
			var all = vector(with(literals, guard));
			var coefficients = numbers(weights).push(excess);
			add(() -> solver.addPseudoBoolean(all, coefficients, false, most.add(excess)));
		}
	}

	/** At least so many of these hold if the guard does. */
	void atLeast(int guard, List<Integer> literals, int least) {
		if (least > 0) {
			var all = vector(with(literals, -guard));
			var coefficients = numbers(literals.stream().map(any -> BigInteger.ONE).toList()).push(BigInteger.valueOf(least));
			add(() -> solver.addPseudoBoolean(all, coefficients, true, BigInteger.valueOf(least)));
		}
	}

	/** Whether all can be kept if these literals hold. */
	Answer solve(List<Integer> assumptions) {
		try {
			var known = assumptions.stream().filter(literal -> asked.get(Math.abs(literal))).toList();
			return solver.isSatisfiable(vector(known)) ? Answer.SATISFIABLE : Answer.CONTRADICTORY;
		} catch (TimeoutException e) {
			return Answer.UNKNOWN;
		}
	}

	/** Whether a variable of which something is asked holds in the solution found last. */
	boolean holds(int variable) {
		return solver.model(variable);
	}

	/** Assumptions that contradict each other, after the answer that some do; all that were made where that is not known. */
	List<Integer> contradicting(List<Integer> assumptions) {
		return Optional.ofNullable(solver.unsatExplanation()).map(found -> IntStream.range(0, found.size()).mapToObj(found::get).toList())
				.orElse(assumptions);
	}

	/** Adds something that a guard or an assumption can always make true. */
	private interface Addition {

		void add() throws ContradictionException;
	}

	private static void add(Addition addition) {
		try {
			addition.add();
		} catch (ContradictionException e) {
			throw new IllegalStateException("A guard was forgotten", e);
		}
	}

	private IVecInt vector(List<Integer> literals) {
		literals.forEach(literal -> asked.set(Math.abs(literal)));
		return new VecInt(literals.stream().mapToInt(Integer::intValue).toArray());
	}

	private static List<Integer> with(List<Integer> literals, int more) {
		return Stream.concat(literals.stream(), Stream.of(more)).toList();
	}

	private static IVec<BigInteger> numbers(List<BigInteger> numbers) {
		return new Vec<>(numbers.toArray(BigInteger[]::new));
	}

	/** Decides a variable as it was last, at first as it is likely: so what is found lies near what was hoped for. */
	private final class LikelyFirst implements IPhaseSelectionStrategy {

		private static final long serialVersionUID = 1L;

		/** By variable, in SAT4J's literals: twice the variable, and one more when it is negated. */
		private int[] literals = {};

		@Override
		public void init(int length) {
			literals = IntStream.range(0, length).map(variable -> 2 * variable + (likely.get(variable) ? 0 : 1)).toArray();
		}

		@Override
		public void init(int variable, int literal) {
			literals[variable] = literal;
		}

		@Override
		public void assignLiteral(int literal) {
			literals[literal / 2] = literal;
		}

		@Override
		public int select(int variable) {
			return literals[variable];
		}

		@Override
		public void updateVar(int literal) {
			// what conflicts concern says nothing about what is likely
		}

		@Override
		public void updateVarAtDecisionLevel(int literal) {
		}
	}
}
