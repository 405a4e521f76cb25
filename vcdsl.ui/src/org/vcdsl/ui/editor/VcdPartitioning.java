package org.vcdsl.ui.editor;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** Divides a document into comments, strings and the rest. */
public class VcdPartitioning implements IDocumentSetupParticipant {

	/** Name of this division, beside those other tools may make of the same document. */
	static final String NAME = "org.vcdsl.ui.partitioning";

	static final String COMMENT = "org.vcdsl.ui.comment";
	static final String STRING = "org.vcdsl.ui.string";

	private static final char ESCAPE = '\\';

	@Override
	public void setup(IDocument document) {
		if (document instanceof IDocumentExtension3 partitioned && partitioned.getDocumentPartitioner(NAME) == null) {
			var partitioner = new FastPartitioner(scanner(), new String[] { COMMENT, STRING });
			partitioner.connect(document);
			partitioned.setDocumentPartitioner(NAME, partitioner);
		}
	}

	private static RuleBasedPartitionScanner scanner() {
		var comment = new Token(COMMENT);
		var string = new Token(STRING);
		var scanner = new RuleBasedPartitionScanner();
		scanner.setPredicateRules(new IPredicateRule[] {
			new EndOfLineRule("//", comment),
			new MultiLineRule("/*", "*/", comment, (char) 0, true),
			// to the end of its line at most, or a quote just typed would repaint the rest of the file
			new SingleLineRule("\"", "\"", string, ESCAPE, true),
			new SingleLineRule("'", "'", string, ESCAPE, true),
		});
		return scanner;
	}
}
