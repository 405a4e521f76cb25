package org.vcdsl.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.antlr.Tool;
import org.antlr.tool.ANTLRErrorListener;
import org.antlr.tool.ErrorManager;
import org.antlr.tool.Message;
import org.antlr.tool.ToolMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;

/** The parser that is generated from the grammar decides by looking ahead and never tries. */
class GrammarTest {

	private static final String GENERATED = "vcdsl/src/main/xtext-gen/org/vcdsl/parser/antlr/internal/";

	@TempDir
	private Path folder;

	@Test
	void theGrammarDoesNotBacktrack() {
		assertThat(Project.read(GENERATED + "InternalVcd.g")).doesNotContain("backtrack", "memoize", "=>");
		assertThat(Project.read(GENERATED + "InternalVcdParser.java")).doesNotContain("synpred", "state.backtracking");
	}

	/** Among them warning 200: alternatives that cannot be told apart, of which ANTLR silently keeps the first. */
	@Test
	void antlrHasNoWarningsAboutTheGrammar() {
		var said = new ArrayList<String>();
		ErrorManager.setErrorListener(new Listener(said));
		var tool = new Tool(new String[] { "-o", folder.toString(), Project.path(GENERATED + "InternalVcd.g").toAbsolutePath().toString() });

		tool.process();

		assertThat(said).isEmpty();
		assertThat(folder).isNotEmptyDirectory();
	}

	private record Listener(List<String> said) implements ANTLRErrorListener {

		@Override
		public void info(String text) {
			// no complaint
		}

		@Override
		public void error(Message message) {
			said.add(message.toString());
		}

		@Override
		public void warning(Message message) {
			said.add(message.toString());
		}

		@Override
		public void error(ToolMessage message) {
			said.add(message.toString());
		}
	}
}
