package io.fraiseql.server.system;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the server itself, made and changed by {@code db migrate} and looked at once when the server starts. */
public final class SystemTables {

    /** The version that this server works with: how many change sets {@code migrations/fraiseql.xml} has. */
    public static final int VERSION = 12;

    private static final int ANSWER_SECONDS = 5;

    private final DataSource database;
    private final Path migrations;

    /** @param migrations the folder that holds {@code fraiseql.xml} */
    public SystemTables(DataSource database, Path migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    /**
     * The version of the tables; 0 when there are none.
     *
     * @throws FraiseqlException {@code UNAVAILABLE} when the database does not answer
     */
    public int version() {
        try (Connection connection = database.getConnection()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT MAX(orderexecuted) FROM " + ChangeLog.TABLE)) {
                return row.next() ? row.getInt(1) : 0;
            } catch (SQLException e) {
                if (connection.isValid(ANSWER_SECONDS)) {
                    return 0;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new FraiseqlException(
                    DatabaseErrorCode.UNAVAILABLE, "the version of the server's own tables cannot be read", e);
        }
    }

    /**
     * Makes sure that mutations find their tables.
     *
     * @param migrate whether to make them when they are missing or old
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} when they are not there, saying what to run
     */
    public void require(boolean migrate) {
        int found = version();
        if (found < VERSION && migrate) {
            migrate();
            return;
        }
        if (found != VERSION) {
            String problem = found == 0 ? "are missing" : "have version " + found + " and this server needs " + VERSION;
            String advice = found < VERSION
                    ? "run 'db migrate' with this configuration, or set events.outbox.enabled to false"
                    : "start a server of their version";
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "the server's own tables in the database " + problem + "; " + advice);
        }
    }

    /** Runs what has not run yet and returns the ids of it. */
    public List<String> migrate() {
        return ChangeLog.with(database, migrations, log -> {
            // An update that finds nothing to do is remembered by Liquibase, which then does nothing after a rollback
            // either.
            return log.pending().isEmpty() ? List.of() : log.update();
        });
    }

    /** The ids of what has not run yet. */
    public List<String> pending() {
        return ChangeLog.with(database, migrations, ChangeLog::pending);
    }

    /** Takes back the last step, with all that its tables hold, and returns its id. */
    public String rollback() {
        int last = version();
        if (last == 0) {
            throw new FraiseqlException(CoreErrorCode.INVALID_CONFIGURATION, "there is nothing to take back");
        }
        return ChangeLog.with(database, migrations, log -> {
            log.rollbackOne();
            return String.valueOf(last);
        });
    }
}
