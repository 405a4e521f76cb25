package org.vcdsl.ui.tests;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** An open editor, driven the way its user would. */
record EditorDriver(ITextEditor editor) {

	/** Opens the file the way a double click does. */
	static EditorDriver open(IFile file) {
		IEditorPart part = Ui.call(() -> IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), file));
		return new EditorDriver((ITextEditor) part);
	}

	String id() {
		return Ui.call(() -> editor.getSite().getId());
	}

	void replace(String text) {
		Ui.run(() -> document().set(text));
	}

	void save() {
		Ui.run(() -> editor.doSave(null));
	}

	boolean isDirty() {
		return Ui.call(editor::isDirty);
	}

	/** The colour of the first letter of the text's first occurrence; call it on the UI thread. */
	RGB colorOf(String text) {
		var widget = viewer().getTextWidget();
		StyleRange range = widget.getStyleRangeAtOffset(widget.getText().indexOf(text));
		var color = range == null || range.foreground == null ? widget.getForeground() : range.foreground;
		return color.getRGB();
	}

	private IDocument document() {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	private ITextViewer viewer() {
		return (ITextViewer) editor.getAdapter(ITextOperationTarget.class);
	}
}
