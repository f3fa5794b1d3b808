import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Sums the XML reports of Surefire and Failsafe below a folder, and says which tests were not run and why. Run by scripts/check; exits with 1 when one failed. */
final class TestReport {

    /** What tests say whose database nobody can start here: one line stands for all of them. */
    private static final String NO_SQL_SERVER = "sqlserver is not here";

    private static final int FAILURE_LINES = 8;
    private static final int FAILURE_COLUMNS = 300;

    private final TreeSet<String> notRun = new TreeSet<>();
    private final TreeSet<String> failures = new TreeSet<>();
    private int passed;
    private int failed;
    private int skipped;
    private int withoutSqlServer;

    public static void main(String[] arguments) throws IOException {
        TestReport report = new TestReport();
        for (Path file : reports(Path.of(arguments[0]))) {
            report.read(file);
        }
        for (int i = 1; i < arguments.length; i++) {
            report.notRun.add(arguments[i]);
        }
        if (report.withoutSqlServer > 0) {
            report.notRun.add("SQL Server: " + report.withoutSqlServer
                    + " tests on a live one; FRAISEQL_TEST_SQLSERVER_URL names one, docs/sqlserver.md says how to get it");
        }
        report.failures.forEach(line -> System.out.println("Failed: " + line));
        System.out.println(report.notRun.isEmpty() ? "Every test was run." : "Not run:");
        report.notRun.forEach(line -> System.out.println("  " + line));
        System.out.printf("%d passed, %d failed, %d skipped%n", report.passed, report.failed, report.skipped);
        System.exit(report.failed == 0 ? 0 : 1);
    }

    private static List<Path> reports(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml"))
                    .toList();
        }
    }

    private void read(Path file) {
        NodeList cases = parse(file).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            Optional<Element> skip = child(test, "skipped");
            if (skip.isPresent()) {
                skipped++;
                String reason = reason(skip.get());
                if (reason.startsWith(NO_SQL_SERVER)) {
                    withoutSqlServer++;
                } else {
                    notRun.add(name(test) + ": " + reason);
                }
                continue;
            }
            Optional<Element> failure = child(test, "failure").or(() -> child(test, "error"));
            if (failure.isPresent()) {
                failed++;
                failures.add(name(test) + "\n" + start(failure.get()));
            } else {
                passed++;
            }
        }
    }

    private static Optional<Element> child(Element test, String name) {
        return Optional.ofNullable((Element) test.getElementsByTagName(name).item(0));
    }

    /** The first lines of what a test failed with, so that a log that was cut still says why. */
    private static String start(Element failure) {
        return failure.getTextContent()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(FAILURE_LINES)
                .map(line -> "    " + line.substring(0, Math.min(line.length(), FAILURE_COLUMNS)))
                .collect(Collectors.joining("\n"));
    }

    private static String name(Element test) {
        String type = test.getAttribute("classname");
        String name = test.getAttribute("name");
        return type.substring(type.lastIndexOf('.') + 1) + (name.isEmpty() ? "" : "." + name.replaceAll("[({].*", ""));
    }

    private static String reason(Element skip) {
        String message = skip.getAttribute("message") + "\n" + skip.getTextContent();
        String first = message.strip().lines().findFirst().orElse("");
        String plain = first.replaceFirst("^[a-zA-Z0-9.]+Exception: ", "").replaceFirst("^Assumption failed: ", "");
        return plain.isEmpty() || plain.equals("assumption is not true") ? "its condition does not hold here" : plain;
    }

    private static Element parse(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot parse " + file, e);
        }
    }
}
