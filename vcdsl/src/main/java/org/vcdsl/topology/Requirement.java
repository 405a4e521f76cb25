package org.vcdsl.topology;

import java.util.Optional;

/** What an image, or a workload beside it, states it needs of what it will stand on. */
public sealed interface Requirement {

	SourceRange source();

	/** A bound on the kernel's upstream version. */
	record KernelVersion(Comparison comparison, Version bound, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "kernel " + comparison.symbol() + " " + bound;
		}
	}

	/** The control group hierarchy, 1 or 2. */
	record Cgroup(int version, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "cgroup " + version;
		}
	}

	/** A feature of the kernel, by the catalogue's name. */
	record Feature(String feature, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "feature " + feature;
		}
	}

	/** A symbol of the kernel's configuration, without {@code CONFIG_}, built in or as a module. */
	record Option(String option, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "option " + option;
		}
	}

	/** A parameter that the kernel was booted with. */
	record Parameter(String parameter, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "parameter \"" + parameter + "\"";
		}
	}

	/** An engine, by the catalogue's name, and perhaps a bound on its version. */
	record Engine(String kind, Optional<Bound> bound, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "engine " + kind + bound.map(version -> " " + version.comparison().symbol() + " " + version.version()).orElse("");
		}
	}

	/** A CPU model, or a newer one. */
	record CpuModel(String model, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "model \"" + model + "\"";
		}
	}

	/** A version to compare with. */
	record Bound(Comparison comparison, Version version) {
	}
}
