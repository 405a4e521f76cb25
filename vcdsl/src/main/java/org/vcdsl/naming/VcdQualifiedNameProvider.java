package org.vcdsl.naming;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.vcdsl.vcd.VcdFile;

import com.google.inject.Inject;

/** A declaration is named by its package, the clusters and pods around it, and its own name; places around it do not count. */
public class VcdQualifiedNameProvider extends IQualifiedNameProvider.AbstractImpl {

	@Inject
	private IQualifiedNameConverter converter;

	@Override
	public QualifiedName getFullyQualifiedName(EObject declaration) {
		if (declaration instanceof VcdFile file) {
			return file.getName() == null || file.getName().isEmpty() ? null : converter.toQualifiedName(file.getName());
		}
		var name = SimpleAttributeResolver.NAME_RESOLVER.apply(declaration);
		return name == null || name.isEmpty() ? null
				: packageOf(declaration).append(converter.toQualifiedName(LocalNames.of(declaration)));
	}

	private QualifiedName packageOf(EObject declaration) {
		return EcoreUtil.getRootContainer(declaration) instanceof VcdFile file
				&& file.getName() != null ? converter.toQualifiedName(file.getName()) : QualifiedName.EMPTY;
	}
}
