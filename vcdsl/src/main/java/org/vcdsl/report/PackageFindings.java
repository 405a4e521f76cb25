package org.vcdsl.report;

import java.util.List;

import org.vcdsl.finding.Finding;

/**
 * What was found in one package.
 *
 * @param name of the package; empty for text without one
 * @param findings in reading order, each once
 */
public record PackageFindings(String name, List<Finding> findings) {

	public PackageFindings {
		findings = findings.stream().sorted(Finding.READING_ORDER).distinct().toList();
	}

	/** All that was found, in reading order, each once. */
	public static List<Finding> flat(List<PackageFindings> packages) {
		return packages.stream().flatMap(found -> found.findings().stream()).sorted(Finding.READING_ORDER).distinct().toList();
	}
}
