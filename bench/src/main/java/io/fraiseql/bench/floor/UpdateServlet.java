package io.fraiseql.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Locks a row, changes two of its columns and commits; where asked it appends an event with the row before and after, in one message with the
 * commit. Nobody gives the event a place in a log.
 */
final class UpdateServlet extends WriteServlet {

    private static final long serialVersionUID = 1L;
    private static final String LOCK = "SELECT id, author_id, title, body, score FROM notes WHERE id = ? FOR UPDATE";
    private static final String UPDATE =
            "UPDATE notes SET title = ?, score = ? WHERE id = ? RETURNING id, author_id, title, body, score";

    private final boolean events;

    UpdateServlet(HikariDataSource pool, boolean events) {
        super(pool);
        this.events = events;
    }

    @Override
    String write(JsonNode variables, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        ObjectNode row = update(Long.parseLong(variables.get("id").textValue()), variables.get("set"), connection);
        connection.commit();
        connection.setAutoCommit(true);
        return "{\"data\":{\"updateNote\":{\"authorId\":" + row.get("authorId") + ",\"title\":" + row.get("title")
                + ",\"score\":" + row.get("score") + "}}}";
    }

    private ObjectNode update(long id, JsonNode set, Connection connection) throws SQLException {
        ObjectNode before;
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, id);
            before = row(lock);
        }
        ObjectNode after;
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, set.get("title").textValue());
            update.setInt(2, set.get("score").intValue());
            update.setLong(3, id);
            after = row(update);
        }
        if (events) {
            UpdateEvent.insert(before, after, connection);
        }
        return after;
    }

    private static ObjectNode row(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            found.next();
            return MAPPER.createObjectNode()
                    .put("id", found.getString(1))
                    .put("authorId", found.getInt(2))
                    .put("title", found.getString(3))
                    .put("body", found.getString(4))
                    .put("score", found.getInt(5));
        }
    }
}
