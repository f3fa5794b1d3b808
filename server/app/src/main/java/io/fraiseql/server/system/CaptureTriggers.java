package io.fraiseql.server.system;

import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The capture triggers of a database, looked at once when a schema is to be served. */
public final class CaptureTriggers {

    private final DataSource database;

    public CaptureTriggers(DataSource database) {
        this.database = database;
    }

    /**
     * Makes sure that exactly the triggers are there that a schema wants: with one missing events would be lost, with one too many
     * they would be doubled.
     *
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} naming every table that is wrong, and what to run
     */
    public void require(CaptureScript script, String dialect) {
        List<CaptureScript.Expected> tables = script.expected();
        List<String> problems = new ArrayList<>();
        if (tables.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (CaptureScript.Expected expected : tables) {
                String problem = problem(expected, value(statement, expected.query()));
                if (problem != null) {
                    problems.add(String.join(".", expected.table()) + " " + problem);
                }
                requireSeen(expected, statement);
            }
        } catch (SQLException e) {
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the capture triggers cannot be read", e);
        }
        if (!problems.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "the capture triggers do not fit the schema: the table " + String.join(", the table ", problems)
                            + "; write them with 'generate-triggers' from this schema with --target " + dialect
                            + ", and run its output on the database");
        }
    }

    private static void requireSeen(CaptureScript.Expected expected, Statement statement) throws SQLException {
        String unseen = expected.unseen() == null ? null : value(statement, expected.unseen());
        if (unseen != null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "the table " + String.join(".", expected.table()) + " " + unseen);
        }
    }

    private static @Nullable String value(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static @Nullable String problem(CaptureScript.Expected expected, @Nullable String installed) {
        if (expected.version().isEmpty()) {
            return installed == null ? null : "has triggers although the server captures it";
        }
        if (installed == null) {
            return "has none";
        }
        return installed.equals(expected.version()) ? null : "has those of another schema, or not all";
    }
}
