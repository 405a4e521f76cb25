package org.vcdsl.scoping;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.scoping.impl.ImportNormalizer;
import org.eclipse.xtext.scoping.impl.ImportedNamespaceAwareLocalScopeProvider;
import org.vcdsl.vcd.VcdFile;

/** Names of the own package and of imported ones are visible without it; files of one package see each other. */
public class VcdLocalScopeProvider extends ImportedNamespaceAwareLocalScopeProvider {

	@Override
	protected List<ImportNormalizer> internalGetImportedNamespaceResolvers(EObject context, boolean ignoreCase) {
		var resolvers = new ArrayList<>(super.internalGetImportedNamespaceResolvers(context, ignoreCase));
		if (context instanceof VcdFile file && file.getName() != null) {
			resolvers.add(createImportedNamespaceResolver(file.getName() + ".*", ignoreCase));
		}
		return resolvers;
	}
}
