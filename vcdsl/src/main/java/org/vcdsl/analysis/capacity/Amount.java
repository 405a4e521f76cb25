package org.vcdsl.analysis.capacity;

import static java.util.Comparator.reverseOrder;

import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.topology.Constraint.Resource;

/**
 * So much of a resource.
 *
 * @param number in bytes of memory and disk, in thousandths of a core of CPU, in watts of power
 */
public record Amount(Resource resource, Fraction number) {

	/** A unit for readers, of so many of the smallest. */
	private record Unit(String one, String many, Fraction size) implements Comparable<Unit> {

		@Override
		public int compareTo(Unit other) {
			return size.compareTo(other.size);
		}

		String label(Fraction number) {
			return number.equals(Fraction.ONE) ? "1 " + one : number.numerator() + " " + many;
		}
	}

	private static final List<Unit> BYTES = units(1024, "B", "KiB", "MiB", "GiB", "TiB", "PiB");
	private static final List<Unit> WATTS = units(1000, "W", "kW", "MW");
	private static final List<Unit> MILLICORES = Stream.concat(units(1000, "mcpu").stream(),
			Stream.of(new Unit("core", "cores", Fraction.of(1000)))).toList();

	public static Amount of(Resource resource, long number) {
		return new Amount(resource, Fraction.of(number));
	}

	/** In the largest unit in which it is whole, exactly, {@code 1536 MiB}; where there is none to one decimal, {@code about 1.3 GiB}. */
	public String label() {
		var inUse = number.equals(Fraction.ZERO) ? units().subList(0, 1) : units();
		return inUse.stream().filter(unit -> number.dividedBy(unit.size).isWhole()).max(Unit::compareTo)
				.map(unit -> unit.label(number.dividedBy(unit.size))).orElseGet(this::rounded);
	}

	/** With the resource where the unit does not tell it: {@code 64 GiB of memory}, {@code 4 cores}. */
	public String labelOfResource() {
		return switch (resource) {
			case MEMORY -> label() + " of memory";
			case DISK -> label() + " of disk";
			case CPU, POWER -> label();
		};
	}

	private String rounded() {
		var unit = units().stream().sorted(reverseOrder()).filter(large -> large.size.compareTo(number) <= 0).findFirst()
				.orElse(units().getFirst());
		return "about %s %s".formatted(number.dividedBy(unit.size).rounded(1), unit.many);
	}

	private List<Unit> units() {
		return switch (resource) {
			case MEMORY, DISK -> BYTES;
			case CPU -> MILLICORES;
			case POWER -> WATTS;
		};
	}

	private static List<Unit> units(long factor, String... names) {
		var size = Fraction.ONE;
		var units = Stream.<Unit>builder();
		for (var name : names) {
			units.add(new Unit(name, name, size));
			size = size.times(Fraction.of(factor));
		}
		return units.build().toList();
	}
}
