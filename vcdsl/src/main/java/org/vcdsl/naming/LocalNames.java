package org.vcdsl.naming;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.PodBody;
import org.vcdsl.vcd.PodContainerDeclaration;

/** What declarations are called inside their package: only clusters and pods qualify names. */
public final class LocalNames {

	private LocalNames() {
	}

	/** For instance {@code k8s.cp} for a declaration in a cluster, {@code alpha} for one in a rack. */
	public static String of(EObject declaration) {
		var name = SimpleAttributeResolver.NAME_RESOLVER.apply(declaration);
		var container = declaration.eContainer();
		if (container instanceof ClusterDeclaration cluster) {
			return cluster.getName() + "." + name;
		}
		return declaration instanceof PodContainerDeclaration && container instanceof PodBody body
				? of(body.eContainer()) + "." + name
				: name;
	}
}
