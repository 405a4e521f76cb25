package org.vcdsl;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting2.FormatterPreferenceValuesProvider;
import org.eclipse.xtext.formatting2.FormatterPreferences;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.vcdsl.conversion.VcdValueConverters;
import org.vcdsl.formatting2.VcdFormatter;
import org.vcdsl.formatting2.VcdTextRegionAccessBuilder;
import org.vcdsl.lexer.VcdLexer;
import org.vcdsl.messages.SyntaxErrorMessages;
import org.vcdsl.messages.UnknownNameMessages;
import org.vcdsl.naming.VcdQualifiedNameProvider;
import org.vcdsl.recovery.RecoveringParser;
import org.vcdsl.scoping.VcdLinker;

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
	public Class<? extends ILinker> bindILinker() {
		return VcdLinker.class;
	}

	/** Xtext asks for it when a name cannot be linked. */
	public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider$Extended() {
		return UnknownNameMessages.class;
	}

	/** Xtext asks for it when text cannot be parsed. */
	public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
		return SyntaxErrorMessages.class;
	}

	/** Xtext asks for it when text is to be formatted or a changed model is written. */
	public Class<? extends IFormatter2> bindIFormatter2() {
		return VcdFormatter.class;
	}

	/** The formatter and the serializer see text through it. */
	public Class<? extends TextRegionAccessBuilder> bindTextRegionAccessBuilder() {
		return VcdTextRegionAccessBuilder.class;
	}

	/** Where the formatter's settings would come from; it has none. */
	public void configureFormatterPreferences(Binder binder) {
		binder.bind(IPreferenceValuesProvider.class).annotatedWith(FormatterPreferences.class)
				.to(FormatterPreferenceValuesProvider.class);
	}

	@Override
	public Class<? extends IParser> bindIParser() {
		return RecoveringParser.class;
	}

	@Override
	public Class<? extends Lexer> bindLexer() {
		return VcdLexer.class;
	}

	@Override
	public void configureRuntimeLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(VcdLexer.class);
	}
}
