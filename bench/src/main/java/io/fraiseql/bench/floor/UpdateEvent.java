package io.fraiseql.bench.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The outbox written by hand: the event of an updated row, as the last statement of its transaction. */
final class UpdateEvent {

    private static final String SQL =
            "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, before, changed_fields, created_at)"
                    + " VALUES (?, 'Note', ?, 'UPDATE', ?, ?, ?, ?); COMMIT";

    private UpdateEvent() {}

    /** Commits too. */
    static void insert(ObjectNode before, ObjectNode after, Connection connection) throws SQLException {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        after.properties().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .forEach(field -> changed.add(field.getKey()));
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, after.get("id").textValue());
            statement.setObject(3, after.toString(), Types.OTHER);
            statement.setObject(4, before.toString(), Types.OTHER);
            statement.setObject(5, changed.toString(), Types.OTHER);
            statement.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
