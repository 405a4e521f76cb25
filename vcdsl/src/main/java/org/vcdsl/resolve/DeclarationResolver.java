package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.ACCEPTANCE_CLAUSE__RULE;
import static org.vcdsl.vcd.VcdPackage.Literals.ACCEPTANCE_CLAUSE__UNTIL;
import static org.vcdsl.vcd.VcdPackage.Literals.CGROUP_CLAUSE__VERSION;
import static org.vcdsl.vcd.VcdPackage.Literals.IMAGE_DECLARATION__PLATFORMS;
import static org.vcdsl.vcd.VcdPackage.Literals.KERNEL_CLAUSE__BOUND;
import static org.vcdsl.vcd.VcdPackage.Literals.NEED_CLAUSE__REQUIRED;
import static org.vcdsl.vcd.VcdPackage.Literals.NETWORK_DECLARATION__CIDR;
import static org.vcdsl.vcd.VcdPackage.Literals.NETWORK_DECLARATION__VLAN;
import static org.vcdsl.vcd.VcdPackage.Literals.SERVICE_DECLARATION__AVAILABILITY;
import static org.vcdsl.vcd.VcdPackage.Literals.VOLUME_DECLARATION__SIZE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.vcdsl.conversion.Addresses;
import org.vcdsl.conversion.Dimension;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Requirement;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Volume;
import org.vcdsl.vcd.AcceptanceClause;
import org.vcdsl.vcd.CgroupClause;
import org.vcdsl.vcd.ImageDeclaration;
import org.vcdsl.vcd.KernelClause;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.NeedClause;
import org.vcdsl.vcd.NetworkDeclaration;
import org.vcdsl.vcd.RequirementClause;
import org.vcdsl.vcd.ServiceDeclaration;
import org.vcdsl.vcd.VolumeDeclaration;

/** Networks, volumes, images, services and acceptances. */
final class DeclarationResolver {

	private static final int LAST_VLAN = 4094;
	private static final BigDecimal WHOLE = BigDecimal.valueOf(100_000);

	private final SourceRanges ranges;
	private final Remarks remarks;

	DeclarationResolver(SourceRanges ranges, Remarks remarks) {
		this.ranges = ranges;
		this.remarks = remarks;
	}

	Network network(NetworkDeclaration network) {
		return new Network(network.getName(), ranges.of(network),
				remarks.read(network, NETWORK_DECLARATION__CIDR, Addresses::parseBlock),
				remarks.read(network, NETWORK_DECLARATION__VLAN, text -> Quantities.parseInt(text, 1, LAST_VLAN))
						.map(OptionalInt::of).orElseGet(OptionalInt::empty));
	}

	Volume volume(VolumeDeclaration volume) {
		return new Volume(volume.getName(), ranges.of(volume),
				remarks.read(volume, VOLUME_DECLARATION__SIZE, text -> Quantities.parse(text, Dimension.MEMORY))
						.map(OptionalLong::of).orElseGet(OptionalLong::empty),
				Optional.ofNullable(volume.getHost()).map(host -> host.getName()));
	}

	Image image(ImageDeclaration image) {
		var platforms = new ArrayList<Platform>();
		for (var i = 0; i < image.getPlatforms().size(); i++) {
			remarks.read(image, IMAGE_DECLARATION__PLATFORMS, i, image.getPlatforms().get(i), DeclarationResolver::platform)
					.ifPresent(platforms::add);
		}
		return new Image(image.getName(), ranges.of(image), Optional.ofNullable(image.getReference()), platforms,
				image.getRequirements().stream().map(this::requirement).flatMap(Optional::stream).toList());
	}

	private static Platform platform(String text) {
		var parts = text.replaceAll("\\s", "").split("/");
		return new Platform(parts[0], parts[1], parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
	}

	private Optional<Requirement> requirement(RequirementClause requirement) {
		var source = ranges.of(requirement);
		return switch (requirement) {
			case KernelClause kernel -> remarks.read(kernel, KERNEL_CLAUSE__BOUND, SystemResolver::exactVersion)
					.<Requirement>map(bound -> new Requirement.KernelVersion(
							Comparison.of(kernel.getComparison()).orElseThrow(), bound, source));
			case CgroupClause cgroup -> remarks
					.read(cgroup, CGROUP_CLAUSE__VERSION, text -> Quantities.parseInt(text, 1, 2))
					.<Requirement>map(version -> new Requirement.Cgroup(version, source));
			default -> throw new IllegalStateException("A requirement the grammar does not know: " + requirement);
		};
	}

	/**
	 * A service with its needs.
	 *
	 * @param members names of workloads by the name they were declared with
	 */
	Service service(ServiceDeclaration service, Map<String, List<String>> members) {
		return new Service(service.getName(), ranges.of(service),
				service.getNeeds().stream().map(need -> need(need, service.getName(), members)).flatMap(Optional::stream).toList(),
				remarks.read(service, SERVICE_DECLARATION__AVAILABILITY, DeclarationResolver::fraction));
	}

	private Optional<Service.Need> need(NeedClause need, String service, Map<String, List<String>> members) {
		var target = SourceRanges.name(need.getWorkload());
		var among = members.getOrDefault(target, List.of());
		var source = ranges.of(need);
		var required = remarks.read(need, NEED_CLAUSE__REQUIRED, text -> Quantities.parseInt(text, 1, Integer.MAX_VALUE))
				.orElse(1);
		if (required > among.size()) {
			remarks.add("VCD104", Severity.ERROR, source, "%s of '%s' are needed, but there %s %s.".formatted(required, target,
					among.size() == 1 ? "is only" : "are only", among.size()), service, target);
			return Optional.empty();
		}
		if (need.getRequired() == null && among.size() > 1) {
			remarks.add("VCD105", Severity.INFO, source,
					"'%s' has %s replicas and nothing says how many are needed: one is taken to suffice. Write 'needs 1 of %s'."
							.formatted(target, among.size(), target),
					service, target);
		}
		return Optional.of(new Service.Need(required, target, among,
				Optional.ofNullable(need.getNetwork()).map(NetworkDeclaration::getName), source));
	}

	private static BigDecimal fraction(String text) {
		var fraction = BigDecimal.valueOf(Quantities.parse(text, Dimension.SHARE)).divide(WHOLE).stripTrailingZeros();
		if (fraction.compareTo(BigDecimal.ONE) > 0) {
			throw new ValueException("'%s' is more than all the time.".formatted(text));
		}
		return fraction;
	}

	Acceptance acceptance(AcceptanceClause acceptance, NamedDeclaration element) {
		return new Acceptance(acceptance.getRule(),
				acceptance.getSubjects().stream().map(NamedDeclaration::getName).distinct().toList(), element.getName(),
				acceptance.getReason(), remarks.read(acceptance, ACCEPTANCE_CLAUSE__UNTIL, DeclarationResolver::date),
				ranges.of(acceptance, ACCEPTANCE_CLAUSE__RULE, 0));
	}

	private static LocalDate date(String text) {
		try {
			return LocalDate.parse(text);
		} catch (DateTimeParseException wrong) {
			throw new ValueException("'%s' is not a date. Write year-month-day, for instance 2027-06-30.".formatted(text));
		}
	}
}
