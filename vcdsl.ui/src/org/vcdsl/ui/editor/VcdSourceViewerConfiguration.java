package org.vcdsl.ui.editor;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.vcdsl.ui.editor.VcdColors.Kind;

/** What makes a plain text viewer one for {@code .vcd} text. */
class VcdSourceViewerConfiguration extends TextSourceViewerConfiguration {

	private final VcdColors colors;

	VcdSourceViewerConfiguration(IPreferenceStore preferences, VcdColors colors) {
		super(preferences);
		this.colors = colors;
	}

	@Override
	public String getConfiguredDocumentPartitioning(ISourceViewer viewer) {
		return VcdPartitioning.NAME;
	}

	@Override
	public String[] getConfiguredContentTypes(ISourceViewer viewer) {
		return new String[] { IDocument.DEFAULT_CONTENT_TYPE, VcdPartitioning.COMMENT, VcdPartitioning.STRING };
	}

	@Override
	public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
		var reconciler = new PresentationReconciler();
		reconciler.setDocumentPartitioning(VcdPartitioning.NAME);
		paint(reconciler, IDocument.DEFAULT_CONTENT_TYPE, codeScanner(viewer));
		paint(reconciler, VcdPartitioning.COMMENT, inOneColor(Kind.COMMENT));
		paint(reconciler, VcdPartitioning.STRING, inOneColor(Kind.STRING));
		return reconciler;
	}

	private ITokenScanner codeScanner(ISourceViewer viewer) {
		var scanner = new VcdCodeScanner(colors.token(Kind.KEYWORD), colors.token(Kind.NUMBER));
		VcdKeywords.whenKnown(viewer.getTextWidget().getDisplay(), keywords -> {
			scanner.recognise(keywords);
			viewer.invalidateTextPresentation();
		});
		return scanner;
	}

	private ITokenScanner inOneColor(Kind kind) {
		var scanner = new RuleBasedScanner();
		scanner.setDefaultReturnToken(colors.token(kind));
		return scanner;
	}

	private static void paint(PresentationReconciler reconciler, String contentType, ITokenScanner scanner) {
		var painter = new DefaultDamagerRepairer(scanner);
		reconciler.setDamager(painter, contentType);
		reconciler.setRepairer(painter, contentType);
	}
}
