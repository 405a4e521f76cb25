package org.vcdsl.pipeline;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.emf.common.CommonPlugin;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.workspace.ProjectConfigAdapter;

/**
 * The folder of the project that resources belong to. From it findings see files that somebody else has loaded, as they see those of a
 * command from the folder it runs in: so that both find the same to the byte.
 *
 * @param uri of a folder, ends with '/'
 */
record ProjectFolder(URI uri) {

	/**
	 * That of a resource: of a file in a workspace, its project there; of another file, what Xtext's builders say is the project of its
	 * resource set, else the folder that the process runs in. What is no file has its own.
	 */
	static ProjectFolder of(Resource resource) {
		var uri = resource.getURI();
		if (uri.isPlatformResource() && uri.segmentCount() > 2) {
			return new ProjectFolder(uri.trimSegments(uri.segmentCount() - 2).appendSegment(""));
		}
		if (!uri.isFile()) {
			return new ProjectFolder(uri);
		}
		return new ProjectFolder(configured(resource.getResourceSet()).orElseGet(() -> URI.createFileURI(Path.of("").toAbsolutePath() + "/")));
	}

	private static Optional<URI> configured(ResourceSet resources) {
		return Optional.ofNullable(ProjectConfigAdapter.findInEmfObject(resources)).map(adapter -> adapter.getProjectConfig().getPath())
				.map(path -> path.hasTrailingPathSeparator() ? path : path.appendSegment(""));
	}

	/** The name of a file, with '/' between folders; its whole address if it does not lie on the same disk. */
	String nameOf(URI file) {
		var seen = file.isHierarchical() ? file.deresolve(uri, true, true, false) : file;
		return seen.isRelative() ? URI.decode(seen.toString()) : seen.isFile() ? seen.toFileString() : seen.toString();
	}

	/** Where it is on a disk; absent when it is on none, or a workspace keeps it elsewhere. */
	Optional<Path> onDisk() {
		return Optional.of(CommonPlugin.resolve(uri)).filter(URI::isFile).map(file -> Path.of(file.toFileString()));
	}
}
