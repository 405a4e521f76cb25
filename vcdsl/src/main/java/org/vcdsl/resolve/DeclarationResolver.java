package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.conversion.Dates;
import org.vcdsl.conversion.Dimension;
import org.vcdsl.conversion.Platforms;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Volume;
import org.vcdsl.vcd.AcceptanceClause;
import org.vcdsl.vcd.ImageBody;
import org.vcdsl.vcd.ImageDeclaration;
import org.vcdsl.vcd.NetworkDeclaration;
import org.vcdsl.vcd.ServiceDeclaration;
import org.vcdsl.vcd.SurvivalClause;
import org.vcdsl.vcd.VolumeDeclaration;

/** Networks, volumes, images, services and acceptances. */
final class DeclarationResolver {

	private static final int LAST_VLAN = 4094;
	private static final int MOST_COPIES = 1000;
	private static final BigDecimal WHOLE = BigDecimal.valueOf(100_000);

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Groups groups;
	private final References references;
	private final NamedEntries entries;
	private final RequirementResolver requirements;
	private final NeedResolver needs;

	DeclarationResolver(SourceRanges ranges, Remarks remarks, Groups groups, References references, NamedEntries entries, RequirementResolver requirements,
			NeedResolver needs) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.groups = groups;
		this.references = references;
		this.entries = entries;
		this.requirements = requirements;
		this.needs = needs;
	}

	Network network(NetworkDeclaration network) {
		return new Network(groups.nameOf(network), ranges.of(network),
				readAll(network, NETWORK_DECLARATION__CIDRS, network.getCidrs(), Addresses::parseCidr),
				number(network, NETWORK_DECLARATION__VLAN, LAST_VLAN));
	}

	Stream<Volume> volumes(VolumeDeclaration volume) {
		var declaration = groups.nameOf(volume);
		var source = ranges.of(volume);
		var size = remarks.read(volume, VOLUME_DECLARATION__SIZE, text -> Quantities.parse(text, Dimension.STORAGE))
				.map(OptionalLong::of).orElseGet(OptionalLong::empty);
		var hosts = references.platforms(volume.getHosts());
		var replication = number(volume, VOLUME_DECLARATION__REPLICATION, MOST_COPIES);
		var quorum = number(volume, VOLUME_DECLARATION__QUORUM, MOST_COPIES);
		if (hosts.size() > 1 && !volume.isShared()) {
			refuse(volume, VOLUME_DECLARATION__HOSTS, "'%s' is on %s hosts and not 'shared'. A local volume is on one.".formatted(declaration,
					hosts.size()));
		}
		if (!hosts.isEmpty() && replication.orElse(1) > hosts.size()) {
			refuse(volume, VOLUME_DECLARATION__REPLICATION, "'%s' keeps %s copies, but stands on %s.".formatted(declaration,
					replication.getAsInt(), hosts.size() == 1 ? "one host" : hosts.size() + " hosts"));
		}
		if (quorum.orElse(1) > replication.orElse(1)) {
			refuse(volume, VOLUME_DECLARATION__QUORUM, "'%s' needs %s copies to serve, but keeps %s.".formatted(declaration,
					quorum.getAsInt(), replication.orElse(1)));
		}
		return groups.membersOf(volume).stream()
				.map(name -> new Volume(name, declaration, source, size, hosts, volume.isShared(), replication, quorum));
	}

	private void refuse(VolumeDeclaration volume, EStructuralFeature feature, String message) {
		remarks.add("VCD103", Severity.ERROR, ranges.of(volume, feature, 0), message, groups.nameOf(volume));
	}

	Image image(ImageDeclaration image) {
		var bodies = Bodies.of(image, ImageBody.class, ranges, remarks);
		return new Image(groups.nameOf(image), ranges.of(image), bodies.value(IMAGE_BODY__REFERENCE, ImageBody::getReference),
				bodies.value(IMAGE_BODY__BASE, ImageBody::getBase).map(entries::nameOfBase),
				bodies.stating(IMAGE_BODY__PLATFORMS).map(body -> readAll(body, IMAGE_BODY__PLATFORMS, body.getPlatforms(),
						Platforms::parse)).orElse(List.of()),
				bodies.value(IMAGE_BODY__LIBC, ImageBody::getLibc)
						.map(libc -> new Software(entries.nameOf(libc.getKind()), Optional.of(libc.getVersion()))),
				bodies.value(IMAGE_BODY__INIT, ImageBody::getInit)
						.map(init -> new Software(entries.nameOf(init.getKind()), Optional.ofNullable(init.getVersion()))),
				requirements.of(bodies.all(ImageBody::getRequirements)));
	}

	Service service(ServiceDeclaration service) {
		return new Service(groups.nameOf(service), ranges.of(service), needs.of(service.getNeeds(), groups.nameOf(service)),
				service.getSurvivals().stream().flatMap(this::survivals).toList(),
				remarks.read(service, SERVICE_DECLARATION__AVAILABILITY, DeclarationResolver::fraction));
	}

	private Stream<Service.Survival> survivals(SurvivalClause survival) {
		return survival.getLosses().stream().map(loss -> new Service.Survival(loss.getParts().stream()
				.map(part -> new Service.Loss(
						remarks.read(part, LOSS_PART__COUNT, text -> Quantities.parseInt(text, 1, Integer.MAX_VALUE)).orElse(1),
						FailureDomain.valueOf(part.getDomain().toUpperCase(Locale.ROOT))))
				.toList(), ranges.of(loss)));
	}

	private static BigDecimal fraction(String text) {
		var fraction = BigDecimal.valueOf(Quantities.parse(text, Dimension.SHARE)).divide(WHOLE).stripTrailingZeros();
		if (fraction.compareTo(BigDecimal.ONE) > 0) {
			throw new ValueException("'%s' is more than all the time.".formatted(text));
		}
		return fraction;
	}

	/** An acceptance of findings about an element. */
	Acceptance acceptance(AcceptanceClause acceptance, Selection element) {
		return new Acceptance(acceptance.getRule(), references.elements(acceptance.getSubjects()).stream().distinct().toList(), element,
				acceptance.getReason(), remarks.read(acceptance, ACCEPTANCE_CLAUSE__UNTIL, Dates::parse),
				ranges.of(acceptance, ACCEPTANCE_CLAUSE__RULE, 0));
	}

	private <T> List<T> readAll(EObject part, EStructuralFeature feature, List<String> texts, Function<String, T> reader) {
		var values = new ArrayList<T>();
		for (var i = 0; i < texts.size(); i++) {
			remarks.read(part, feature, i, texts.get(i), reader).ifPresent(values::add);
		}
		return values;
	}

	private OptionalInt number(EObject part, EStructuralFeature feature, int most) {
		return remarks.read(part, feature, text -> Quantities.parseInt(text, 1, most)).map(OptionalInt::of)
				.orElseGet(OptionalInt::empty);
	}
}
