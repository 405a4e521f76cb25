package org.vcdsl;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.scoping.IGlobalScopeProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.scoping.impl.AbstractDeclarativeScopeProvider;
import org.vcdsl.conversion.VcdValueConverters;
import org.vcdsl.lexer.VcdLexer;
import org.vcdsl.messages.SyntaxErrorMessages;
import org.vcdsl.messages.UnknownNameMessages;
import org.vcdsl.naming.VcdQualifiedNameProvider;
import org.vcdsl.scoping.VcdGlobalScopeProvider;
import org.vcdsl.scoping.VcdLocalScopeProvider;

import com.google.inject.Binder;
import com.google.inject.name.Names;

/** Says which of our classes Xtext uses for the language, with or without Eclipse around it. */
public class VcdRuntimeModule extends AbstractVcdRuntimeModule {

	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return VcdValueConverters.class;
	}

	@Override
	public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
		return VcdQualifiedNameProvider.class;
	}

	@Override
	public Class<? extends IGlobalScopeProvider> bindIGlobalScopeProvider() {
		return VcdGlobalScopeProvider.class;
	}

	/** Xtext asks for it when a name cannot be linked. */
	public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider$Extended() {
		return UnknownNameMessages.class;
	}

	/** Xtext asks for it when text cannot be parsed. */
	public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
		return SyntaxErrorMessages.class;
	}

	@Override
	public Class<? extends Lexer> bindLexer() {
		return VcdLexer.class;
	}

	@Override
	public void configureRuntimeLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(VcdLexer.class);
	}

	@Override
	public void configureIScopeProviderDelegate(Binder binder) {
		binder.bind(IScopeProvider.class).annotatedWith(Names.named(AbstractDeclarativeScopeProvider.NAMED_DELEGATE))
				.to(VcdLocalScopeProvider.class);
	}
}
