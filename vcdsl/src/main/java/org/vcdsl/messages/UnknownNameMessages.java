package org.vcdsl.messages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.vcdsl.vcd.VcdPackage;

import com.google.inject.Inject;

/** Says of an unknown name what it should have been, and which names come near it. */
public class UnknownNameMessages extends LinkingDiagnosticMessageProvider {

	private static final String SUFFIX = "Declaration";

	@Inject
	private IScopeProvider scopes;

	@Override
	public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
		var near = near(context);
		var message = "There is no %s '%s' here.%s".formatted(kind(context.getReference().getEReferenceType()),
				context.getLinkText(), near.isEmpty() ? ""
						: " Did you mean " + near.stream().collect(Collectors.joining("', '", "'", "'?")));
		return new DiagnosticMessage(message, Severity.ERROR, Diagnostic.LINKING_DIAGNOSTIC, near.toArray(String[]::new));
	}

	/** What a reader calls elements of a kind. */
	private static String kind(EClass type) {
		return switch (type.getClassifierID()) {
			case VcdPackage.OS_RELEASE_DECLARATION -> "operating system release";
			case VcdPackage.ENGINE_KIND_DECLARATION -> "container engine";
			case VcdPackage.HYPERVISOR_KIND_DECLARATION -> "hypervisor";
			case VcdPackage.HOST_TEMPLATE_DECLARATION -> "host template";
			case VcdPackage.CONTAINER_HOST_DECLARATION -> "host or vm";
			case VcdPackage.VIRTUAL_MACHINE_DECLARATION -> "vm";
			case VcdPackage.NAMED_DECLARATION -> "element";
			default -> type.getName().replace(SUFFIX, "").toLowerCase(Locale.ROOT);
		};
	}

	/** Names of the right kind. */
	private List<String> near(ILinkingDiagnosticContext context) {
		return NearNames.of(context.getLinkText(), StreamSupport
				.stream(scopes.getScope(context.getContext(), context.getReference()).getAllElements().spliterator(), false)
				.map(description -> description.getName().toString()));
	}
}
