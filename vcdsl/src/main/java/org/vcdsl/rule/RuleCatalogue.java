package org.vcdsl.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.rule.artifact.NotExpressible;
import org.vcdsl.rule.artifact.UnstatedInput;
import org.vcdsl.rule.capacity.CpuExceeded;
import org.vcdsl.rule.capacity.DiskExceeded;
import org.vcdsl.rule.capacity.FeedOverloaded;
import org.vcdsl.rule.capacity.LimitsExceeded;
import org.vcdsl.rule.capacity.MemoryExceeded;
import org.vcdsl.rule.capacity.SwitchPortsExceeded;
import org.vcdsl.rule.capacity.VolumeExceeded;
import org.vcdsl.rule.failure.CannotStartFromCold;
import org.vcdsl.rule.failure.DependenciesNotStated;
import org.vcdsl.rule.failure.DoesNotRecover;
import org.vcdsl.rule.failure.EverythingInOnePlace;
import org.vcdsl.rule.failure.ManagementBootstrap;
import org.vcdsl.rule.failure.ManagementNotRedundant;
import org.vcdsl.rule.failure.ReplicasShareFailureDomain;
import org.vcdsl.rule.failure.SeparationByLuck;
import org.vcdsl.rule.failure.SingleFeed;
import org.vcdsl.rule.failure.SinglePointOfFailure;
import org.vcdsl.rule.failure.SingleUplink;
import org.vcdsl.rule.failure.SurvivalRefuted;
import org.vcdsl.rule.isolation.ApartButReachable;
import org.vcdsl.rule.isolation.BreakOutReachesManagement;
import org.vcdsl.rule.isolation.PrivilegedSharesKernel;
import org.vcdsl.rule.kernel.CgroupVersionDiffers;
import org.vcdsl.rule.kernel.ClusterMemberWithoutEngine;
import org.vcdsl.rule.kernel.ContainerEngineMissing;
import org.vcdsl.rule.kernel.CpuArchitectureDiffers;
import org.vcdsl.rule.kernel.CpuModelInsufficient;
import org.vcdsl.rule.kernel.EngineDiffers;
import org.vcdsl.rule.kernel.HypervisorMissing;
import org.vcdsl.rule.kernel.ImageNotSupportedByVendor;
import org.vcdsl.rule.kernel.InitIncompatible;
import org.vcdsl.rule.kernel.KernelFamilyDiffers;
import org.vcdsl.rule.kernel.KernelFeatureMissing;
import org.vcdsl.rule.kernel.KernelVersionOutOfRange;
import org.vcdsl.rule.kernel.LibcIncompatible;
import org.vcdsl.rule.kernel.MicroVmKernelNotSupported;
import org.vcdsl.rule.kernel.SupportEnded;
import org.vcdsl.rule.kernel.SystemTooOldForSoftware;
import org.vcdsl.rule.kernel.WindowsBuildDiffers;
import org.vcdsl.rule.language.AcceptanceExpired;
import org.vcdsl.rule.language.AcceptanceMatchesNothing;
import org.vcdsl.rule.language.DependencyCircle;
import org.vcdsl.rule.language.DuplicateName;
import org.vcdsl.rule.language.FinalValueOverridden;
import org.vcdsl.rule.language.GapInGroup;
import org.vcdsl.rule.language.NeedWithoutNumber;
import org.vcdsl.rule.language.NeedsMoreThanThereAre;
import org.vcdsl.rule.language.NoSuchMember;
import org.vcdsl.rule.language.NothingToStandOn;
import org.vcdsl.rule.language.PortsDoNotMatchReplicas;
import org.vcdsl.rule.language.RangeInvalid;
import org.vcdsl.rule.language.RepeatedKey;
import org.vcdsl.rule.language.SyntaxError;
import org.vcdsl.rule.language.TooManyElements;
import org.vcdsl.rule.language.UnknownName;
import org.vcdsl.rule.language.WrongValue;
import org.vcdsl.rule.network.AddressConflict;
import org.vcdsl.rule.network.CidrOverlap;
import org.vcdsl.rule.network.ConsumerWithoutNetwork;
import org.vcdsl.rule.network.NeedUnreachable;
import org.vcdsl.rule.network.NetworkFull;
import org.vcdsl.rule.network.PublishedPortConflict;
import org.vcdsl.rule.network.VlanConflict;
import org.vcdsl.rule.network.VolumeAttachedTwice;
import org.vcdsl.rule.network.VolumeOnAnotherHost;
import org.vcdsl.rule.placement.AddressUnusable;
import org.vcdsl.rule.placement.ConstraintBroken;
import org.vcdsl.rule.placement.ConstraintNeverBroken;
import org.vcdsl.rule.placement.ConstraintNeverKept;
import org.vcdsl.rule.placement.LiveMigrationImpossible;
import org.vcdsl.rule.placement.NoAlternativeHost;
import org.vcdsl.rule.placement.PlacementFileIgnored;

