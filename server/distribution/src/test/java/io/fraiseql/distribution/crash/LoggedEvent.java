package io.fraiseql.distribution.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An event as the log has it.
 *
 * @param position null when it has none
 * @param after the row's {@code version} after the write; null of a delete
 * @param before the row's {@code version} before the write; null of an insert
 */
record LoggedEvent(Long position, String id, int key, String type, Integer after, Integer before) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static LoggedEvent read(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        return new LoggedEvent(
                row.wasNull() ? null : position,
                row.getString(2),
                Integer.parseInt(row.getString(3)),
                row.getString(4),
                version(row.getString(5)),
                version(row.getString(6)));
    }

    private static Integer version(String image) {
        try {
            return image == null ? null : JSON.readTree(image).path("version").asInt();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(image, e);
        }
    }
}
