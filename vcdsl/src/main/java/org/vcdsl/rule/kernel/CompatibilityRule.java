package org.vcdsl.rule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.finding.Finding;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;

/**
 * A rule about some kinds of questions of compatibility: what fails is an error and forbids deployment, what is not supported is a warning,
 * what is unknown a remark. Of what fails it says where else it runs.
 */
abstract class CompatibilityRule implements TopologyRule {

	private static final int NAMED = 3;

	private final RuleDescription description;
	private final Set<Compatibility.Kind> kinds;

	CompatibilityRule(RuleDescription description, Compatibility.Kind... kinds) {
		this.description = description;
		this.kinds = Set.of(kinds);
	}

	@Override
	public final RuleDescription description() {
		return description;
	}

	@Override
	public final boolean forbidsDeployment() {
		return true;
	}

	@Override
	public final void check(RuleContext context, Consumer<Finding> findings) {
		context.compatibilities().stream()
				.filter(compatibility -> kinds.contains(compatibility.kind()) && compatibility.answer().verdict() != Verdict.RUNS)
				.map(compatibility -> finding(compatibility, context)).forEach(findings);
	}

	private Finding finding(Compatibility compatibility, RuleContext context) {
		var first = compatibility.workloads().getFirst();
		var subjects = new ArrayList<>(List.of(first.declaration(), compatibility.asker()));
		compatibility.platforms().forEach(platform -> subjects.add(platform.name()));
		compatibility.image().ifPresent(subjects::add);
		return new Finding(id(), Severities.of(compatibility.answer().verdict()), first.source(), message(compatibility, context),
				subjects.stream().distinct().toList(), compatibility.answer().sources());
	}

	private static String message(Compatibility compatibility, RuleContext context) {
		var count = compatibility.workloads().size();
		var who = "'%s'%s".formatted(compatibility.asker(), count == 1 ? "" : " (%s replicas)".formatted(count));
		var where = where(compatibility.platforms());
		var what = what(compatibility);
		var because = compatibility.reason();
		return switch (compatibility.answer().verdict()) {
			case UNKNOWN, RUNS -> "Whether %s runs on %s is unknown: %s, and %s.".formatted(who, where, what, because);
			case DEGRADED -> "%s runs on %s, but not as it should: %s, and %s.".formatted(who, where, what, because);
			case UNSUPPORTED -> "%s is not supported on %s: %s, but %s.".formatted(who, where, what, because);
			case FAILS -> "%s does not run on %s: %s, but %s.".formatted(who, where, what, because);
		} + advice(compatibility) + elsewhere(compatibility, context);
	}

	/** Platforms that are alike share an answer; the first speaks for all. */
	private static String where(List<? extends Element> platforms) {
		var others = platforms.size() - 1;
		return "'%s'%s".formatted(platforms.getFirst().name(), others == 0 ? "" : " and %s more like it".formatted(others));
	}

	private static String what(Compatibility compatibility) {
		var verb = switch (compatibility.kind()) {
			case LIBC, INIT -> "brings";
			case WINDOWS_BUILD, VENDOR_SUPPORT -> "is made";
			case KERNEL_FAMILY, CPU_ARCHITECTURE, KERNEL_VERSION, KERNEL_FEATURE, KERNEL_OPTION, BOOT_PARAMETER, CGROUP_VERSION, ENGINE,
					CPU_MODEL -> "asks for";
		};
		return "%s %s '%s' (%s)".formatted(compatibility.image().map("its image '%s'"::formatted).orElse("it"), verb,
				compatibility.question(), place(compatibility));
	}

	/** Where it is asked: in another file, perhaps one of the catalogue, the line alone would mislead. */
	private static String place(Compatibility compatibility) {
		var asked = compatibility.asked();
		return (asked.file().equals(compatibility.workloads().getFirst().source().file()) ? "" : asked.file() + ", ") + "line "
				+ asked.line();
	}

	private static String advice(Compatibility compatibility) {
		return compatibility.answer().remedy().map(clause -> clause.replace(Answer.PLATFORM, compatibility.platforms().getFirst().name()))
				.map(" Remedy: %s."::formatted).orElse("");
	}

	/** Asked anew for all of it, not for this question alone. */
	private static String elsewhere(Compatibility compatibility, RuleContext context) {
		if (compatibility.answer().verdict() != Verdict.FAILS) {
			return "";
		}
		var running = context.alternatives().runningOn(compatibility.workloads().getFirst(), NAMED + 1);
		var named = running.stream().limit(NAMED).map(Element::name).collect(Collectors.joining("', '", "'", "'"));
		return running.isEmpty() ? "" : " It would run on %s%s.".formatted(named, running.size() > NAMED ? " and others" : "");
	}
}
