package org.vcdsl.scoping;

import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;

/** The visible names as Xtext asks for them. A name that leaves a choice stands for nothing, and lists its candidates. */
final class VcdScope implements IScope {

	private final VisibleNames names;

	VcdScope(VisibleNames names) {
		this.names = names;
	}

	@Override
	public IEObjectDescription getSingleElement(QualifiedName name) {
		var found = names.find(name.toString());
		return found.size() == 1 ? EObjectDescription.create(name, found.getFirst()) : null;
	}

	@Override
	public Iterable<IEObjectDescription> getElements(QualifiedName name) {
		return names.find(name.toString()).stream().map(found -> EObjectDescription.create(name, found)).toList();
	}

	/** The shortest name of an element. */
	@Override
	public IEObjectDescription getSingleElement(EObject element) {
		return getElements(element).stream().findFirst().orElse(null);
	}

	/** All names that stand for an element and leave no choice, short ones first. */
	@Override
	public List<IEObjectDescription> getElements(EObject element) {
		var found = namesOf(element);
		if (found.isEmpty()) {
			names.lookAnew();
			return namesOf(element);
		}
		return found;
	}

	private List<IEObjectDescription> namesOf(EObject element) {
		return names.candidates(element).stream().filter(name -> standsFor(name, element))
				.sorted(Comparator.comparingInt(String::length)).map(name -> description(name, element)).toList();
	}

	private boolean standsFor(String name, EObject element) {
		var found = names.find(name);
		return found.size() == 1 && (found.getFirst() == element || EcoreUtil.getURI(found.getFirst()).equals(EcoreUtil.getURI(element)));
	}

	@Override
	public Iterable<IEObjectDescription> getAllElements() {
		return names.all().entrySet().stream().map(visible -> description(visible.getKey(), visible.getValue())).toList();
	}

	private static IEObjectDescription description(String name, EObject element) {
		return EObjectDescription.create(QualifiedName.create(name.split("\\.")), element);
	}
}
