package io.fraiseql.distribution;

import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole distribution in a folder with a new database.
 *
 * @param url the JDBC URL, as seen from the folder
 */
public record DatabaseFolder(Distribution distribution, String url) {

    private static final String FILE = "config.yml";
    /** The options of commands that read or write in the working directory where they are not told otherwise. */
    private static final Map<String, Set<String>> PLACES = Map.of(
            "introspect", Set.of("-o"),
            "compile", Set.of("-o", "--check"),
            "explain", Set.of("--schema"),
            "arrow-schema", Set.of("--schemas"));

    private static final String CONFIGURATION = """
            server:
              applicationConnectors: [{type: http, port: 0}]
              adminConnectors: [{type: http, port: 0}]
            database: {url: "%s"}
            """;

    /** All databases, for parameterized tests. */
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.values());
    }

    private static String everyDialect() {
        return databases().map(TestDatabase::dialect).collect(Collectors.joining(","));
    }

    /** The demo, made by {@code demo} and to be read only where it is no file, with the schema that is shipped for it. */
    static DatabaseFolder demo(Path folder, TestDatabase database) throws IOException {
        DatabaseFolder made = DemoOnce.in(folder, database);
        made.compile("migrations/demo/schema.json", everyDialect());
        return made;
    }

    /** Chinook, filled by its own script, with the schema that {@code introspect} writes. */
    static DatabaseFolder chinook(Path folder, TestDatabase database) throws IOException {
        return empty(folder, database).withChinook();
    }

    /** Chinook, filled into this empty database. */
    DatabaseFolder withChinook() throws IOException {
        String dialect = TestDatabase.at(url).dialect();
        fill(Chinook.script(dialect));
        introspect();
        succeed("compile", "schema.json", "--target", dialect, "-o", "schema.compiled.json");
        return this;
    }

    /** An empty database: a file that is not there yet, or one on the server that the tests share. */
    public static DatabaseFolder empty(Path folder, TestDatabase database) throws IOException {
        database.require();
        return empty(folder, database == TestDatabase.SQLITE ? "jdbc:sqlite:data/test.db" : database.create(folder));
    }

    /** The empty database at a URL, as seen from the folder. */
    static DatabaseFolder empty(Path folder, String url) throws IOException {
        Distribution distribution = Distribution.shipped(folder);
        Files.createDirectories(folder.resolve("data"));
        distribution.withFile(FILE, CONFIGURATION.formatted(url));
        return new DatabaseFolder(distribution, url);
    }

    /** The URL for this process, which has another working directory. */
    public String absoluteUrl() {
        return absolute(url);
    }

    private String absolute(String place) {
        return place.replace("jdbc:sqlite:", "jdbc:sqlite:" + distribution.folder() + "/");
    }

    /** Runs a script of any number of statements. */
    public void fill(String script) {
        TestDatabase.run(absoluteUrl(), script);
    }

    /** Compiles a schema of the folder as {@code compile} does, without a process of its own. */
    public void compile(String schema, String targets) throws IOException {
        CompiledOnce.place(distribution.folder(), schema, targets);
    }

    /** Writes {@code schema.json} as {@code introspect} does. */
    void introspect(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("introspect", "--database", url, "-o", "schema.json"));
        words.addAll(List.of(options));
        succeed(words.toArray(String[]::new));
    }

    /** Compiles what is found in the database, to be served. */
    void compileTables() throws IOException {
        introspect();
        compile("schema.json", TestDatabase.at(url).dialect());
    }

    /** Makes the server's own tables, as {@code db migrate} does, without a process of its own. */
    public void migrate() {
        try (Database opened = Target.at(absoluteUrl()).open()) {
            new SystemTables(opened.systemDataSource(), Path.of("..", "..", "migrations")).migrate();
        }
    }

    /** The rows of a query of one number. */
    public List<Long> numbers(String sql) {
        try (var connection = TestDatabase.connect(absoluteUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command, inside this JVM where that may open the database, every file is named and the configuration is the server's. */
    Distribution.Ended run(String... arguments) throws IOException {
        List<String> words = List.of(arguments);
        boolean opensDatabase = words.contains(FILE) || words.contains("--database");
        boolean configuresItself = words.stream().anyMatch(word -> word.endsWith(".yml") && !word.equals(FILE));
        Set<String> places = PLACES.get(words.get(0));
        boolean isPlaced = !configuresItself && (places == null || !Collections.disjoint(places, words));
        if (Matrix.isFull() || !isPlaced || opensDatabase && !isHosted()) {
            return distribution.run(arguments);
        }
        List<String> placed = new ArrayList<>();
        for (String word : words) {
            boolean written = !placed.isEmpty() && words.get(placed.size() - 1).equals("-o");
            placed.add(written ? inFolder(word) : placed(word));
        }
        return ServerHost.command(placed(), placed.toArray(String[]::new));
    }

    /** Runs a command that must end well. */
    public Distribution.Ended succeed(String... arguments) throws IOException {
        Distribution.Ended ended = run(arguments);
        if (ended.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + ended.exitCode() + ":\n" + ended.err());
        }
        return ended;
    }

    /**
     * Starts the server, inside this JVM where neither a full check nor the database asks for a process.
     *
     * @param settings over those of the file, such as {@code graphql.maxDepth=3}
     */
    DistributionServer serve(String... settings) throws IOException {
        return isHosted() ? host(settings) : serveProcess(settings);
    }

    /** The same where this JVM opens the database nowhere else meanwhile, so that it may be a file. */
    DistributionServer serveAlone(String... settings) throws IOException {
        return Matrix.isFull() ? serveProcess(settings) : host(settings);
    }

    private DistributionServer host(String... settings) {
        return HostedServer.start(distribution.folder().resolve(FILE), placed(settings));
    }

    /** Two copies of SQLite in one process do not see each other's locks: files are opened by processes. */
    private boolean isHosted() {
        return !Matrix.isFull() && TestDatabase.at(url) != TestDatabase.SQLITE;
    }

    /** The settings, with paths that are right in any working directory. */
    private Map<String, String> placed(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("schema.path", "schema.compiled.json", "database.url", url));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        all.computeIfPresent("schema.path", (key, path) -> inFolder(path));
        all.computeIfPresent("database.url", (key, place) -> absolute(place));
        return all;
    }

    /** The word of a command, with its whole path if it names something in the folder. */
    private String placed(String word) {
        return Files.exists(distribution.folder().resolve(word)) ? inFolder(word) : word;
    }

    private String inFolder(String name) {
        return distribution.folder().resolve(name).toString();
    }

    /** Starts the server quickly as a process, with settings over those of the file. */
    DistributionProcess serveProcess(String... settings) throws IOException {
        return distribution.start(Distribution.currentJdk(), quick(settings), "server", FILE);
    }

    /** The same as the server is shipped, with no other options for the JVM. */
    DistributionProcess serve(Path jdk, String... settings) throws IOException {
        return distribution.start(jdk, overrides(settings), "server", FILE);
    }

    /** Runs the server that is expected to refuse. */
    Distribution.Ended refuse(String... settings) throws IOException {
        return refuse(isHosted(), "server", settings);
    }

    /** Runs {@code check}. */
    Distribution.Ended check(String... settings) throws IOException {
        return refuse(!Matrix.isFull(), "check", settings);
    }

    private Distribution.Ended refuse(boolean hosted, String command, String... settings) throws IOException {
        return hosted
                ? ServerHost.command(placed(settings), command, inFolder(FILE))
                : distribution.run(Distribution.currentJdk(), quick(settings), command, FILE);
    }

    /** Starts the server and waits for nothing. */
    Process process(String... settings) throws IOException {
        return distribution.process(Distribution.currentJdk(), quick(settings), "server", FILE);
    }

    /** The same folder with another database. */
    DatabaseFolder withUrl(String other) {
        return new DatabaseFolder(distribution, other);
    }

    private static List<String> quick(String... settings) {
        return QuickStart.with(overrides(settings).toArray(String[]::new));
    }

    private static List<String> overrides(String... settings) {
        List<String> options = new ArrayList<>();
        for (String setting : settings) {
            options.add("-Ddw." + setting);
        }
        return options;
    }
}
