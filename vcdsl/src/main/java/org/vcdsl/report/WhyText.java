package org.vcdsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.placement.Explanation;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** Why a workload runs where it stands, or would elsewhere, as a terminal shows it. */
public final class WhyText {

	private static final String LINE = "  %-9s %s\n";

	private WhyText() {
	}

	/** A workload on one platform: its kernel, what starts it, what was compared, the verdict. */
	public static String of(Explanation why) {
		var text = new StringBuilder("'%s' (%s) %s '%s'\n".formatted(why.workload().name(), kind(why.workload()),
				why.standsThere() ? "stands on" : "on", why.platform().name()));
		text.append(LINE.formatted("kernel", kernel(why)));
		text.append(LINE.formatted("start", why.starter().orElse("nothing there starts it")));
		why.compared().forEach(compared -> text.append(LINE.formatted(verdict(compared.answer().verdict().name()), answer(compared))));
		why.obstacle().ifPresent(reason -> text.append(LINE.formatted("fails", "it " + reason)));
		return text.append(LINE.formatted("verdict", verdict(why))).toString();
	}

	/** What else carries something: the decisive reason why not, or that it could stand there. */
	public static String elsewhere(Map<Optional<String>, List<ContainerHost>> outcomes) {
		if (outcomes.isEmpty()) {
			return "elsewhere: there is no other host\n";
		}
		return outcomes.entrySet().stream().map(outcome -> LINE.formatted(outcome.getKey().isEmpty() ? "could" : "not",
				names(outcome.getValue()) + outcome.getKey().map(reason -> ": it " + reason).orElse("")))
				.collect(Collectors.joining("", "elsewhere\n", ""));
	}

	private static String kind(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> "virtual machine";
			case MicroVirtualMachine vm -> "micro virtual machine";
			case Container container -> "container";
			case SystemContainer container -> "system container";
			case Pod pod -> "pod";
		};
	}

	private static String kernel(Explanation why) {
		var from = why.workload().bringsKernel() ? "its own" : "borrowed from '%s'".formatted(why.kernelFrom().name());
		if (why.system().isEmpty()) {
			return from + ", of which nobody stated anything";
		}
		var system = why.system().get();
		var facts = new ArrayList<>(List.of(describe(system.kernel()), "%s, %s (%s)".formatted(from, system.name(), place(system.source()))));
		system.cgroup().ifPresent(cgroup -> facts.add("cgroup " + cgroup.label()));
		if (!system.sources().isEmpty()) {
			facts.add("from the catalogue: " + String.join("; ", system.sources()));
		}
		return String.join("; ", facts);
	}

	private static String describe(Kernel kernel) {
		var name = kernel.release().or(() -> kernel.upstream().map(Object::toString)).orElse("of unstated version");
		var upstream = kernel.upstream().map(Object::toString).filter(version -> !version.equals(name)).map(version -> ", upstream " + version)
				.orElse("");
		return "%s %s%s%s".formatted(kernel.family().platformName(), name, upstream,
				kernel.backported() ? ", with features carried back from newer ones" : "");
	}

	private static String answer(Compatibility compared) {
		var who = compared.container().map("container '%s', "::formatted).orElse("") + compared.image().map("image '%s'"::formatted).orElse("its own");
		var sources = compared.answer().sources();
		return "%s, '%s' (%s): %s%s".formatted(who, compared.question(), place(compared.asked()), compared.reason(),
				sources.isEmpty() ? "" : " (source: %s)".formatted(String.join("; ", sources)));
	}

	private static String verdict(Explanation why) {
		var verdict = verdict(why.verdict().name());
		return switch (why.verdict()) {
			case RUNS -> why.compared().isEmpty() ? "runs, as far as stated: nothing was asked of it" : "runs, as far as stated";
			case DEGRADED -> "degraded: it runs, but not as it should";
			case UNSUPPORTED -> "unsupported by a vendor";
			case FAILS, UNKNOWN -> verdict;
		};
	}

	private static String verdict(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private static String place(SourceRange source) {
		return source.file() + ":" + source.line();
	}

	private static String names(List<? extends Element> elements) {
		return Names.listed(elements.stream().map(Element::name).toList());
	}
}
