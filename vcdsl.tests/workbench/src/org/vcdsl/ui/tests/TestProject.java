package org.vcdsl.ui.tests;

import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A project for one test; afterwards it is gone, and so are the editors on it. */
final class TestProject implements BeforeEachCallback, AfterEachCallback {

	private IProject project;

	IFile file(String name, String content) throws CoreException {
		var file = project.getFile(name);
		file.create(content.getBytes(StandardCharsets.UTF_8), true, false, null);
		return file;
	}

	@Override
	public void beforeEach(ExtensionContext test) throws CoreException {
		project = ResourcesPlugin.getWorkspace().getRoot().getProject(test.getRequiredTestMethod().getName());
		project.create(null);
		project.open(null);
	}

	@Override
	public void afterEach(ExtensionContext test) throws CoreException {
		Ui.run(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().closeAllEditors(false));
		project.delete(true, true, null);
	}
}
