package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Resource;

/** What a placement has to keep, or should keep. */
public sealed interface Obligation {

	/** For readers, as an object: {@code 'must apart db by rack'}, {@code enough memory for all}. */
	String label();

	/** Of several, at least one: {@code 'must apart db by rack', enough memory for all and enough CPU for all}. */
	static String labels(List<Obligation> obligations) {
		var labels = new ArrayList<>(obligations.stream().map(Obligation::label).toList());
		var last = labels.removeLast();
		return labels.isEmpty() ? last : String.join(", ", labels) + " and " + last;
	}

	/** A constraint that somebody stated. */
	record Stated(Constraint constraint) implements Obligation {

		@Override
		public String label() {
			return "'" + constraint.label() + "'";
		}
	}

	/** That no platform is asked for more of a resource than it has. */
	record Capacity(Resource resource) implements Obligation {

		@Override
		public String label() {
			return "enough %s for all".formatted(resource == Resource.CPU ? "CPU" : resource.name().toLowerCase(Locale.ROOT));
		}
	}

	/** That no port of a platform is published twice. */
	record FreePorts() implements Obligation {

		@Override
		public String label() {
			return "each published port once on each platform";
		}
	}

	/** That what mounts a volume of one host stands on that host. */
	record ReachedVolumes() implements Obligation {

		@Override
		public String label() {
			return "volumes of a host mounted on that host";
		}
	}
}
