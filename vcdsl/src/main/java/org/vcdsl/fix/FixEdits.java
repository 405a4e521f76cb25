package org.vcdsl.fix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.vcdsl.finding.Change;
import org.vcdsl.finding.Change.AddConstraint;
import org.vcdsl.finding.Change.AddImport;
import org.vcdsl.finding.Change.AddKey;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Change.TakeAway;
import org.vcdsl.finding.Change.TakeOutOfList;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.TextEdit;
import org.vcdsl.formatting2.ClauseRanges;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.vcd.AcceptanceClause;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.RulesDeclaration;
import org.vcdsl.vcd.VcdFile;

/** The edits that fixes make in some files. */
public final class FixEdits {

	private final Map<String, XtextResource> files = new LinkedHashMap<>();

	/**
	 * Of fixes for findings in these files.
	 *
	 * @param resources those whose text may be changed
	 * @param names what findings call them
	 */
	public FixEdits(List<Resource> resources, Function<Resource, String> names) {
		resources.forEach(resource -> files.putIfAbsent(names.apply(resource), (XtextResource) resource));
	}

	/**
	 * What a fix changes, in the order of the text; none when it cannot be made here: in a file that is not to be changed, or whose
	 * text has changed since.
	 */
	public List<TextEdit> of(Fix fix) {
		return file(fix.change()).map(resource -> {
			var place = fix.change().place();
			var text = new EditedText(nameOf(resource), resource.getParseResult().getRootNode().getText());
			switch (fix.change()) {
				case Replace none when none.text().isEmpty() -> Removal.takeAway(text, place.offset(), end(place));
				case Replace other -> text.replace(place.offset(), end(place), other.text());
				case TakeAway clauseAt -> resource.getResourceServiceProvider().get(ClauseRanges.class).around(resource, place.offset())
						.ifPresent(clause -> Removal.takeAway(text, clause.getOffset(), clause.getOffset() + clause.getLength()));
				case TakeOutOfList some -> at(resource, place, AcceptanceClause.class)
						.ifPresent(acceptance -> Removal.takeOutOfList(text, acceptance, some.names()));
				case AddKey added -> at(resource, place, NamedDeclaration.class)
						.ifPresent(declaration -> Addition.toBody(text, node(declaration), key(added, resource)));
				case AddConstraint added -> addConstraint(text, resource, added);
				case AddImport added -> content(resource).ifPresent(
						content -> Addition.ofImport(text, content, "import " + written(added.imported(), "ImportedNamespace", resource)));
			}
			Layouts.layOut(text, resource.getResourceServiceProvider());
			return text.edits();
		}).orElse(List.of());
	}

	private static String key(AddKey added, XtextResource resource) {
		return Stream.concat(Stream.of(added.key()), added.names().isEmpty() ? Stream.empty()
				: Stream.of(added.names().stream().map(name -> written(name, resource)).collect(Collectors.joining(", "))))
				.collect(Collectors.joining(" "));
	}

	private static void addConstraint(EditedText text, XtextResource resource, AddConstraint added) {
		var constraint = added.strength().label() + " " + added.condition().label(name -> written(name, resource));
		rules(resource).ifPresentOrElse(rules -> Addition.toBody(text, node(rules), constraint),
				() -> Addition.atEnd(text, "rules {\n  " + constraint + "\n}"));
	}

	/** A name of the topology as a reference writes it. */
	private static String written(String name, XtextResource resource) {
		var bracket = name.indexOf('[');
		var end = bracket < 0 ? name.length() : bracket;
		return written(name.substring(0, end), "ElementName", resource) + name.substring(end);
	}

	private static String written(String value, String rule, XtextResource resource) {
		return resource.getResourceServiceProvider().get(IValueConverterService.class).toString(value, rule);
	}

	/** The file that a change is made in; a constraint goes where the package has its constraints. */
	private Optional<XtextResource> file(Change change) {
		var file = Optional.ofNullable(files.get(change.place().file()));
		return switch (change) {
			case AddConstraint added -> file.map(beside -> Stream.concat(Stream.of(beside), files.values().stream())
					.filter(other -> packageOf(other).equals(packageOf(beside)) && rules(other).isPresent()).findFirst().orElse(beside));
			case Replace replace -> file.filter(resource -> end(replace.place()) <= length(resource));
			default -> file;
		};
	}

	private String nameOf(XtextResource resource) {
		return files.entrySet().stream().filter(file -> file.getValue() == resource).findFirst().orElseThrow().getKey();
	}

	private static String packageOf(XtextResource resource) {
		return content(resource).map(VcdFile::getName).orElse("");
	}

	private static Optional<RulesDeclaration> rules(XtextResource resource) {
		return content(resource).flatMap(file -> file.getItems().stream().filter(RulesDeclaration.class::isInstance)
				.map(RulesDeclaration.class::cast).reduce((first, second) -> second));
	}

	private static Optional<VcdFile> content(XtextResource resource) {
		return resource.getContents().stream().filter(VcdFile.class::isInstance).map(VcdFile.class::cast).findFirst();
	}

	/** The part of the tree of some type that a place stands in, the smallest there is. */
	private static <T> Optional<T> at(XtextResource resource, SourceRange place, Class<T> type) {
		var leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), place.offset());
		for (INode node = leaf; node != null; node = node.getParent()) {
			if (type.isInstance(node.getSemanticElement())) {
				return Optional.of(type.cast(node.getSemanticElement()));
			}
		}
		return Optional.empty();
	}

	private static INode node(EObject part) {
		return NodeModelUtils.findActualNodeFor(part);
	}

	private static int end(SourceRange place) {
		return place.offset() + place.length();
	}

	private static int length(XtextResource resource) {
		return resource.getParseResult().getRootNode().getTotalLength();
	}
}
