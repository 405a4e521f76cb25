import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Sums up the Surefire reports of one build; {@code build} runs this file as it is.
 *
 * <p>Arguments: the project's folder, and a file made just before the build, so that reports left
 * by earlier builds do not count. The last line printed is {@code N passed, N failed, N skipped}.
 * Fails when no test ran, and for each module named in further arguments that ran none.
 */
public final class TestSummary {

    private static final int DEEPEST_REPORT_FOLDER = 6;

    private final Map<String, Tally> modules = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<String>> skippedByReason = new TreeMap<>();

    private static final class Tally {
        int passed;
        int failed;
        int skipped;

        @Override
        public String toString() {
            return passed + " passed, " + failed + " failed, " + skipped + " skipped";
        }
    }

    public static void main(String[] args) throws IOException, XMLStreamException {
        Path project = Path.of(args[0]);
        List<String> required = List.of(args).subList(2, args.length);
        TestSummary summary = new TestSummary();
        for (Path report : reportsNewerThan(Path.of(args[1]), project)) {
            summary.read(report, moduleOf(report, project));
        }
        boolean complete = summary.everyModuleRan(required);
        summary.print();
        System.exit(complete ? 0 : 1);
    }

    private static List<Path> reportsNewerThan(Path marker, Path project) throws IOException {
        FileTime start = Files.getLastModifiedTime(marker);
        try (var files = Files.find(project, DEEPEST_REPORT_FOLDER, (file, attributes) ->
                attributes.isRegularFile()
                        && file.getParent().endsWith("target/surefire-reports")
                        && file.getFileName().toString().matches("TEST-.*\\.xml")
                        && attributes.lastModifiedTime().compareTo(start) >= 0)) {
            return files.sorted().toList();
        }
    }

    /** The module that wrote a report, as the path {@code vcdsl.tests/headless}. */
    private static String moduleOf(Path report, Path project) {
        Path module = report.getParent().getParent().getParent();
        return project.relativize(module).toString();
    }

    private void read(Path report, String module) throws IOException, XMLStreamException {
        Tally tally = modules.computeIfAbsent(module, name -> new Tally());
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("testcase")) {
                    readTestCase(xml, tally);
                }
            }
        }
    }

    private void readTestCase(XMLStreamReader xml, Tally tally) throws XMLStreamException {
        String test = nameOf(xml);
        String failure = null;
        String skipped = null;
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("testcase"))) {
            if (xml.getEventType() == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "failure", "error" -> failure = messageOf(xml);
                    case "skipped" -> skipped = messageOf(xml);
                    default -> { }                                 // output, and failures a rerun healed
                }
            }
        }
        if (failure != null) {
            tally.failed++;
            failures.add(test + ": " + failure);
        } else if (skipped != null) {
            tally.skipped++;
            skippedByReason.computeIfAbsent(skipped, reason -> new ArrayList<>()).add(test);
        } else {
            tally.passed++;
        }
    }

    /** The class without its packages, and the test's name; only the class if all of it is meant. */
    private static String nameOf(XMLStreamReader testCase) {
        String testClass = testCase.getAttributeValue(null, "classname");
        String name = testCase.getAttributeValue(null, "name");
        String shortClass = testClass == null ? "" : testClass.substring(testClass.lastIndexOf('.') + 1);
        return name == null || name.isEmpty() ? shortClass : shortClass + "." + name;
    }

    /** The first line of what the test said: Surefire keeps it in an attribute, that of a broken assumption behind the exception. */
    private static String messageOf(XMLStreamReader outcome) throws XMLStreamException {
        String message = outcome.getAttributeValue(null, "message");
        String text = message == null || message.isBlank() ? outcome.getElementText() : message;
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
                .map(line -> line.replaceFirst("^[\\w.$]+(Exception|Error): ", "").replaceFirst("^Assumption failed: ", ""))
                .orElse("no reason given");
    }

    /** Whether any test ran at all, and some in each of the given modules; says which are wanting. */
    private boolean everyModuleRan(List<String> required) {
        if (modules.isEmpty()) {
            System.out.println("No test ran.");
        }
        List<String> missing = required.stream().filter(module -> !modules.containsKey(module)).toList();
        missing.forEach(module -> System.out.println("No test of " + module + " was in this run."));
        return !modules.isEmpty() && missing.isEmpty();
    }

    private void print() {
        System.out.println();
        System.out.println("Tests of this build");
        modules.forEach((module, tally) -> System.out.println("  " + module + ": " + tally));
        if (!failures.isEmpty()) {
            System.out.println("Failed");
            failures.forEach(failure -> System.out.println("  " + failure));
        }
        if (!skippedByReason.isEmpty()) {
            System.out.println("Skipped");
            skippedByReason.forEach((reason, tests) -> {
                System.out.println("  " + reason);
                tests.forEach(test -> System.out.println("    " + test));
            });
        }
        Tally all = new Tally();
        for (Tally module : modules.values()) {
            all.passed += module.passed;
            all.failed += module.failed;
            all.skipped += module.skipped;
        }
        System.out.println(all);
    }
}
