package org.vcdsl.ui.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.ide.ResourceUtil;
import org.vcdsl.ui.problems.ProblemsJob;

/** The editor for {@code .vcd} files: colours as they are typed, findings as they are saved. */
public class VcdEditor extends TextEditor {

	/** The id under which the editor is registered. */
	public static final String ID = "org.vcdsl.ui.editor";

	private VcdColors colors;

	@Override
	protected void initializeEditor() {
		super.initializeEditor();
		colors = new VcdColors(this::repaint);
		setSourceViewerConfiguration(new VcdSourceViewerConfiguration(getPreferenceStore(), colors));
	}

	@Override
	public void dispose() {
		colors.dispose();
		super.dispose();
	}

	@Override
	protected void performSave(boolean overwrite, IProgressMonitor monitor) {
		super.performSave(overwrite, monitor);
		findProblemsUnlessDirty();
	}

	@Override
	protected void performSaveAs(IProgressMonitor monitor) {
		super.performSaveAs(monitor);
		findProblemsUnlessDirty();
	}

	/** A save that failed or was called off leaves the editor dirty, and the file's findings as they were. */
	private void findProblemsUnlessDirty() {
		var file = ResourceUtil.getFile(getEditorInput());
		if (file != null && !isDirty()) {
			ProblemsJob.scheduleFor(file);
		}
	}

	private void repaint() {
		if (getSourceViewer() != null) {
			getSourceViewer().invalidateTextPresentation();
		}
	}
}
