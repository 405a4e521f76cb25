package org.vcdsl.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.ide.serializer.IChangeSerializer;
import org.eclipse.xtext.ide.serializer.ITextDocumentChange;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.serializer.ISerializer;
import org.vcdsl.ide.VcdIdeSetup;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;

import com.google.inject.Injector;

/** A text, its model, and what becomes of the text when the model is changed. */
final class ChangedText {

	private static final Injector INJECTOR = new VcdIdeSetup().createInjectorAndDoEMFRegistration();

	private final String text;
	private final XtextResource resource;

	private ChangedText(String text, XtextResource resource) {
		this.text = text;
		this.resource = resource;
	}

	/** A text with others beside it that it may import. */
	static ChangedText of(String text, String... beside) {
		var resources = INJECTOR.getInstance(XtextResourceSet.class);
		var resource = load("text.vcd", text, resources);
		for (var i = 0; i < beside.length; i++) {
			load("beside" + i + ".vcd", beside[i], resources);
		}
		EcoreUtil.resolveAll(resource);
		return new ChangedText(text, resource);
	}

	private static XtextResource load(String name, String text, XtextResourceSet resources) {
		try {
			var resource = (XtextResource) resources.createResource(URI.createURI("test:/" + name));
			resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
					Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
			return resource;
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	XtextResource resource() {
		return resource;
	}

	VcdFile file() {
		return (VcdFile) resource.getContents().getFirst();
	}

	/** The declaration of that name, the first if it goes on elsewhere. */
	<T extends NamedDeclaration> T find(Class<T> kind, String name) {
		return EcoreUtil2.getAllContentsOfType(file(), kind).stream().filter(found -> name.equals(found.getName())).findFirst()
				.orElseThrow();
	}

	/** The text of the model as Xtext's serializer writes it. */
	String serialized() {
		return INJECTOR.getInstance(ISerializer.class).serialize(file());
	}

	/** The text of the model as a resource saves it, laid out. */
	String saved() throws IOException {
		var out = new ByteArrayOutputStream();
		resource.save(out, SaveOptions.newBuilder().format().getOptions().toOptionsMap());
		return out.toString(StandardCharsets.UTF_8);
	}

	/** The text with the changes that Xtext derives from a change of the model, as quick fixes do; it must be read as that model. */
	String after(Consumer<ChangedText> change) {
		var serializer = INJECTOR.getInstance(IChangeSerializer.class);
		serializer.setUpdateRelatedFiles(false);
		var replacements = new ArrayList<ITextReplacement>();
		serializer.addModification(resource, changing -> change.accept(this));
		serializer.applyModifications(changed -> replacements.addAll(((ITextDocumentChange) changed).getReplacements()));
		var result = applied(replacements);
		assertThat(isSameModel(result)).as("is read as the model that was written:\n" + result).isTrue();
		return result;
	}

	private String applied(List<ITextReplacement> replacements) {
		var result = new StringBuilder(text);
		replacements.stream().sorted(Comparator.<ITextReplacement> comparingInt(ITextReplacement::getOffset).reversed())
				.forEach(one -> result.replace(one.getOffset(), one.getEndOffset(), one.getReplacementText()));
		return result.toString();
	}

	/** Whether another text has this model, references apart. */
	private boolean isSameModel(String other) {
		var read = of(other);
		assertThat(read.resource.getParseResult().hasSyntaxErrors()).as(other).isFalse();
		var ignoringReferences = new EcoreUtil.EqualityHelper() {

			private static final long serialVersionUID = 1;

			@Override
			protected boolean haveEqualReference(EObject one, EObject two, EReference reference) {
				return !reference.isContainment() || super.haveEqualReference(one, two, reference);
			}
		};
		return ignoringReferences.equals(file(), read.file());
	}
}
