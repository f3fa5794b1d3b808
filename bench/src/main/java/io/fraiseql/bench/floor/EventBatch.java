package io.fraiseql.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The outbox written by hand: an event for each inserted row, as a batch. */
final class EventBatch {

    private static final String SQL =
            "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, created_at)"
                    + " VALUES (?, 'Note', ?, 'INSERT', ?, ?)";

    private EventBatch() {}

    /** @param keys one for each row, in their order */
    static void insert(List<JsonNode> rows, ResultSet keys, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (JsonNode row : rows) {
                keys.next();
                String key = keys.getString(1);
                ObjectNode data = row.deepCopy();
                data.put("id", key);
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, key);
                statement.setObject(3, data.toString(), Types.OTHER);
                statement.setObject(4, OffsetDateTime.now(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
