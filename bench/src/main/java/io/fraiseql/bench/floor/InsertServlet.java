package io.fraiseql.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a request and inserts them: one with its statement, many as a batch in a transaction; with an event for each row in the
 * same transaction where asked, by a second batch.
 */
final class InsertServlet extends WriteServlet {

    private static final long serialVersionUID = 1L;
    private static final String SQL = "INSERT INTO notes (author_id, title, body, score) VALUES (?, ?, ?, ?)";
    private static final String[] KEY = {"id"};

    private final boolean events;

    InsertServlet(HikariDataSource pool, boolean events) {
        super(pool);
        this.events = events;
    }

    @Override
    String write(JsonNode variables, Connection connection) throws SQLException {
        JsonNode inputs = variables.get("inputs");
        boolean one = inputs == null;
        List<JsonNode> rows = one ? List.of(variables.get("input")) : rows(inputs);
        connection.setAutoCommit(one && !events);
        insert(rows, connection);
        if (!connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
        return one ? one(rows.get(0)) : many(rows.size());
    }

    private static List<JsonNode> rows(JsonNode inputs) {
        List<JsonNode> rows = new ArrayList<>(inputs.size());
        inputs.forEach(rows::add);
        return rows;
    }

    private void insert(List<JsonNode> rows, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                events ? connection.prepareStatement(SQL, KEY) : connection.prepareStatement(SQL)) {
            if (rows.size() == 1) {
                bind(rows.get(0), statement);
                statement.executeUpdate();
            } else {
                for (JsonNode row : rows) {
                    bind(row, statement);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            if (events) {
                EventBatch.insert(rows, statement.getGeneratedKeys(), connection);
            }
        }
    }

    private static String one(JsonNode row) {
        return "{\"data\":{\"createNote\":{\"authorId\":" + row.get("authorId") + ",\"title\":" + row.get("title")
                + ",\"score\":" + row.get("score") + "}}}";
    }

    private static String many(int rows) {
        return "{\"data\":{\"createNotes\":{\"affectedRows\":" + rows + "}}}";
    }

    private static void bind(JsonNode row, PreparedStatement statement) throws SQLException {
        statement.setInt(1, row.get("authorId").intValue());
        statement.setString(2, row.get("title").textValue());
        statement.setString(3, row.get("body").textValue());
        statement.setInt(4, row.get("score").intValue());
    }
}
