package org.vcdsl.resolve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Feed;

/** Refuses feeds that stand on themselves: no such feed ever has power. */
final class FeedCircles {

	private final Remarks remarks;
	private final Map<String, Feed> byName = new LinkedHashMap<>();
	private final Set<String> done = new HashSet<>();

	FeedCircles(Remarks remarks) {
		this.remarks = remarks;
	}

	void check(List<Feed> feeds) {
		feeds.forEach(feed -> byName.put(feed.name(), feed));
		feeds.forEach(feed -> visit(feed, new LinkedHashSet<>()));
	}

	private void visit(Feed feed, LinkedHashSet<String> path) {
		if (done.contains(feed.name())) {
			return;
		}
		if (!path.add(feed.name())) {
			var circle = path.stream().dropWhile(name -> !name.equals(feed.name())).toList();
			remarks.add("VCD108", Severity.ERROR, feed.source(), "Feed '%s' stands on itself: %s, %s. Take one 'fed by' away."
					.formatted(feed.name(), String.join(", ", circle), feed.name()), feed.name());
			return;
		}
		feed.supply().feeds().stream().filter(byName::containsKey).forEach(name -> visit(byName.get(name), path));
		path.remove(feed.name());
		done.add(feed.name());
	}
}
