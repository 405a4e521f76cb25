package org.vcdsl.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/** What is saved in the files of a project, as the language reads it. */
public final class ProjectTexts {

	private ProjectTexts() {
	}

	/** A file, loaded together with all others of the language in its project: a topology spans files. */
	public static Resource loadAround(IFile file) throws CoreException, IOException {
		var resourceSet = VcdLanguage.injector().getInstance(XtextResourceSet.class);
		var resource = load(file, resourceSet);
		for (var beside : otherFilesOfItsProject(file)) {
			load(beside, resourceSet);
		}
		return resource;
	}

	private static Resource load(IFile file, XtextResourceSet resourceSet) throws CoreException, IOException {
		var resource = resourceSet.createResource(URI.createPlatformResourceURI(file.getFullPath().toString(), true));
		try (var text = file.getContents(true)) {
			resource.load(text, Map.of(XtextResource.OPTION_ENCODING, file.getCharset()));
		}
		return resource;
	}

	private static List<IFile> otherFilesOfItsProject(IFile file) throws CoreException {
		var files = new ArrayList<IFile>();
		file.getProject().accept(resource -> {
			if (resource instanceof IFile other && !other.equals(file) && !other.isDerived(IResource.CHECK_ANCESTORS)
					&& file.getFileExtension().equals(other.getFileExtension())) {
				files.add(other);
			}
			return true;
		});
		return files;
	}
}
