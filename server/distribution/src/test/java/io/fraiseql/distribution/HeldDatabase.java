package io.fraiseql.distribution;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * A PostgreSQL database with a view that the query {@code gates} reads: while the test holds the lock, its statements wait in the
 * database.
 */
final class HeldDatabase implements AutoCloseable {

    /** A query that waits while the lock is held. */
    static final String WAITS = "{ gates { id } }";

    /** A query that never waits. */
    static final String DOES_NOT_WAIT = "{ words { id } }";

    private static final int LOCK = 4711;
    /** Only queries are counted: the driver keeps what begins a transaction and sets a connection up for a while too. */
    private static final String TABLES = """
            CREATE TABLE word (id integer PRIMARY KEY);
            INSERT INTO word VALUES (1);
            CREATE VIEW gate AS SELECT 1 AS id FROM (SELECT pg_advisory_xact_lock_shared(%d) OFFSET 0) AS held;
            CREATE VIEW large AS SELECT i AS id, repeat('x', 1000) AS text FROM generate_series(1, 100) AS i;
            CREATE VIEW login AS SELECT current_user::text AS name;
            CREATE VIEW statement AS SELECT name, statement AS text FROM pg_prepared_statements WHERE statement LIKE 'SELECT%%';
            """.formatted(LOCK);

    private final DatabaseFolder folder;
    private final Connection connection;

    private HeldDatabase(DatabaseFolder folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    static HeldDatabase create(Path folder) throws IOException, SQLException {
        DatabaseFolder made = DatabaseFolder.empty(folder, TestDatabase.POSTGRESQL);
        made.fill(TABLES);
        made.compileTables();
        return new HeldDatabase(made, DriverManager.getConnection(made.url()));
    }

    DatabaseFolder folder() {
        return folder;
    }

    /** The URL without user and password. */
    String bareUrl() {
        return folder.url().replaceFirst("\\?.*", "");
    }

    void hold() {
        ask("SELECT pg_advisory_lock(" + LOCK + ")::text");
    }

    void release() {
        ask("SELECT pg_advisory_unlock(" + LOCK + ")::text");
    }

    /** How many statements wait for the lock now; of one role, or of every one when it is empty. */
    int waiting(String role) {
        return ask("SELECT a.pid::text FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory'"
                        + " AND NOT l.granted AND a.datname = current_database() AND a.usename LIKE '%" + role + "'")
                .size();
    }

    /** Whether so many statements wait in time. */
    boolean awaitWaiting(int count, String role, Duration time) {
        return Waiting.until(time, () -> waiting(role) == count);
    }

    /** The processes that serve the reading connections of a role. */
    Set<String> backends(String role) {
        return ask("SELECT pid::text FROM pg_stat_activity WHERE application_name = 'fraiseql'"
                + " AND datname = current_database() AND usename = '" + role + "'");
    }

    /** The first column of what a statement answers. */
    Set<String> ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> values = new TreeSet<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A role that must give a password, and may read everything. */
    void createLogin(String role, String password) {
        TestPostgres.requirePassword(folder.url(), role, password);
        TestPostgres.sql(folder.url(), "GRANT SELECT ON ALL TABLES IN SCHEMA public TO \"" + role + "\"");
    }

    /** Drops a role that owns nothing. */
    void dropLogin(String role) {
        TestPostgres.sql(folder.url(), "DROP OWNED BY \"" + role + "\"; DROP ROLE \"" + role + "\"");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
