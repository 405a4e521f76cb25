package org.vcdsl.meaning;

import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.vcdsl.analysis.failure.FailureEvent;
import org.vcdsl.analysis.failure.SinglePointsOfFailure;

/** What of a text is up, and what takes it down. */
final class Falls {

	private Falls() {
	}

	/** The events that by themselves take service {@code s} down, each as kind and element: {@code KERNEL alpha}. */
	static Set<String> takingDown(String text) {
		return SinglePointsOfFailure.of(resolve(text)).services().entrySet().stream()
				.filter(event -> event.getValue().contains("s")).map(event -> label(event.getKey())).collect(Collectors.toSet());
	}

	/** The services that are down although nothing has failed. */
	static List<String> downAnyway(String text) {
		return SinglePointsOfFailure.of(resolve(text)).downAnyway();
	}

	private static String label(FailureEvent event) {
		return event.kind() + " " + event.element() + event.engine().map(" "::concat).orElse("");
	}
}
