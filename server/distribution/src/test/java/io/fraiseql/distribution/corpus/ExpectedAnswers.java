package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks a PostgreSQL with the corpus' data for the answers that are right. One thread. */
public final class ExpectedAnswers implements AutoCloseable {

    private final Connection connection;

    /** Connects; intervals are written as ISO 8601 and times in UTC from here on. */
    public ExpectedAnswers(String postgresUrl) {
        try {
            connection = DriverManager.getConnection(postgresUrl);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET intervalstyle = 'iso_8601'");
                statement.execute("SET timezone = 'UTC'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect for the expected answers", e);
        }
    }

    /** The expected {@code data} of an operation. */
    public JsonNode of(CorpusOperation operation) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(operation.expectedSql())) {
            if (!result.next()) {
                throw new IllegalStateException(operation.name() + ".sql returned no row");
            }
            String json = result.getString(1);
            if (result.next()) {
                throw new IllegalStateException(operation.name() + ".sql returned more than one row");
            }
            return JsonDifferences.MAPPER.readTree(json);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(operation.name() + ".sql failed", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
