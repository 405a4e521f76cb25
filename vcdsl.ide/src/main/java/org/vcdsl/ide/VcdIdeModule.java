package org.vcdsl.ide;

import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;
import org.vcdsl.ide.lexer.VcdContentAssistLexer;

import com.google.inject.Binder;
import com.google.inject.name.Names;

/** Says which of our classes answer an editor's questions: completion, hover, symbols, quick fixes. */
public class VcdIdeModule extends AbstractVcdIdeModule {

	@Override
	public void configureContentAssistLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerIdeBindings.CONTENT_ASSIST)).to(VcdContentAssistLexer.class);
	}
}
