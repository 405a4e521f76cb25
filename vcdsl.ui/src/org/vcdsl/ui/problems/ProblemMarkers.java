package org.vcdsl.ui.problems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/** The markers that show a file's findings in the editor and in the Problems view. */
public final class ProblemMarkers {

	/** The type of all our markers. */
	public static final String TYPE = "org.vcdsl.ui.problem";

	private ProblemMarkers() {
	}

	/** Makes the file's markers of our type exactly these, as one change of the workspace. */
	static void replace(IFile file, List<Issue> issues, IProgressMonitor monitor) throws CoreException {
		var workspace = file.getWorkspace();
		ICoreRunnable replacement = progress -> {
			file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
			for (var issue : issues) {
				file.createMarker(TYPE, attributes(issue));
			}
		};
		workspace.run(replacement, workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE, monitor);
	}

	private static Map<String, Object> attributes(Issue issue) {
		var attributes = new HashMap<String, Object>();
		attributes.put(IMarker.SEVERITY, severity(issue.getSeverity()));
		attributes.put(IMarker.MESSAGE, issue.getMessage());
		if (issue.getLineNumber() != null) {
			attributes.put(IMarker.LINE_NUMBER, issue.getLineNumber());
			attributes.put(IMarker.LOCATION, "line " + issue.getLineNumber());
		}
		if (issue.getOffset() != null && issue.getLength() != null) {
			attributes.put(IMarker.CHAR_START, issue.getOffset());
			attributes.put(IMarker.CHAR_END, issue.getOffset() + issue.getLength());
		}
		return attributes;
	}

	private static int severity(Severity severity) {
		return switch (severity) {
			case ERROR -> IMarker.SEVERITY_ERROR;
			case WARNING -> IMarker.SEVERITY_WARNING;
			case INFO, IGNORE -> IMarker.SEVERITY_INFO;
		};
	}
}
