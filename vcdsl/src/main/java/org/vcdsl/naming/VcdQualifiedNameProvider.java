package org.vcdsl.naming;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.vcdsl.vcd.VcdFile;

import com.google.inject.Inject;

/** A declaration is named by its package and its own name; sites, rooms and racks around it do not count. */
public class VcdQualifiedNameProvider extends IQualifiedNameProvider.AbstractImpl {

	@Inject
	private IQualifiedNameConverter converter;

	@Override
	public QualifiedName getFullyQualifiedName(EObject declaration) {
		var name = SimpleAttributeResolver.NAME_RESOLVER.apply(declaration);
		if (name == null || name.isEmpty()) {
			return null;
		}
		if (declaration instanceof VcdFile) {
			return converter.toQualifiedName(name);
		}
		return packageOf(declaration).append(converter.toQualifiedName(name));
	}

	private QualifiedName packageOf(EObject declaration) {
		return EcoreUtil.getRootContainer(declaration) instanceof VcdFile file
				&& file.getName() != null ? converter.toQualifiedName(file.getName()) : QualifiedName.EMPTY;
	}
}
