package org.vcdsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vcdsl.ui.placement.SavePlacementJob;
import org.vcdsl.ui.problems.ProblemMarkers;
import org.vcdsl.ui.problems.ProblemsJob;

/** What lies beside the text counts in the workbench, and is written from there. */
class CompanionsTest {

	private static final String CROWDED = """
			package shop
			import vcd.catalog.*

			site cellar {
			  host m1 { memory 8 GiB  os Debian 12  hypervisor kvm }
			}
			vm db on m1 { memory 16 GiB }
			""";

	private static final String PLACEMENT = """
			{
			  "version": 1,
			  "package": "shop",
			  "places": {
			    "db": "m1"
			  }
			}
			""";

	@RegisterExtension
	final LogGuard log = new LogGuard();
	@RegisterExtension
	final TestProject project = new TestProject();

	@Test
	void settingsAndPlacementFilesCountInTheEditor() throws CoreException, InterruptedException {
		project.file("vcd.yaml", "severity: { VCD401: warning }\n");
		project.file("shop.placement.json", PLACEMENT.replace("\"db\": \"m1\"", "\"gone\": \"m1\""));
		var file = project.file("shop.vcd", "");
		var editor = EditorDriver.open(file);

		editor.replace(CROWDED);
		editor.save();
		Job.getJobManager().join(ProblemsJob.FAMILY, null);

		assertEquals(IMarker.SEVERITY_WARNING, severityOf(file, "(VCD401)"));
		assertEquals(IMarker.SEVERITY_ERROR, severityOf(file, "shop.placement.json:5:5: Package 'shop' has no workload 'gone'"));
	}

	@Test
	void theCommandKeepsWhereWorkloadsStand() throws CoreException, InterruptedException {
		var file = project.file("shop.vcd", CROWDED);
		EditorDriver.open(file);

		Ui.call(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getService(IHandlerService.class)
				.executeCommand("org.vcdsl.ui.savePlacement", null));
		Job.getJobManager().join(SavePlacementJob.FAMILY, null);
		Job.getJobManager().join(ProblemsJob.FAMILY, null);

		var kept = file.getParent().getFile(IPath.fromOSString("shop.placement.json"));
		assertTrue(kept.exists());
		assertEquals(PLACEMENT, kept.readString());
	}

	private static int severityOf(IFile file, String message) throws CoreException {
		return Stream.of(file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO))
				.filter(marker -> marker.getAttribute(IMarker.MESSAGE, "").contains(message)).findFirst().orElseThrow()
				.getAttribute(IMarker.SEVERITY, -1);
	}
}
