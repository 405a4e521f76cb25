package org.vcdsl.ui.placement;

import java.io.IOException;
import java.time.LocalDate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vcdsl.companion.CompanionReader;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.ui.ProjectTexts;
import org.vcdsl.ui.problems.ProblemsJob;

/** Keeps the placement of the package of a file, off the UI thread; says in a dialog what is amiss. */
public final class SavePlacementJob extends Job {

	/** All jobs of this kind, to wait for. */
	public static final Object FAMILY = SavePlacementJob.class;

	private final IFile file;

	SavePlacementJob(IFile file) {
		super("Save placement of " + file.getName());
		this.file = file;
		setUser(true);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			var resource = ProjectTexts.loadAround(file);
			var sources = SourceSet.around(resource);
			if (sources.hasTextErrors()) {
				return Status.warning("Errors in the text leave no topology, so nothing is placed.");
			}
			var saved = new CompanionReader().savePlacement(Pipeline.judging(LocalDate.now()), sources,
					sources.packages().get(sources.nameOf(resource)));
			file.getProject().getFile(saved.name()).refreshLocal(IResource.DEPTH_ZERO, monitor);
			ProblemsJob.scheduleFor(file);
			return saved.dropped().isEmpty() ? Status.OK_STATUS : Status.warning(saved.messages().getLast());
		} catch (UnusableException refused) {
			return Status.warning(refused.getMessage());
		} catch (CoreException | IOException trouble) {
			return Status.error("The placement of " + file.getFullPath() + " is not saved.", trouble);
		}
	}
}
