package org.vcdsl.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.analysis.capacity.DiskDemand;
import org.vcdsl.analysis.capacity.FeedLoad;
import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.analysis.capacity.PortDemand;
import org.vcdsl.analysis.capacity.SharedDiskDemand;
import org.vcdsl.analysis.capacity.VolumeDemand;
import org.vcdsl.analysis.failure.ColdStart;
import org.vcdsl.analysis.failure.Management;
import org.vcdsl.analysis.failure.SharedFailureDomain;
import org.vcdsl.analysis.failure.SinglePointsOfFailure;
import org.vcdsl.analysis.failure.SoleFeeds;
import org.vcdsl.analysis.failure.SurvivalAnswer;
import org.vcdsl.analysis.failure.SurvivalCheck;
import org.vcdsl.analysis.isolation.BreakOut;
import org.vcdsl.analysis.isolation.CompromiseModel;
import org.vcdsl.analysis.isolation.ExposedManager;
import org.vcdsl.analysis.isolation.PrivilegedReach;
import org.vcdsl.analysis.kernel.ClusterMembers;
import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.kernel.SoftwareFit;
import org.vcdsl.analysis.kernel.SoftwareFits;
import org.vcdsl.analysis.kernel.catalogue.ReleaseSupport;
import org.vcdsl.analysis.network.AddressUse;
import org.vcdsl.analysis.network.LostConsumer;
import org.vcdsl.analysis.network.OverlappingNetworks;
import org.vcdsl.analysis.network.SharedAddress;
import org.vcdsl.analysis.network.SharedVlan;
import org.vcdsl.analysis.network.TakenPort;
import org.vcdsl.analysis.network.WholeVolume;
import org.vcdsl.analysis.migration.LiveMigration;
import org.vcdsl.analysis.placement.Alternatives;
import org.vcdsl.analysis.placement.ConstraintAnswer;
import org.vcdsl.analysis.placement.ConstraintCheck;
import org.vcdsl.analysis.placement.ForegoneAnswer;
import org.vcdsl.analysis.placement.ForegoneConstraints;
import org.vcdsl.analysis.placement.LuckySeparation;
import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.analysis.placement.Placed;
import org.vcdsl.analysis.placement.PlacementConflict;
import org.vcdsl.analysis.recovery.Aftermaths;
import org.vcdsl.analysis.recovery.RecoveryAnswer;
import org.vcdsl.analysis.scheduling.Scheduling;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** A topology and the facts about it, each computed when the first rule asks and then shared. For one thread. */
public final class RuleContext {

