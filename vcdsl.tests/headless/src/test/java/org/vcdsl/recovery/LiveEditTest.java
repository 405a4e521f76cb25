package org.vcdsl.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;
import org.vcdsl.vcd.VcdFile;

/** A document edited in small steps equals the same text parsed anew. */
class LiveEditTest {

	private static final int EDITS = 100;
	private static final List<String> TYPED = List.of(" ", "\n", "x", "7", "{", "}", ",", "\"", "host h9 { }\n", "memory 8 GiB ", ".", "//", "-");

	@ParameterizedTest
	@ValueSource(strings = { "examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd", "examples/dc1/standards.vcd" })
	void aLiveEditedDocumentEqualsAFreshParse(String example) {
		var original = Project.read(example);
		var live = LiveText.parse(original);
		var random = new Random(11);
		for (var i = 0; i < EDITS; i++) {
			var before = text(live);
			var offset = random.nextInt(before.length());
			var removed = random.nextInt(3) == 0 ? Math.min(1 + random.nextInt(4), before.length() - offset) : 0;
			var inserted = removed > 0 && random.nextBoolean() ? "" : TYPED.get(random.nextInt(TYPED.size()));
			assertSameAfter(live, offset, removed, inserted);
			if (random.nextInt(4) > 0) {
				assertSameAfter(live, offset, inserted.length(), before.substring(offset, offset + removed));
			}
			if (i % 25 == 24) {
				live.update(0, text(live).length(), original);
			}
		}
	}

	@Test
	void anEditInsideOneItemReparsesNoOther() {
		var live = LiveText.parse(Project.read("examples/dc1/dc1.vcd"));
		var before = items(live);
		var offset = text(live).indexOf("vcpu 4") + "vcpu ".length();

		live.update(offset, 1, "8");

		var after = items(live);
		assertThat(text(live)).contains("vcpu 8");
		assertThat(after).hasSameSizeAs(before);
		var replaced = 0;
		for (var i = 0; i < before.size(); i++) {
			replaced += before.get(i) == after.get(i) ? 0 : 1;
		}
		assertThat(replaced).isLessThanOrEqualTo(1);
	}

	private static void assertSameAfter(XtextResource live, int offset, int removed, String inserted) {
		live.update(offset, removed, inserted);
		var fresh = LiveText.parse(text(live));
		assertThat(live.getParseResult().getRootNode().getText()).isEqualTo(text(fresh));
		assertThat(new TreesAlone().equals(live.getContents(), fresh.getContents())).as("the tree of\n%s", text(live)).isTrue();
		assertThat(errors(live)).as("the errors of\n%s", text(live)).isEqualTo(errors(fresh));
		assertThat(leaves(live)).as("the nodes of\n%s", text(live)).isEqualTo(leaves(fresh));
	}

	private static String text(XtextResource resource) {
		return resource.getParseResult().getRootNode().getText();
	}

	private static List<String> errors(XtextResource resource) {
		return resource.getErrors().stream().map(error -> error.getLine() + ":" + error.getColumn() + " " + error.getMessage()).sorted()
				.toList();
	}

	private static List<String> leaves(XtextResource resource) {
		return StreamSupport.stream(resource.getParseResult().getRootNode().getLeafNodes().spliterator(), false).map(INode::getText)
				.toList();
	}

	private static List<Object> items(XtextResource resource) {
		return new ArrayList<>(((VcdFile) resource.getContents().getFirst()).getItems());
	}

	/** Links follow from the text, and take long to find. */
	private static final class TreesAlone extends EcoreUtil.EqualityHelper {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean haveEqualReference(EObject one, EObject other, EReference reference) {
			return !reference.isContainment() || super.haveEqualReference(one, other, reference);
		}
	}
}
