package org.vcdsl.scoping;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.ResourceSetGlobalScopeProvider;

import com.google.common.base.Predicate;

/** What other files declare: those loaded beside this one, and the shipped catalogue. */
public class VcdGlobalScopeProvider extends ResourceSetGlobalScopeProvider {

	@Override
	protected IScope getScope(Resource resource, boolean ignoreCase, EClass type, Predicate<IEObjectDescription> filter) {
		ShippedCatalogue.load(resource.getResourceSet());
		return super.getScope(resource, ignoreCase, type, filter);
	}
}
