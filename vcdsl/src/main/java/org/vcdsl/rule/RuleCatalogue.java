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
import org.vcdsl.rule.capacity.MemoryExceeded;
import org.vcdsl.rule.failure.EverythingInOnePlace;
import org.vcdsl.rule.failure.ReplicasShareFailureDomain;
import org.vcdsl.rule.failure.SinglePointOfFailure;
import org.vcdsl.rule.kernel.CgroupVersionDiffers;
import org.vcdsl.rule.kernel.ContainerEngineMissing;
import org.vcdsl.rule.kernel.HypervisorMissing;
import org.vcdsl.rule.kernel.KernelFamilyDiffers;
import org.vcdsl.rule.kernel.KernelVersionOutOfRange;
import org.vcdsl.rule.language.AcceptanceExpired;
import org.vcdsl.rule.language.AcceptanceMatchesNothing;
import org.vcdsl.rule.language.DependencyCircle;
import org.vcdsl.rule.language.DuplicateName;
import org.vcdsl.rule.language.NeedWithoutNumber;
import org.vcdsl.rule.language.NeedsMoreThanThereAre;
import org.vcdsl.rule.language.PortsDoNotMatchReplicas;
import org.vcdsl.rule.language.RepeatedKey;
import org.vcdsl.rule.language.SyntaxError;
import org.vcdsl.rule.language.UnknownName;
import org.vcdsl.rule.language.WrongValue;
import org.vcdsl.rule.network.NeedUnreachable;
import org.vcdsl.rule.network.VolumeOnAnotherHost;

/** All rules there are, by ascending id. */
public final class RuleCatalogue {

	private static final List<Rule> RULES = Stream.<Rule>of(
			new SyntaxError(), new UnknownName(), new DuplicateName(), new WrongValue(), new NeedsMoreThanThereAre(),
			new NeedWithoutNumber(), new AcceptanceMatchesNothing(), new AcceptanceExpired(), new DependencyCircle(),
			new RepeatedKey(), new PortsDoNotMatchReplicas(),
			new KernelFamilyDiffers(), new KernelVersionOutOfRange(), new CgroupVersionDiffers(),
			new ContainerEngineMissing(), new HypervisorMissing(),
			new EverythingInOnePlace(), new SinglePointOfFailure(), new ReplicasShareFailureDomain(),
			new MemoryExceeded(),
			new NeedUnreachable(), new VolumeOnAnotherHost(),
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