	private final Topology topology;
	private final List<PlacementConflict> conflicts;
	private final Acceptances acceptances;
	private final Once<SinglePointsOfFailure> singlePoints = new Once<>(SinglePointsOfFailure::of);
	private final Once<KernelCompatibility> kernelCompatibility;
	private final Once<List<Compatibility>> compatibilities = new Once<>(placed -> kernelCompatibility().answers());
	private final Once<List<SoftwareFit>> softwareFits;
	private final Once<List<ClusterMembers>> clusterMembersWithoutEngine = new Once<>(ClusterMembers::withoutEngine);
	private final Once<Alternatives> alternatives = new Once<>(placed -> new Alternatives(placed, kernelCompatibility()));
	private final Once<List<LiveMigration>> liveMigrations = new Once<>(placed -> LiveMigration.of(placed, alternatives()));
	private final Once<List<GuestDemand>> memoryDemands = new Once<>(placed -> GuestDemand.of(placed, Resource.MEMORY));
	private final Once<List<GuestDemand>> cpuDemands = new Once<>(placed -> GuestDemand.of(placed, Resource.CPU));
	private final Once<List<DiskDemand>> diskDemands = new Once<>(DiskDemand::of);
	private final Once<List<SharedDiskDemand>> sharedDiskDemands = new Once<>(placed -> SharedDiskDemand.of(placed, diskDemands()));
	private final Once<List<VolumeDemand>> volumeDemands = new Once<>(VolumeDemand::of);
	private final Once<List<PortDemand>> portDemands = new Once<>(PortDemand::of);
	private final Once<List<FeedLoad>> overloadedFeeds = new Once<>(FeedLoad::overloaded);
	private final Once<List<ReleaseSupport>> releaseSupport;
	private final Once<List<SurvivalAnswer>> survivalAnswers = new Once<>(
			placed -> scheduling().reconsidered(SurvivalCheck.of(placed, singlePointsOfFailure())));
	private final Once<Scheduling> scheduling = new Once<>(placed -> Scheduling.of(placed, kernelCompatibility()));
	private final Once<List<List<Workload>>> coldCircles = new Once<>(ColdStart::circles);
	private final Once<List<ConstraintAnswer>> constraintAnswers = new Once<>(ConstraintCheck::of);
	private final Once<SoleFeeds> soleFeeds = new Once<>(SoleFeeds::of);
	private final Once<List<SharedFailureDomain>> sharedFailureDomains = new Once<>(
			placed -> SharedFailureDomain.of(placed, soleFeeds()));
	private final Once<Management> management = new Once<>(Management::of);
	private final Once<Aftermaths> aftermaths = new Once<>(placed -> new Aftermaths(placed, alternatives(), constraintAnswers()));
	private final Once<List<RecoveryAnswer>> recoveryAnswers = new Once<>(placed -> RecoveryAnswer.of(placed, aftermaths()));
	private final Once<CompromiseModel> compromiseModel = new Once<>(CompromiseModel::new);
	private final Once<List<PrivilegedReach>> privilegedReaches = new Once<>(placed -> PrivilegedReach.of(placed, compromiseModel()));
	private final Once<List<ExposedManager>> exposedManagers = new Once<>(placed -> ExposedManager.of(compromiseModel()));
	private final Once<List<BreakOut>> breakOuts = new Once<>(placed -> BreakOut.of(constraintAnswers(), placed, compromiseModel()));
	private final Once<List<LuckySeparation>> luckySeparations = new Once<>(
			placed -> LuckySeparation.of(placed, scheduling().declarations(), scheduling().keptApart()));
	private final Once<List<ForegoneAnswer>> foregoneAnswers = new Once<>(ForegoneConstraints::of);
	private final Once<List<SharedAddress>> sharedAddresses = new Once<>(SharedAddress::of);
	private final Once<List<SharedVlan>> sharedVlans = new Once<>(SharedVlan::of);
	private final Once<List<OverlappingNetworks>> overlappingNetworks = new Once<>(OverlappingNetworks::of);
	private final Once<List<TakenPort>> takenPorts = new Once<>(TakenPort::of);
	private final Once<List<AddressUse>> addressUses = new Once<>(AddressUse::of);
	private final Once<List<WholeVolume>> wholeVolumes = new Once<>(WholeVolume::of);
	private final Once<List<LostConsumer>> lostConsumers = new Once<>(
			placed -> LostConsumer.of(placed, singlePointsOfFailure().unreachable()));

	RuleContext(Placed placed, Catalogue catalogue, LocalDate today, Acceptances acceptances) {
		this.topology = placed.topology();
		this.conflicts = placed.conflicts();
		this.releaseSupport = new Once<>(same -> ReleaseSupport.of(same, catalogue, today));
		this.kernelCompatibility = new Once<>(same -> new KernelCompatibility(same, catalogue));
		this.softwareFits = new Once<>(same -> SoftwareFits.of(same, catalogue, kernelCompatibility().environments()));
		this.acceptances = acceptances;
	}

	public Topology topology() {
		return topology;
	}

	public SinglePointsOfFailure singlePointsOfFailure() {
		return singlePoints.get();
	}

	private KernelCompatibility kernelCompatibility() {
		return kernelCompatibility.get();
	}

	public List<Compatibility> compatibilities() {
		return compatibilities.get();
	}

	public Scheduling scheduling() {
		return scheduling.get();
	}

	public List<SoftwareFit> softwareFits() {
		return softwareFits.get();
	}

	public List<ClusterMembers> clusterMembersWithoutEngine() {
		return clusterMembersWithoutEngine.get();
	}

