package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** The release that an image is made from against what the vendor of the host supports. */
public final class ImageNotSupportedByVendor extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD215", "image-not-supported-by-vendor", Severity.WARNING,
			"Vendor of the host does not support the image there", """
			An image may run on a host whose vendor does not stand by it: nobody tested the two together, and nobody mends what
			breaks. Red Hat publishes which releases it supports as images on which hosts.""", """
			Make the image from a release that is supported there, or accept that it is not.""", List.of(
					"Red Hat Enterprise Linux Container Compatibility Matrix"));

	public ImageNotSupportedByVendor() {
		super(DESCRIPTION, Kind.VENDOR_SUPPORT);
	}
}
