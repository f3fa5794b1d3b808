package io.fraiseql.plugin.mysql.read;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Text, JSON and raw bytes: what the wire has is the value. */
final class BytesCell extends Cell {

    private static final byte[] NONE = {};

    private byte[] value = NONE;

    @Override
    boolean decode(ResultSet rows, int column) throws SQLException {
        byte[] found = rows.getBytes(column);
        value = found == null ? NONE : found;
        return found != null;
    }

    @Override
    byte[] bytes() {
        return value;
    }
}
