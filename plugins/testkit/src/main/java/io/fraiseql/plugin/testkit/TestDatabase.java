package io.fraiseql.plugin.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The databases that the tests of the whole run on: the one place that lists them. */
public enum TestDatabase {
    SQLITE,
    POSTGRESQL,
    MARIADB,
    MYSQL,
    /** Only where {@code FRAISEQL_TEST_SQLSERVER_URL} names one: none can be started here. */
    SQLSERVER;

    private static final AtomicInteger FILES = new AtomicInteger();
    private static final String MYSQL_SCHEME = "jdbc:mysql:";
    private static final String MARIADB_SCHEME = "jdbc:mariadb:";

    /** What connections of tests have in common with the plugin's: quotes and literals as in the standard. */
    private static final String MYSQL_SESSION = "SET SESSION time_zone = '+00:00',"
            + " sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES'";

    /** The dialect's name as {@code compile --target} takes it. */
    public String dialect() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The database at a JDBC URL. */
    public static TestDatabase at(String url) {
        return Arrays.stream(values())
                .filter(database -> url.startsWith("jdbc:" + database.dialect() + ":"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is here, or can be started. */
    public boolean present() {
        return switch (this) {
            case SQLITE, POSTGRESQL, MARIADB -> true;
            case MYSQL -> TestMysql.present();
            case SQLSERVER -> TestSqlServer.present();
        };
    }

    /** Ends the test as not run when the database is not here. */
    public void require() {
        Assumptions.assumeTrue(present(), dialect() + " is not here; scripts/services brings it, or says why not");
    }

    /** Whether it is MySQL or MariaDB, which share most of their SQL. */
    public boolean isMysqlFamily() {
        return this == MYSQL || this == MARIADB;
    }

    /**
     * Makes an empty database.
     *
     * @param folder takes the file of one that is a file
     * @return its JDBC URL as the server takes it
     */
    public String create(Path folder) {
        return switch (this) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("test" + FILES.incrementAndGet() + ".db");
            case POSTGRESQL -> TestPostgres.shared().createDatabase();
            case MARIADB -> TestMariaDb.shared().createDatabase();
            case MYSQL -> TestMysql.shared().createDatabase();
            case SQLSERVER -> TestSqlServer.createDatabase();
        };
    }

    /** Connects with the database's driver. */
    public static Connection connect(String url) throws SQLException {
        if (!url.startsWith(MYSQL_SCHEME) && !url.startsWith(MARIADB_SCHEME)) {
            return DriverManager.getConnection(url);
        }
        String separator = url.contains("?") ? "&" : "?";
        Connection connection = DriverManager.getConnection(
                url.replace(MYSQL_SCHEME, MARIADB_SCHEME) + separator + "allowMultiQueries=true");
        try (Statement statement = connection.createStatement()) {
            statement.execute(MYSQL_SESSION);
        }
        return connection;
    }

    /** Whether a database answers at a URL. */
    static boolean answers(String url) {
        try (Connection connection = connect(url)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Runs a script of any number of statements. */
    public static void run(String url, String script) {
        if (at(url) == SQLSERVER) {
            TestSqlServer.run(url, script);
            return;
        }
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            // The SQLite driver runs a whole script only here, the others everywhere.
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw new IllegalStateException("the script failed on " + url, e);
        }
    }
}
