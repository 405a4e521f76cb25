package org.vcdsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vcdsl.ui.problems.ProblemMarkers;
import org.vcdsl.ui.problems.ProblemsJob;

/** Saving a file brings its markers up to date. */
class ProblemMarkersTest {

	private static final String SOUND = "package shop\n\nsite cellar {\n}\n";
	private static final String BROKEN = "package shop\n\nsite cellar {\n";

	private static final String CROWDED = """
			package shop
			import vcd.catalog.*

			site cellar {
			  host m1 { memory 8 GiB  os Debian 12  hypervisor kvm }
			}
			vm db on m1 { memory 16 GiB }
			""";

	@RegisterExtension
	final LogGuard log = new LogGuard();
	@RegisterExtension
	final TestProject project = new TestProject();

	@Test
	void errorIsMarkedOnSaveAndUnmarkedOnceMended() throws CoreException, InterruptedException {
		var file = project.file("cellar.vcd", SOUND);
		var editor = EditorDriver.open(file);

		editor.replace(BROKEN);
		saveAndCheck(editor);
		var errors = errorsOf(file);
		assertEquals(1, errors.size());
		var error = errors.getFirst();
		assertTrue(error.getAttribute(IMarker.LINE_NUMBER, 0) >= 3, "at or below the open brace");
		assertTrue(error.getAttribute(IMarker.CHAR_START, -1) >= BROKEN.indexOf('{'));
		assertTrue(error.getAttribute(IMarker.CHAR_END, -1) >= error.getAttribute(IMarker.CHAR_START, -1));
		assertFalse(error.getAttribute(IMarker.MESSAGE, "").isBlank());

		editor.replace(SOUND);
		saveAndCheck(editor);
		assertEquals(List.of(), errorsOf(file));
	}

	@Test
	void savingTwiceMarksOnce() throws CoreException, InterruptedException {
		var file = project.file("cellar.vcd", SOUND);
		var editor = EditorDriver.open(file);

		editor.replace(BROKEN);
		editor.save();
		editor.replace(BROKEN + "\n");
		saveAndCheck(editor);
		assertEquals(1, errorsOf(file).size());
	}

	@Test
	void unsavedTextLeavesTheMarkersOfTheSaved() throws CoreException, InterruptedException {
		var file = project.file("cellar.vcd", BROKEN);
		var editor = EditorDriver.open(file);
		editor.replace(BROKEN + "\n");
		saveAndCheck(editor);

		editor.replace(SOUND);
		Job.getJobManager().join(ProblemsJob.FAMILY, null);
		assertTrue(editor.isDirty());
		assertEquals(1, errorsOf(file).size());
	}

	@Test
	void aRuleBrokenByTheTopologyIsMarkedOnSave() throws CoreException, InterruptedException {
		var file = project.file("crowded.vcd", SOUND);
		var editor = EditorDriver.open(file);

		editor.replace(CROWDED);
		saveAndCheck(editor);

		var error = errorsOf(file).getFirst();
		assertEquals(1, errorsOf(file).size());
		assertEquals(5, error.getAttribute(IMarker.LINE_NUMBER, 0));
		assertTrue(error.getAttribute(IMarker.MESSAGE, "").startsWith("Host 'm1' has 8 GiB of memory"));
		assertTrue(error.getAttribute(IMarker.MESSAGE, "").endsWith("(VCD401)"));
	}

	private static void saveAndCheck(EditorDriver editor) throws InterruptedException {
		editor.save();
		Job.getJobManager().join(ProblemsJob.FAMILY, null);
	}

	private static List<IMarker> errorsOf(IFile file) throws CoreException {
		return Stream.of(file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO))
				.filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR).toList();
	}
}
