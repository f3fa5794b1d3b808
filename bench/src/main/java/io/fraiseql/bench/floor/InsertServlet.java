package io.fraiseql.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Reads the rows of a request and inserts them: one with its statement, many as a batch in a transaction. No outbox. */
final class InsertServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SQL = "INSERT INTO notes (author_id, title, body, score) VALUES (?, ?, ?, ?)";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient HikariDataSource pool;

    InsertServlet(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        JsonNode variables = MAPPER.readTree(request.getInputStream()).get("variables");
        JsonNode inputs = variables.get("inputs");
        byte[] answer;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            answer = Json.ascii(
                    inputs == null ? one(variables.get("input"), statement) : many(inputs, connection, statement));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private static String one(JsonNode row, PreparedStatement statement) throws SQLException {
        bind(row, statement);
        statement.executeUpdate();
        return "{\"data\":{\"createNote\":{\"authorId\":" + row.get("authorId") + ",\"title\":" + row.get("title")
                + ",\"score\":" + row.get("score") + "}}}";
    }

    private static String many(JsonNode rows, Connection connection, PreparedStatement statement) throws SQLException {
        connection.setAutoCommit(false);
        for (JsonNode row : rows) {
            bind(row, statement);
            statement.addBatch();
        }
        statement.executeBatch();
        connection.commit();
        connection.setAutoCommit(true);
        return "{\"data\":{\"createNotes\":{\"affectedRows\":" + rows.size() + "}}}";
    }

    private static void bind(JsonNode row, PreparedStatement statement) throws SQLException {
        statement.setInt(1, row.get("authorId").intValue());
        statement.setString(2, row.get("title").textValue());
        statement.setString(3, row.get("body").textValue());
        statement.setInt(4, row.get("score").intValue());
    }
}
