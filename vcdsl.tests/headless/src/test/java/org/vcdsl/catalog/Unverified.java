package org.vcdsl.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads in a row's source which of its keys nobody read in a document; all of them if it does not say which. */
final class Unverified {

	/** What the tables write about single cells, and the keys that come from these. */
	private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

	static {
		WORDS.put("first version is", List.of("for"));
		WORDS.put("other versions are", List.of("for"));
		WORDS.put("version is", List.of("since"));
		WORDS.put("feature list is", List.of("feature"));
		WORDS.put("3.11 and architectures are", List.of("kernel", "architecture"));
		WORDS.put("architectures and the RHEL remark are", List.of("architecture", "note"));
		WORDS.put("architectures are", List.of("architecture"));
		WORDS.put("3.10 is", List.of("kernel"));
		WORDS.put("5.13 is", List.of("advised"));
		WORDS.put("v2 is", List.of("cgroup"));
		WORDS.put("cause is", List.of("when"));
		WORDS.put("note is", List.of("note"));
		WORDS.put("the 2012 remark is", List.of("title"));
		WORDS.put("the IP rule is", List.of("title"));
		WORDS.put("the 230 limit is", List.of("title"));
		WORDS.put("row applied by", List.of("is"));
		WORDS.put("no-live-migration and GPU are", List.of("live", "note"));
		WORDS.put("feature columns are", List.of("live", "snapshots", "nested", "microvm", "boot"));
		WORDS.put("general knowledge, unverified (limits)", List.of("note"));
	}

	private static final String MARK = "general knowledge";

	/** What stands in the head of an entry and not among its keys. */
	private static final List<String> OUTSIDE = List.of("for");

	private Unverified() {
	}

	/** Those of an entry's keys that rest on nothing that was read. */
	static List<String> keys(String source, String note, List<String> keys) {
		var unread = Block.sources(source).stream().filter(part -> part.contains(MARK)).findFirst();
		if (unread.isEmpty()) {
			return note.contains("exact first version is " + MARK) ? List.of("since")
					: note.contains(MARK) ? List.of("note") : List.of();
		}
		return WORDS.entrySet().stream().filter(word -> unread.get().contains(word.getKey())).findFirst().map(Map.Entry::getValue)
				.map(named -> named.stream().filter(key -> keys.contains(key) || OUTSIDE.contains(key) || key.equals("note") && !note.isEmpty())
						.toList())
				.filter(named -> !named.isEmpty()).orElse(keys);
	}
}
