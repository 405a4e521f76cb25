package org.vcdsl.scoping;

import static org.vcdsl.vcd.VcdPackage.Literals.*;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.scoping.IScope;
import org.vcdsl.vcd.FactClause;
import org.vcdsl.vcd.PlatformReference;

/**
 * Answers which names may stand where one element refers to another: those of the right kind that are visible there.
 *
 * <p>What a reference may name beyond the type the grammar gives it stands in the tables of this class.
 */
public class VcdScopeProvider extends AbstractVcdScopeProvider {

	private static final Set<EClass> PLATFORMS = Set.of(HOST_DECLARATION, VM_DECLARATION, CLUSTER_DECLARATION);

	private static final Set<EClass> PLACES = Set.of(SITE_DECLARATION, ROOM_DECLARATION, RACK_DECLARATION, HOST_DECLARATION,
			VM_DECLARATION, CLUSTER_DECLARATION);

	/** What is part of a topology, in contrast to templates and catalogue entries. */
	private static final Set<EClass> ELEMENTS = Set.of(SITE_DECLARATION, ROOM_DECLARATION, RACK_DECLARATION, FEED_DECLARATION,
			SWITCH_DECLARATION, HOST_DECLARATION, NETWORK_DECLARATION, VOLUME_DECLARATION, IMAGE_DECLARATION, CLUSTER_DECLARATION,
			VM_DECLARATION, MICRO_VM_DECLARATION, CONTAINER_DECLARATION, LXC_DECLARATION, POD_DECLARATION, SERVICE_DECLARATION);

	private static final Map<EReference, Set<EClass>> ALLOWED = Map.of(PLACE_REFERENCE__TARGET, PLACES, ELEMENT_REFERENCE__TARGET,
			ELEMENTS);

	/** What a platform may be, by the feature that refers to it; where a workload stands, all of them. */
	private static final Map<EStructuralFeature, Set<EClass>> PLATFORMS_ALLOWED = Map.of(VOLUME_DECLARATION__HOSTS,
			Set.of(HOST_DECLARATION), CLUSTER_DECLARATION__MEMBERS, Set.of(HOST_DECLARATION, VM_DECLARATION));

	/** What a clause of a catalogue entry may name, by its key. */
	private static final Map<String, Set<EClass>> FACTS_ALLOWED = Map.ofEntries(Map.entry("feature", Set.of(KERNEL_FEATURE)),
			Map.entry("optional", Set.of(KERNEL_FEATURE)), Map.entry("carries", Set.of(KERNEL_FEATURE)),
			Map.entry("configuration", Set.of(KERNEL_CONFIGURATION)), Map.entry("builds", Set.of(KERNEL_BUILDS)),
			Map.entry("matrix", Set.of(SUPPORT_MATRIX)), Map.entry("libc", Set.of(LIBC_KIND)), Map.entry("init", Set.of(INIT_KIND)),
			Map.entry("seccomp", Set.of(SECCOMP_PROFILE)), Map.entry("engine", Set.of(ENGINE_KIND)), Map.entry("from", Set.of(CPU_MODEL)));

	@Override
	public IScope getScope(EObject context, EReference reference) {
		var resource = context.eResource();
		if (resource == null || resource.getResourceSet() == null) {
			return IScope.NULLSCOPE;
		}
		return new VcdScope(new VisibleNames(context, allowed(context, reference)));
	}

	/** The kinds of elements that a reference may name. */
	static Set<EClass> allowed(EObject context, EReference reference) {
		if (reference == PLATFORM_REFERENCE__TARGET && context instanceof PlatformReference) {
			return PLATFORMS_ALLOWED.getOrDefault(context.eContainingFeature(), PLATFORMS);
		}
		if (reference == FACT_CLAUSE__TARGETS && context instanceof FactClause clause) {
			return FACTS_ALLOWED.getOrDefault(clause.getKey(), Set.of());
		}
		var type = reference.getEReferenceType();
		return ALLOWED.getOrDefault(reference, type == WORKLOAD_DECLARATION
				? Set.copyOf(List.of(VM_DECLARATION, MICRO_VM_DECLARATION, CONTAINER_DECLARATION, LXC_DECLARATION, POD_DECLARATION))
				: Set.of(type));
	}
}
