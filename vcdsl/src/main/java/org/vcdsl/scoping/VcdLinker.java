package org.vcdsl.scoping;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.IDiagnosticConsumer;
import org.eclipse.xtext.linking.lazy.LazyLinker;

/** Links lazily, and has names looked up anew after every change of a file. */
public class VcdLinker extends LazyLinker {

	@Override
	protected void beforeModelLinked(EObject model, IDiagnosticConsumer diagnostics) {
		super.beforeModelLinked(model, diagnostics);
		var resource = model.eResource();
		if (resource != null && resource.getResourceSet() != null && !ShippedCatalogue.contains(resource)) {
			NameIndex.of(resource.getResourceSet()).forget();
		}
	}
}
