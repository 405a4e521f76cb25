package org.vcdsl.formatting2;

import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.formatting2.regionaccess.internal.NodeModelBasedRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Gives access to the words of a text even where a key is given twice. The model keeps the last of two values, and Xtext takes it ill
 * that the words of the first belong to nothing; here they belong to what stands around them.
 */
public class VcdTextRegionAccessBuilder extends TextRegionAccessBuilder {

	private NodeModelBasedRegionAccessBuilder ofText;

	@Override
	public TextRegionAccessBuilder forNodeModel(XtextResource resource) {
		ofText = new OfText().withResource(resource);
		return this;
	}

	@Override
	public ITextRegionAccess create() {
		return ofText == null ? super.create() : ofText.create();
	}

	private static final class OfText extends NodeModelBasedRegionAccessBuilder {

		@Override
		protected boolean isEObjectRoot(INode node) {
			return super.isEObjectRoot(node) && !isReplaced(node);
		}

		private static boolean isReplaced(INode node) {
			var element = node.getSemanticElement();
			return element != null && element.eResource() == null;
		}
	}
}
