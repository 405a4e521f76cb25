package org.vcdsl.messages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.vcdsl.scoping.NamesElsewhere;
import org.vcdsl.vcd.VcdPackage;

import com.google.inject.Inject;

/** Says of an unknown name what it should have been, and which names come near it. */
public class UnknownNameMessages extends LinkingDiagnosticMessageProvider {

	/** The code of a name that an import would make known; its data say what may be imported. */
	public static final String NOT_IMPORTED = "org.vcdsl.notImported";

	private static final String SUFFIX = "Declaration";

	@Inject
	private IScopeProvider scopes;

	@Inject
	private IQualifiedNameProvider names;

	@Override
	public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
		var name = context.getLinkText();
		var several = several(context);
		if (several.size() > 1) {
			return new DiagnosticMessage("'%s' stands for %s here. Import the one that is meant by its name: 'import %s'.".formatted(name,
					String.join(" and ", several), several.getFirst()), Severity.ERROR, NOT_IMPORTED, several.toArray(String[]::new));
		}
		var wanted = wanted(context.getReference());
		var ofAnotherKind = scopes.getScope(context.getContext(), VcdPackage.Literals.ELEMENT_REFERENCE__TARGET)
				.getSingleElement(QualifiedName.create(name));
		if (ofAnotherKind != null) {
			return message("'%s' is %s, but %s is expected here.".formatted(name, withArticle(kind(ofAnotherKind.getEClass())),
					withArticle(wanted)), List.of());
		}
		var elsewhere = NamesElsewhere.packagesWith(name, context.getContext(), context.getReference());
		if (!elsewhere.isEmpty()) {
			return new DiagnosticMessage("There is no %s '%s' here, but in '%s'. Write 'import %s.*' at the top of the file.".formatted(
					wanted, name, String.join("' and '", elsewhere), elsewhere.getFirst()), Severity.ERROR, NOT_IMPORTED,
					elsewhere.stream().map(found -> found + ".*").toArray(String[]::new));
		}
		var near = near(context);
		return message("There is no %s '%s' here.%s".formatted(wanted, name, near.isEmpty() ? ""
				: near.stream().collect(Collectors.joining("', '", " Did you mean '", "'?"))), near);
	}

	private static DiagnosticMessage message(String text, List<String> near) {
		return new DiagnosticMessage(text, Severity.ERROR, Diagnostic.LINKING_DIAGNOSTIC, near.toArray(String[]::new));
	}

	private static String withArticle(String noun) {
		return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
	}

	/** What a name that leaves a choice may stand for, each by its package and name. */
	private List<String> several(ILinkingDiagnosticContext context) {
		var name = QualifiedName.create(context.getLinkText());
		return StreamSupport.stream(scopes.getScope(context.getContext(), context.getReference()).getElements(name).spliterator(), false)
				.map(found -> names.getFullyQualifiedName(found.getEObjectOrProxy()).toString()).distinct().sorted().toList();
	}

	private static String wanted(EReference reference) {
		return reference == VcdPackage.Literals.PLATFORM_REFERENCE__TARGET ? "host, vm or cluster"
				: reference == VcdPackage.Literals.PLACE_REFERENCE__TARGET ? "place, host, vm or cluster"
						: kind(reference.getEReferenceType());
	}

	/** What a reader calls elements of a kind. */
	private static String kind(EClass type) {
		return switch (type.getClassifierID()) {
			case VcdPackage.OS_RELEASE -> "operating system release";
			case VcdPackage.KERNEL_FEATURE -> "kernel feature";
			case VcdPackage.ENGINE_KIND -> "container engine";
			case VcdPackage.RUNTIME_KIND -> "container runtime";
			case VcdPackage.HYPERVISOR_KIND -> "hypervisor";
			case VcdPackage.ORCHESTRATOR_KIND -> "orchestrator";
			case VcdPackage.LIBC_KIND -> "C library";
			case VcdPackage.INIT_KIND -> "init system";
			case VcdPackage.HOST_TEMPLATE -> "host template";
			case VcdPackage.VM_TEMPLATE -> "vm template";
			case VcdPackage.MICRO_VM_TEMPLATE -> "microvm template";
			case VcdPackage.CONTAINER_TEMPLATE -> "container template";
			case VcdPackage.LXC_TEMPLATE -> "lxc template";
			case VcdPackage.POD_TEMPLATE -> "pod template";
			case VcdPackage.IMAGE_TEMPLATE -> "image template";
			case VcdPackage.NAMED_DECLARATION -> "element";
			default -> type.getName().replace(SUFFIX, "").toLowerCase(Locale.ROOT);
		};
	}

	/** Names of the right kind. */
	private List<String> near(ILinkingDiagnosticContext context) {
		return NearNames.of(context.getLinkText(), StreamSupport
				.stream(scopes.getScope(context.getContext(), context.getReference()).getAllElements().spliterator(), false)
				.map(description -> description.getName().toString()).filter(name -> !name.equals(context.getLinkText())));
	}
}
