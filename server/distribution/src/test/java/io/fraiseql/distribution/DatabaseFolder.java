package io.fraiseql.distribution;

import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole distribution in a folder with a new database, made, read and compiled by the shipped commands as a user would.
 *
 * @param url the JDBC URL, as seen from the folder
 */
record DatabaseFolder(Distribution distribution, String dialect, String url) {

    private static final String CONFIGURATION = """
            server:
              applicationConnectors: [{type: http, port: 0}]
              adminConnectors: [{type: http, port: 0}]
            database: {url: "%s"}
            """;

    /** Both dialects by name, for parameterized tests. */
    static Stream<String> dialects() {
        return Stream.of("sqlite", "postgresql");
    }

    /** The demo, made by {@code demo}, with the schema that is shipped for it. */
    static DatabaseFolder demo(Path folder, String dialect) throws IOException {
        DatabaseFolder made = empty(folder, dialect);
        made.succeed("demo", "--database", made.url);
        made.succeed("compile", "migrations/demo/schema.json", "--target", "sqlite,postgresql");
        return made;
    }

    /** Chinook, filled by its own script, with the schema that {@code introspect} writes. */
    static DatabaseFolder chinook(Path folder, String dialect) throws IOException {
        DatabaseFolder made = empty(folder, dialect);
        made.fill(Chinook.script(dialect));
        made.succeed("introspect", "--database", made.url);
        made.succeed("compile", "schema.json", "--target", dialect);
        return made;
    }

    /** An empty database: a file that is not there yet, or one on the PostgreSQL that the tests share. */
    static DatabaseFolder empty(Path folder, String dialect) throws IOException {
        Distribution distribution = Distribution.shipped(folder);
        String url = dialect.equals("sqlite")
                ? "jdbc:sqlite:data/test.db"
                : TestPostgres.shared().createDatabase();
        Files.createDirectories(folder.resolve("data"));
        distribution.withFile("config.yml", CONFIGURATION.formatted(url));
        return new DatabaseFolder(distribution, dialect, url);
    }

    /** The URL for this process, which has another working directory. */
    String absoluteUrl() {
        return url.replace("jdbc:sqlite:", "jdbc:sqlite:" + distribution.folder() + "/");
    }

    /** Runs a script of any number of statements. */
    void fill(String script) {
        try (Connection connection = DriverManager.getConnection(absoluteUrl());
                Statement statement = connection.createStatement()) {
            // The SQLite driver runs a whole script only here, the others everywhere.
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw new IllegalStateException("the script failed on " + url, e);
        }
    }

    /** Runs a command that must end well. */
    Distribution.Ended succeed(String... arguments) throws IOException {
        Distribution.Ended ended = distribution.run(arguments);
        if (ended.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + ended.exitCode() + ":\n" + ended.err());
        }
        return ended;
    }

    /** Starts the server with settings over those of the file, such as {@code graphql.maxDepth=3}. */
    DistributionServer serve(String... settings) throws IOException {
        return serve(Distribution.currentJdk(), settings);
    }

    /** The same with another JDK. */
    DistributionServer serve(Path jdk, String... settings) throws IOException {
        return distribution.start(jdk, overrides(settings), "server", "config.yml");
    }

    /** Runs the server that is expected to refuse. */
    Distribution.Ended refuse(String... settings) throws IOException {
        return distribution.run(Distribution.currentJdk(), overrides(settings), "server", "config.yml");
    }

    private static List<String> overrides(String... settings) {
        List<String> options = new ArrayList<>();
        for (String setting : settings) {
            options.add("-Ddw." + setting);
        }
        return options;
    }
}
