package org.vcdsl.facts;

/** What one entry of the catalogue says. */
public sealed interface CatalogueFact
		permits ReleaseFacts, KernelConfiguration, KernelBuilds, FeatureFacts, SoftwareFacts, SeccompProfile, SupportMatrix, MigrationConstraint,
		PublishedFigures, CpuFacts {

	/** Its name among the entries of its kind. */
	String name();

	Provenance provenance();
}
