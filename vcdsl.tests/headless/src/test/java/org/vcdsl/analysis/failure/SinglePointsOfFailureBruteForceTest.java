package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.failure.FailureEvent.Kind;
import org.vcdsl.resolve.Resolved;

/** From text to single points of failure must equal failing everything in turn, for every event of every datacentre. */
class SinglePointsOfFailureBruteForceTest {

	private static final int DATACENTRES = 1_000;

	@Test
	void everySingleFailureTakesDownWhatFailingItByHandTakesDown() {
		var kindsSeen = EnumSet.noneOf(Kind.class);
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var datacentre = RandomDatacentre.draw(seed);
			var topology = Resolved.resolve(datacentre.text());

			var found = SinglePointsOfFailure.of(topology);

			var expected = servicesByFailure(datacentre);
			assertThat(found.services()).as("seed %d%n%s", seed, datacentre.text()).isEqualTo(expected);
			assertThat(found.unreachable().stream().map(need -> need.target()).toList()).as("seed %d%n%s", seed, datacentre.text())
					.isEqualTo(neverMet(datacentre));
			expected.keySet().forEach(event -> kindsSeen.add(event.kind()));
		}
		assertThat(kindsSeen).isEqualTo(EnumSet.allOf(Kind.class));
	}

	private static Map<FailureEvent, List<String>> servicesByFailure(RandomDatacentre datacentre) {
		var downAnyway = new NaiveEvaluation(datacentre, Optional.empty()).servicesDown();
		var services = new LinkedHashMap<FailureEvent, List<String>>();
		for (var event : datacentre.events()) {
			var down = new ArrayList<>(new NaiveEvaluation(datacentre, Optional.of(event)).servicesDown());
			down.removeAll(downAnyway);
			if (!down.isEmpty()) {
				services.put(event, down);
			}
		}
		return services;
	}

	private static List<String> neverMet(RandomDatacentre datacentre) {
		var nothingFailed = new NaiveEvaluation(datacentre, Optional.empty());
		return datacentre.services().stream().flatMap(service -> service.needs().stream())
				.filter(need -> !nothingFailed.isMet(need)).map(RandomDatacentre.Need::target).toList();
	}
}
