package org.vcdsl.resolve;

import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.vcdsl.backend.YamlDocument;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;

/**
 * A topology as a page to read and compare: all components of its records by name, units as the names say. What is empty is left out.
 * Members of a group that differ in nothing but their names and places are printed once.
 */
final class TopologyYaml {

	private static final Pattern MEMBER = Pattern.compile("(.*)\\[(\\d+)]");

	private TopologyYaml() {
	}

	static String print(Topology topology) {
		return YamlDocument.print(mapOf(topology));
	}

	private static Map<String, Object> mapOf(Record value) {
		var components = new LinkedHashMap<String, Object>();
		if (Arrays.stream(value.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
			components.put("is", value.getClass().getSimpleName());
		}
		Arrays.stream(value.getClass().getRecordComponents()).forEach(component -> {
			try {
				component.getAccessor().setAccessible(true);
				printable(component.getAccessor().invoke(value)).ifPresent(part -> components.put(component.getName(), part));
			} catch (ReflectiveOperationException impossible) {
				throw new IllegalStateException("Components of public records can be read", impossible);
			}
		});
		return components;
	}

	private static Optional<Object> printable(Object value) {
		return switch (value) {
			case Optional<?> optional -> optional.flatMap(TopologyYaml::printable);
			case OptionalInt number -> number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
			case OptionalLong number -> number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
			case SourceRange range -> Optional.of("%s:%s:%s".formatted(range.file(), range.line(), range.column()));
			case Boolean flag -> flag ? Optional.of(true) : Optional.empty();
			case Number number -> Optional.of(number);
			case List<?> list -> list.isEmpty() ? Optional.empty() : Optional.of(listOf(list));
			case Map<?, ?> map -> map.isEmpty() ? Optional.empty() : Optional.of(mapOf(map));
			case Record structure when hasOwnText(structure) -> Optional.of(structure.toString());
			case Record structure -> {
				var components = mapOf(structure);
				yield components.isEmpty() ? Optional.empty() : Optional.of(components);
			}
			case TemporalAmount time -> Optional.of(time.toString());
			default -> Optional.of(value.toString());
		};
	}

	/** Values such as versions and platforms say themselves how they are written. */
	private static boolean hasOwnText(Record structure) {
		return !structure.toString().startsWith(structure.getClass().getSimpleName() + "[");
	}

	private static Object listOf(List<?> list) {
		return list.stream().allMatch(String.class::isInstance) && list.size() > 1 ? namesOf(list)
				: list.stream().flatMap(element -> printable(element).stream()).toList();
	}

	/** {@code kvm[1..3], hv1} on one line. */
	private static String namesOf(List<?> names) {
		var runs = new ArrayList<String>();
		for (var i = 0; i < names.size(); i++) {
			var first = MEMBER.matcher((String) names.get(i));
			if (!first.matches()) {
				runs.add((String) names.get(i));
				continue;
			}
			var last = Integer.parseInt(first.group(2));
			while (i + 1 < names.size() && names.get(i + 1).equals("%s[%s]".formatted(first.group(1), last + 1))) {
				last++;
				i++;
			}
			runs.add(last == Integer.parseInt(first.group(2)) ? first.group()
					: "%s[%s..%s]".formatted(first.group(1), first.group(2), last));
		}
		return String.join(", ", runs);
	}

	/** Elements by name; members of a group that are equal but for the name stand together. */
	private static Map<String, Object> mapOf(Map<?, ?> map) {
		var names = new LinkedHashMap<Object, List<String>>();
		map.forEach((name, element) -> {
			var shown = printable(element).orElse("");
			if (shown instanceof Map<?, ?> components) {
				var rest = new LinkedHashMap<>(components);
				rest.remove("name");
				shown = rest;
			}
			names.computeIfAbsent(shown, first -> new ArrayList<>()).add(name.toString());
		});
		var printed = new LinkedHashMap<String, Object>();
		names.forEach((element, together) -> printed.put(namesOf(together), element));
		return printed;
	}
}
