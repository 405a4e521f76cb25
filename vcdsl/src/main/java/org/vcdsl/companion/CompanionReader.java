package org.vcdsl.companion;

import java.io.IOException;
import java.util.Map;

import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.PlacementFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Topology;

/**
 * Reads what lies beside sources that somebody else has loaded, an editor or a builder, and keeps placements there. Remembers what was read,
 * so that reading it again at each keystroke costs a few looks at the disk. For several threads.
 */
public final class CompanionReader {

	private final Remembered<Configuration> configurations = new Remembered<>();
	private final Remembered<PlacementFile> placements = new Remembered<>();

	/**
	 * What lies beside some sources; nothing when they lie on no disk.
	 *
	 * @throws UnusableException if a file cannot be read or understood; the message names it, and its line if it has one
	 */
	public Companions read(SourceSet sources) {
		return sources.folder().map(folder -> read(sources.packages(), new BaseFolder(folder))).orElse(Companions.NONE);
	}

	/**
	 * Keeps the placement of one of the packages beside its sources, as {@code vcd plan --save-placement} does.
	 *
	 * @throws UnusableException if the package makes no topology, or a file cannot be read or written
	 */
	public PlacementFiles.Saved savePlacement(Pipeline pipeline, SourceSet sources, String packageName) {
		var base = sources.folder().map(BaseFolder::new).orElseThrow(() -> new UnusableException(
				"package '%s' lies on no disk where its placement could be kept".formatted(packageName)));
		try {
			return new PlacementFiles(sources.packages(), base, placements).save(topology(pipeline, sources, packageName));
		} catch (IOException trouble) {
			throw new UnusableException(FileTrouble.describe(trouble, base::nameOf));
		}
	}

	private Topology topology(Pipeline pipeline, SourceSet sources, String packageName) {
		var verdicts = read(sources).check(pipeline, sources, Weights.NONE);
		if (verdicts.stream().anyMatch(checked -> checked.topology().isEmpty())) {
			throw new UnusableException("errors in the text leave no topology, so nothing is placed");
		}
		return verdicts.stream().filter(checked -> checked.name().equals(packageName)).flatMap(checked -> checked.topology().stream()).findFirst()
				.orElseThrow(() -> new UnusableException("package '%s' makes no topology of its own, so nothing is placed".formatted(packageName)));
	}

	private Companions read(Map<String, String> packages, BaseFolder base) {
		try {
			return new Companions(Configurations.of(packages.keySet(), base, configurations),
					new PlacementFiles(packages, base, placements).read());
		} catch (IOException trouble) {
			throw new UnusableException(FileTrouble.describe(trouble, base::nameOf));
		}
	}
}
