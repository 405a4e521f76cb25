package org.vcdsl.topology;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a placement must or should keep.
 */
public record Constraint(Strength strength, Condition condition, SourceRange source) {

	/** How much it matters. */
	public enum Strength {
		MUST, SHOULD;

		/** As written in the language. */
		public String label() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** As written in the language: {@code must spread k8s.cp across rack}. */
	public String label() {
		return strength.label() + " " + condition.label();
	}

	/** What is asked for. */
	public sealed interface Condition {

		/** As written in the language, with names as the topology has them. */
		default String label() {
			return label(UnaryOperator.identity());
		}

		/**
		 * As written in the language.
		 *
		 * @param written how it writes a name that the topology has
		 */
		String label(UnaryOperator<String> written);
	}

	/**
	 * The members of all selections together stand in as many failure domains as there are, none holding over {@code skew} more than
	 * another; absent, no two share one while another is free.
	 */
	public record Spread(List<Selection> subjects, FailureDomain domain, OptionalInt skew) implements Condition {

		public Spread {
			subjects = List.copyOf(subjects);
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "spread " + names(subjects, written) + " across " + domain.label() + (skew.isPresent() ? " skew " + skew.getAsInt() : "");
		}
	}

	/** No member of one selection shares a failure domain with a member of another. */
	public record Apart(List<Selection> subjects, FailureDomain domain) implements Condition {

		public Apart {
			subjects = List.copyOf(subjects);
		}

		/** Names of the workloads that may stand together: a selection each; of a single one, each member for itself. */
		public List<List<String>> groups() {
			return subjects.size() > 1 ? subjects.stream().map(Selection::members).toList()
					: subjects.getFirst().members().stream().map(List::of).toList();
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "apart " + names(subjects, written) + " by " + domain.label();
		}
	}

	/** All members share one failure domain. */
	public record Together(List<Selection> subjects, FailureDomain domain) implements Condition {

		public Together {
			subjects = List.copyOf(subjects);
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "together " + names(subjects, written) + " by " + domain.label();
		}
	}

	/**
	 * All members stand on one of these.
	 *
	 * @param places what was written
	 * @param platforms names of hosts and virtual machines
	 */
	public record Pin(List<Selection> subjects, List<String> places, List<String> platforms) implements Condition {

		public Pin {
			subjects = List.copyOf(subjects);
			places = List.copyOf(places);
			platforms = List.copyOf(platforms);
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "pin " + names(subjects, written) + " on " + names(places.stream(), written);
		}
	}

	/**
	 * No member stands on any of these.
	 *
	 * @param places what was written
	 * @param platforms names of hosts and virtual machines
	 */
	public record Ban(List<Selection> subjects, List<String> places, List<String> platforms) implements Condition {

		public Ban {
			subjects = List.copyOf(subjects);
			places = List.copyOf(places);
			platforms = List.copyOf(platforms);
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "ban " + names(subjects, written) + " on " + names(places.stream(), written);
		}
	}

	/** Nothing but members stands in a failure domain that holds one. */
	public record Alone(List<Selection> subjects, FailureDomain domain) implements Condition {

		public Alone {
			subjects = List.copyOf(subjects);
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "alone " + names(subjects, written) + " by " + domain.label();
		}
	}

	/**
	 * As much stays free as any so many failure domains hold.
	 *
	 * @param count at least 1
	 */
	public record Reserve(int count, FailureDomain domain, Resource resource) implements Condition {

		@Override
		public String label(UnaryOperator<String> written) {
			return "reserve " + count + " " + domain.label() + " of " + resource.name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * Nothing with this trait stands on any of these.
	 *
	 * @param places what was written
	 * @param platforms names of hosts and virtual machines
	 */
	public record Forbid(Trait trait, List<String> places, List<String> platforms) implements Condition {

		public Forbid {
			places = List.copyOf(places);
			platforms = List.copyOf(platforms);
		}

		@Override
		public String label(UnaryOperator<String> written) {
			return "forbid " + trait.name().toLowerCase(Locale.ROOT) + " on " + names(places.stream(), written);
		}
	}

	/** What can be kept free. */
	public enum Resource {
		CPU, MEMORY, DISK, POWER
	}

	/** What may be forbidden. */
	public enum Trait {
		PRIVILEGED,
		/** A hypervisor inside a virtual machine. */
		NESTED, VM, MICROVM, CONTAINER, LXC, POD;

		/** Whether a workload has it. */
		public boolean isOf(Workload workload) {
			return switch (this) {
				case PRIVILEGED -> workload.isPrivileged();
				case NESTED -> workload instanceof VirtualMachine vm && vm.hypervisor().isPresent();
				case VM -> workload instanceof VirtualMachine;
				case MICROVM -> workload instanceof MicroVirtualMachine;
				case CONTAINER -> workload instanceof Container;
				case LXC -> workload instanceof SystemContainer;
				case POD -> workload instanceof Pod;
			};
		}
	}

	private static String names(List<Selection> subjects, UnaryOperator<String> written) {
		return names(subjects.stream().map(Selection::text), written);
	}

	private static String names(Stream<String> names, UnaryOperator<String> written) {
		return names.map(written).collect(Collectors.joining(", "));
	}
}
