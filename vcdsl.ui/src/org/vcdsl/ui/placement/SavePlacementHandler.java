package org.vcdsl.ui.placement;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;

/** Keeps the placement of the package that the active editor shows, as it is saved; asks to save it first where it is not. */
public final class SavePlacementHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		var editor = HandlerUtil.getActiveEditorChecked(event);
		var file = ResourceUtil.getFile(editor.getEditorInput());
		if (file != null && editor.getSite().getPage().saveEditor(editor, true)) {
			new SavePlacementJob(file).schedule();
		}
		return null;
	}
}