/** All rules there are, by ascending id. */
public final class RuleCatalogue {

	private static final List<Rule> RULES = Stream.<Rule>of(
			new SyntaxError(), new UnknownName(), new DuplicateName(), new WrongValue(), new NeedsMoreThanThereAre(),
			new NeedWithoutNumber(), new AcceptanceMatchesNothing(), new AcceptanceExpired(), new DependencyCircle(),
			new RepeatedKey(), new PortsDoNotMatchReplicas(), new RangeInvalid(), new NoSuchMember(), new GapInGroup(),
			new FinalValueOverridden(), new NothingToStandOn(), new TooManyElements(),
			new KernelFamilyDiffers(), new KernelVersionOutOfRange(), new KernelFeatureMissing(), new CgroupVersionDiffers(),
			new ContainerEngineMissing(), new HypervisorMissing(), new EngineDiffers(), new CpuModelInsufficient(), new SupportEnded(),
			new CpuArchitectureDiffers(), new InitIncompatible(), new SystemTooOldForSoftware(), new LibcIncompatible(),
			new WindowsBuildDiffers(), new ImageNotSupportedByVendor(), new ClusterMemberWithoutEngine(), new MicroVmKernelNotSupported(),
			new EverythingInOnePlace(), new SinglePointOfFailure(), new ReplicasShareFailureDomain(), new DependenciesNotStated(),
			new SurvivalRefuted(), new CannotStartFromCold(), new SeparationByLuck(), new SingleFeed(), new SingleUplink(),
			new ManagementBootstrap(), new ManagementNotRedundant(), new DoesNotRecover(),
			new MemoryExceeded(), new CpuExceeded(), new DiskExceeded(), new FeedOverloaded(), new LimitsExceeded(),
			new SwitchPortsExceeded(), new VolumeExceeded(),
			new PrivilegedSharesKernel(), new BreakOutReachesManagement(), new ApartButReachable(),
			new ConstraintBroken(), new NoAlternativeHost(), new LiveMigrationImpossible(),
			new ConstraintNeverBroken(), new ConstraintNeverKept(), new PlacementFileIgnored(), new AddressUnusable(),
			new NeedUnreachable(), new VolumeOnAnotherHost(), new AddressConflict(), new VlanConflict(), new CidrOverlap(),
			new PublishedPortConflict(), new ConsumerWithoutNetwork(), new NetworkFull(), new VolumeAttachedTwice(),
			new UnstatedInput(), new NotExpressible())
			.sorted(Comparator.comparing(Rule::id)).toList();

	private static final Map<String, Rule> BY_ID = RULES.stream().collect(Collectors.toMap(Rule::id, Function.identity()));

	private RuleCatalogue() {
	}

	public static List<Rule> all() {
		return RULES;
	}

	/** Those that judge a topology. */
	public static List<TopologyRule> topologyRules() {
		return RULES.stream().filter(TopologyRule.class::isInstance).map(TopologyRule.class::cast).toList();
	}

	public static Optional<Rule> byId(String id) {
		return Optional.ofNullable(BY_ID.get(id));
	}
}
