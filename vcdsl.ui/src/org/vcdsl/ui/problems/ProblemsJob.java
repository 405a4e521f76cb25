package org.vcdsl.ui.problems;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.xtext.service.OperationCanceledError;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.vcdsl.ui.ProjectTexts;
import org.vcdsl.ui.VcdLanguage;

/** Finds what is wrong with one saved file and marks it, off the UI thread. */
public final class ProblemsJob extends Job {

	/** All jobs of this kind, to wait for or to cancel. */
	public static final Object FAMILY = ProblemsJob.class;

	private final IFile file;

	private ProblemsJob(IFile file) {
		super("Check " + file.getName());
		this.file = file;
		setRule(new OneAtATime(file));
		setPriority(DECORATE);
	}

	/** Checks the file soon; a check of the same file that is under way or due is called off, since its text is no longer. */
	public static void scheduleFor(IFile file) {
		for (var job : getJobManager().find(FAMILY)) {
			if (((ProblemsJob) job).file.equals(file)) {
				job.cancel();
			}
		}
		new ProblemsJob(file).schedule();
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	/** A crash of the language is ours to know of, not the user's to click away: it is logged, and the old findings stay. */
	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			if (file.isAccessible()) {
				ProblemMarkers.replace(file, issues(monitor), monitor);
			}
		} catch (OperationCanceledException | OperationCanceledError e) {
			return Status.CANCEL_STATUS;
		} catch (CoreException | IOException | RuntimeException | LinkageError | StackOverflowError e) {
			if (file.isAccessible()) {
				ILog.of(ProblemsJob.class).error("Checking " + file.getFullPath() + " failed.", e);
			}
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	private List<Issue> issues(IProgressMonitor monitor) throws CoreException, IOException {
		var resource = ProjectTexts.loadAround(file);
		var issues = VcdLanguage.injector().getInstance(IResourceValidator.class).validate(resource, CheckMode.ALL, monitor::isCanceled);
		if (monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
		return issues;
	}

	/** Keeps two checks of one file apart, yet lets the user save that file meanwhile, as a rule on the file itself would not. */
	private record OneAtATime(IFile file) implements ISchedulingRule {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return equals(rule);
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return equals(rule);
		}
	}
}
