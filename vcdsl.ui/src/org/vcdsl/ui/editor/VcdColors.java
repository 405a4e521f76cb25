package org.vcdsl.ui.editor;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** One token for each kind of text, in the colour the current theme gives it. */
class VcdColors {

	/** Kinds of text with a colour of their own; everything else has the editor's. */
	enum Kind {
		KEYWORD("org.vcdsl.ui.color.keyword", SWT.BOLD),
		COMMENT("org.vcdsl.ui.color.comment", SWT.NORMAL),
		STRING("org.vcdsl.ui.color.string", SWT.NORMAL),
		NUMBER("org.vcdsl.ui.color.number", SWT.NORMAL);

		private final String colorId;
		private final int style;

		Kind(String colorId, int style) {
			this.colorId = colorId;
			this.style = style;
		}
	}

	private final Map<Kind, Token> tokens = new EnumMap<>(Kind.class);
	private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
	private final IPropertyChangeListener onThemeChange = this::themeChanged;
	private final Runnable repaint;

	/** Calls {@code repaint} each time the tokens have taken on new colours, until disposed. */
	VcdColors(Runnable repaint) {
		this.repaint = repaint;
		for (var kind : Kind.values()) {
			tokens.put(kind, new Token(attribute(kind)));
		}
		themes.addPropertyChangeListener(onThemeChange);
	}

	void dispose() {
		themes.removePropertyChangeListener(onThemeChange);
	}

	Token token(Kind kind) {
		return tokens.get(kind);
	}

	private void themeChanged(PropertyChangeEvent event) {
		var changed = event.getProperty();
		if (changed.equals(IThemeManager.CHANGE_CURRENT_THEME) || changed.startsWith("org.vcdsl.ui.color.")) {
			tokens.forEach((kind, token) -> token.setData(attribute(kind)));
			repaint.run();
		}
	}

	private TextAttribute attribute(Kind kind) {
		return new TextAttribute(themes.getCurrentTheme().getColorRegistry().get(kind.colorId), null, kind.style);
	}
}
