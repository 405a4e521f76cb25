package org.vcdsl.scoping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VcdPackage;

/**
 * The package {@code vcd.catalog} that comes with the language.
 *
 * <p>Its files are long, and a model uses little of them. So an index says which entries there are and where their text stands, and
 * an entry becomes a resource of its own when it is asked for: {@code vcd-catalog:/os.vcd?Debian%2012} holds the package and that one
 * entry. The index is a resource beside the files, printed from them.
 */
public final class ShippedCatalogue {

	/** Name of the package that its files declare. */
	public static final String PACKAGE = "vcd.catalog";

	/** The file that lists all entries, in the folder of the others. */
	public static final String INDEX = "catalog.index";

	private static final String SCHEME = "vcd-catalog";
	private static final String FOLDER = "/org/vcdsl/catalog/";
	/** What stands in front of an entry that is loaded alone. */
	private static final String HEAD = "package " + PACKAGE + "\n";
	/** An entry that is loaded alone starts in this line. */
	private static final int FIRST_LINE = 2;
	/** An entry that is loaded alone is its file's first item. */
	private static final String ENTRY_FRAGMENT = "//@items.0";

	/** Texts of files from which an entry was loaded. */
	private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

	private ShippedCatalogue() {
	}

	/**
	 * An entry that the catalogue has.
	 *
	 * @param kind what it declares
	 * @param file name of the file it stands in
	 * @param offset of its first character in that file, from 0
	 * @param length in characters
	 * @param line of its first character, from 1
	 */
	public record Entry(EClass kind, String name, String file, int offset, int length, int line) {

		/** Where the entry's own resource is found. */
		public URI uri() {
			return URI.createHierarchicalURI(SCHEME, null, null, new String[] { file }, query(), null);
		}

		private String query() {
			return URI.encodeQuery(kind.getName() + "=" + name, true);
		}
	}

	/**
	 * What the catalogue declares by a name, of the kinds asked for; loads these entries, each once a resource set, and nothing else.
	 * The resource set must not be used by several threads at the same time, as everywhere in Xtext.
	 */
	public static List<EObject> find(ResourceSet resources, String name, Predicate<EClass> kinds) {
		return Index.entries(name).filter(entry -> kinds.test(entry.kind())).map(entry -> load(resources, entry)).toList();
	}

	/** All entries, in the order of the files and of their text; loads none. */
	public static Stream<Entry> names() {
		return Index.LINES.values().stream().flatMap(List::stream).map(Index::entry);
	}

	/**
	 * An entry that is not loaded: its name is known, and resolving it loads it.
	 */
	public static EObject proxy(ResourceSet resources, Entry entry) {
		prepare(resources);
		var proxy = VcdPackage.eINSTANCE.getVcdFactory().create(entry.kind());
		((NamedDeclaration) proxy).setName(entry.name());
		((InternalEObject) proxy).eSetProxyURI(entry.uri().appendFragment(ENTRY_FRAGMENT));
		return proxy;
	}

	/** Whether a resource is part of the catalogue and not of what an architect wrote. */
	public static boolean contains(Resource resource) {
		return SCHEME.equals(resource.getURI().scheme());
	}

	/** The entry that a resource of the catalogue holds. */
	public static Optional<Entry> entryOf(Resource resource) {
		return contains(resource) ? entryOf(resource.getURI()) : Optional.empty();
	}

	/** Where an offset in an entry's own resource stands in the file that the catalogue ships. */
	public static int offsetInFile(Entry entry, int offset) {
		return offset - HEAD.length() + entry.offset();
	}

	/** Where a line of an entry's own resource stands in the file that the catalogue ships. */
	public static int lineInFile(Entry entry, int line) {
		return line - FIRST_LINE + entry.line();
	}

	/** The text of a file of the catalogue, by its name. */
	public static String text(String file) {
		return TEXTS.computeIfAbsent(file, ShippedCatalogue::read);
	}

	private static Optional<Entry> entryOf(URI uri) {
		if (uri.query() == null || !uri.query().contains("=")) {
			return Optional.empty();
		}
		return Index.entries(URI.decode(uri.query()).split("=", 2)[1]).filter(entry -> entry.query().equals(uri.query())).findFirst();
	}

	private static EObject load(ResourceSet resources, Entry entry) {
		prepare(resources);
		synchronized (resources) {
			var resource = resources.getResource(entry.uri(), true);
			return ((VcdFile) resource.getContents().getFirst()).getItems().getFirst();
		}
	}

	/** Teaches a resource set to read entries. */
	private static void prepare(ResourceSet resources) {
		var handlers = resources.getURIConverter().getURIHandlers();
		if (!(handlers.getFirst() instanceof EntryReader)) {
			handlers.addFirst(new EntryReader());
		}
	}

	private static String read(String file) {
		try (var text = ShippedCatalogue.class.getResourceAsStream(FOLDER + file)) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException broken) {
			throw new UncheckedIOException("The shipped catalogue cannot be read: " + file, broken);
		}
	}

	/** Read once, when the first name is asked for; a line becomes an entry when its name is. */
	private static final class Index {

		private static final Map<String, List<String>> LINES = new LinkedHashMap<>();

		static {
			read(INDEX).lines().forEach(line -> {
				var name = line.substring(line.indexOf('\t') + 1, line.indexOf('\t', line.indexOf('\t') + 1));
				LINES.computeIfAbsent(name, any -> new ArrayList<>(1)).add(line);
			});
		}

		static Stream<Entry> entries(String name) {
			return LINES.getOrDefault(name, List.of()).stream().map(Index::entry);
		}

		private static Entry entry(String line) {
			var columns = line.split("\t");
			return new Entry((EClass) VcdPackage.eINSTANCE.getEClassifier(columns[0]), columns[1], columns[2],
					Integer.parseInt(columns[3]), Integer.parseInt(columns[4]), Integer.parseInt(columns[5]));
		}
	}

	/** Gives an entry's resource its text. */
	private static final class EntryReader extends URIHandlerImpl {

		@Override
		public boolean canHandle(URI uri) {
			return SCHEME.equals(uri.scheme());
		}

		@Override
		public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
			var entry = entryOf(uri).orElseThrow(() -> new IOException("The shipped catalogue has no such entry: " + uri));
			var text = HEAD + text(entry.file()).substring(entry.offset(), entry.offset() + entry.length()) + "\n";
			return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public boolean exists(URI uri, Map<?, ?> options) {
			return entryOf(uri).isPresent();
		}
	}
}
