package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.spi.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A client of the database beside the engine. */
final class OtherClient {

    private final Database database;

    OtherClient(Database database) {
        this.database = database;
    }

    /** Runs statements one after the other, and commits. */
    void run(List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        try (Connection connection = database.systemDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                execute(statement, sql);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be written", e);
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refuses " + sql, e);
        }
    }
}
