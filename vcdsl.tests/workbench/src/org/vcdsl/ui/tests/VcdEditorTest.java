package org.vcdsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vcdsl.ui.editor.VcdEditor;

/** The editor shows what kind of word each word is. */
class VcdEditorTest {

	@RegisterExtension
	final LogGuard log = new LogGuard();
	@RegisterExtension
	final TestProject project = new TestProject();

	@Test
	void opensTopologiesByDefault() throws CoreException {
		var editor = EditorDriver.open(project.file("dc1.vcd", "package acme\n"));
		assertEquals(VcdEditor.ID, editor.id());
	}

	@Test
	void keywordsCommentsStringsAndNamesDifferInColor() throws CoreException {
		var editor = EditorDriver.open(project.file("dc1.vcd", """
				package acme  // the whole firm
				site website { }
				"a label" 4711
				"""));
		awaitKeywordColors(editor);

		List<RGB> colors = Ui.call(() -> Stream.of("acme", "package", "//", "\"a", "4711").map(editor::colorOf).distinct().toList());
		assertEquals(5, colors.size());
		assertEquals(Ui.call(() -> editor.colorOf("acme")), Ui.call(() -> editor.colorOf("website")));
	}

	@Test
	void colorsFollowTheDarkTheme() throws CoreException {
		var themes = Ui.call(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class));
		var usual = Ui.call(themes::getActiveTheme);
		var editor = EditorDriver.open(project.file("dc1.vcd", "package acme\n"));
		awaitKeywordColors(editor);
		var light = Ui.call(() -> editor.colorOf("package"));
		try {
			Ui.run(() -> themes.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false));
			Ui.await("the keyword is painted anew", () -> !editor.colorOf("package").equals(light));
			assertNotEquals(Ui.call(() -> editor.colorOf("acme")), Ui.call(() -> editor.colorOf("package")));
		} finally {
			Ui.run(() -> themes.setTheme(usual, false));
		}
	}

	private static void awaitKeywordColors(EditorDriver editor) {
		Ui.await("keywords are coloured", () -> !editor.colorOf("package").equals(editor.colorOf("acme")));
	}
}