	public Alternatives alternatives() {
		return alternatives.get();
	}

	public List<LiveMigration> liveMigrations() {
		return liveMigrations.get();
	}

	public List<GuestDemand> memoryDemands() {
		return memoryDemands.get();
	}

	public List<GuestDemand> cpuDemands() {
		return cpuDemands.get();
	}

	public List<DiskDemand> diskDemands() {
		return diskDemands.get();
	}

	public List<SharedDiskDemand> sharedDiskDemands() {
		return sharedDiskDemands.get();
	}

	public List<VolumeDemand> volumeDemands() {
		return volumeDemands.get();
	}

	public List<PortDemand> portDemands() {
		return portDemands.get();
	}

	/** The feeds on which more may fall than they can carry. */
	public List<FeedLoad> overloadedFeeds() {
		return overloadedFeeds.get();
	}

	public List<ReleaseSupport> releaseSupport() {
		return releaseSupport.get();
	}

	public List<SurvivalAnswer> survivalAnswers() {
		return survivalAnswers.get();
	}

	/** Workloads that wait for each other, circle by circle. */
	public List<List<Workload>> coldCircles() {
		return coldCircles.get();
	}

	/** Why the placement does not keep something, as far as it was found out that none does. */
	public Optional<PlacementConflict> conflictOver(Obligation obligation) {
		return conflicts.stream().filter(conflict -> conflict.givenUp().equals(obligation)).findFirst();
	}

	public List<ConstraintAnswer> constraintAnswers() {
		return constraintAnswers.get();
	}

	public SoleFeeds soleFeeds() {
		return soleFeeds.get();
	}

	/** What all members of a declaration are lost with. */
	public List<SharedFailureDomain> sharedFailureDomains() {
		return sharedFailureDomains.get();
	}

	public Management management() {
		return management.get();
	}

	/** What comes back after losses. */
	public Aftermaths aftermaths() {
		return aftermaths.get();
	}

	/** Declarations that say they recover, of which something does not come back or may not. */
	public List<RecoveryAnswer> recoveryAnswers() {
		return recoveryAnswers.get();
	}

	private CompromiseModel compromiseModel() {
		return compromiseModel.get();
	}

	/** Privileged containers that have others in their hands. */
	public List<PrivilegedReach> privilegedReaches() {
		return privilegedReaches.get();
	}

	/** Managers that a break-out from a container reaches. */
	public List<ExposedManager> exposedManagers() {
		return exposedManagers.get();
	}

	/** The constraints that keep kernels apart and not what a break-out reaches. */
	public List<BreakOut> breakOuts() {
		return breakOuts.get();
	}

	/** Declarations whose members stand apart although nothing asks for it. */
	public List<LuckySeparation> luckySeparations() {
		return luckySeparations.get();
	}

	/** The constraints that every placement keeps, and those that none keeps. */
	public List<ForegoneAnswer> foregoneAnswers() {
		return foregoneAnswers.get();
	}

	public List<SharedAddress> sharedAddresses() {
		return sharedAddresses.get();
	}

	public List<SharedVlan> sharedVlans() {
		return sharedVlans.get();
	}

	public List<OverlappingNetworks> overlappingNetworks() {
		return overlappingNetworks.get();
	}

	public List<TakenPort> takenPorts() {
		return takenPorts.get();
	}

	public List<AddressUse> addressUses() {
		return addressUses.get();
	}

	public List<WholeVolume> wholeVolumes() {
		return wholeVolumes.get();
	}

	public List<LostConsumer> lostConsumers() {
		return lostConsumers.get();
	}

	/** The acceptance, if any, of what a rule says of these subjects together. */
	public Optional<Acceptance> acceptance(Rule rule, List<String> subjects) {
		return acceptances.of(rule.id(), subjects);
	}

	/** A fact about the topology, computed at most once. */
	private final class Once<F> {

		private final Function<Topology, F> analysis;
		private F fact;

		Once(Function<Topology, F> analysis) {
			this.analysis = analysis;
		}

		F get() {
			if (fact == null) {
				fact = analysis.apply(topology);
			}
			return fact;
		}
	}
}
