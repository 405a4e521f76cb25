package org.vcdsl.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts that a topology can rest on: what the shipped catalogue and an architect's own entries say of the things it names, each
 * by its name. An entry that is not in here is one that nothing named.
 */
public record Catalogue(Map<String, ReleaseFacts> releases, Map<String, KernelConfiguration> configurations,
		Map<String, KernelBuilds> builds, Map<String, FeatureFacts> features, Map<SoftwareKind, Map<String, SoftwareFacts>> software, Map<String, SeccompProfile> profiles,
		Map<String, SupportMatrix> matrices, Map<String, MigrationConstraint> migrations, Map<String, PublishedFigures> figures,
		Map<String, CpuFacts> cpus) {

	/** Without any entry. */
	public static final Catalogue EMPTY = of(List.of());

	public Catalogue {
		releases = ordered(releases);
		configurations = ordered(configurations);
		builds = ordered(builds);
		features = ordered(features);
		software = Collections.unmodifiableMap(new LinkedHashMap<>(software));
		profiles = ordered(profiles);
		matrices = ordered(matrices);
		migrations = ordered(migrations);
		figures = ordered(figures);
		cpus = ordered(cpus);
	}

	/** The facts by kind and name; of two of one kind and name the first counts. */
	public static Catalogue of(Collection<? extends CatalogueFact> facts) {
		var releases = new LinkedHashMap<String, ReleaseFacts>();
		var configurations = new LinkedHashMap<String, KernelConfiguration>();
		var builds = new LinkedHashMap<String, KernelBuilds>();
		var features = new LinkedHashMap<String, FeatureFacts>();
		var software = new EnumMap<SoftwareKind, Map<String, SoftwareFacts>>(SoftwareKind.class);
		var profiles = new LinkedHashMap<String, SeccompProfile>();
		var matrices = new LinkedHashMap<String, SupportMatrix>();
		var migrations = new LinkedHashMap<String, MigrationConstraint>();
		var figures = new LinkedHashMap<String, PublishedFigures>();
		var cpus = new LinkedHashMap<String, CpuFacts>();
		for (var fact : facts) {
			switch (fact) {
				case ReleaseFacts release -> releases.putIfAbsent(release.name(), release);
				case KernelConfiguration configuration -> configurations.putIfAbsent(configuration.name(), configuration);
				case KernelBuilds made -> builds.putIfAbsent(made.name(), made);
				case FeatureFacts feature -> features.putIfAbsent(feature.name(), feature);
				case SoftwareFacts program ->
					software.computeIfAbsent(program.kind(), kind -> new LinkedHashMap<>()).putIfAbsent(program.name(), program);
				case SeccompProfile profile -> profiles.putIfAbsent(profile.name(), profile);
				case SupportMatrix matrix -> matrices.putIfAbsent(matrix.name(), matrix);
				case MigrationConstraint migration -> migrations.putIfAbsent(migration.name(), migration);
				case PublishedFigures published -> figures.putIfAbsent(published.name(), published);
				case CpuFacts cpu -> cpus.putIfAbsent(cpu.name(), cpu);
			}
		}
		return new Catalogue(releases, configurations, builds, features, software, profiles, matrices, migrations, figures, cpus);
	}

	/** Every fact, kind after kind. */
	public Stream<CatalogueFact> all() {
		return Stream.<Map<String, ? extends CatalogueFact>>concat(
				Stream.of(releases, configurations, builds, features, profiles, matrices, migrations, figures, cpus), software.values().stream())
				.flatMap(kind -> kind.values().stream());
	}

	/** A release: {@code Debian 12}. */
	public Optional<ReleaseFacts> release(String name) {
		return Optional.ofNullable(releases.get(name));
	}

	/** A feature of Linux kernels: {@code ns_user}. */
	public Optional<FeatureFacts> feature(String name) {
		return Optional.ofNullable(features.get(name));
	}

	/** An engine, a hypervisor or other software. */
	public Optional<SoftwareFacts> software(SoftwareKind kind, String name) {
		return Optional.ofNullable(software.getOrDefault(kind, Map.of()).get(name));
	}

	/** How the kernel of a release was configured, as far as known. */
	public Optional<KernelConfiguration> configurationOf(ReleaseFacts release) {
		return release.configuration().map(configurations::get);
	}

	/** What the vendor of a release makes of upstream's kernels. */
	public Optional<KernelBuilds> buildsOf(ReleaseFacts release) {
		return release.builds().map(builds::get);
	}

	/** What the vendor of a release supports on it. */
	public Optional<SupportMatrix> matrixOf(ReleaseFacts release) {
		return release.matrix().map(matrices::get);
	}

	/** The default profiles of an engine. */
	public Optional<SeccompProfile> profileOf(SoftwareFacts engine) {
		return engine.seccomp().map(profiles::get);
	}

	/** A CPU model or level. */
	public Optional<CpuFacts> cpu(String name) {
		return Optional.ofNullable(cpus.get(name));
	}

	private static <V> Map<String, V> ordered(Map<String, V> map) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}
}
