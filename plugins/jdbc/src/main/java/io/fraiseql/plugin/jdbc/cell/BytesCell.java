package io.fraiseql.plugin.jdbc.cell;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Text, JSON and raw bytes: what the wire has is the value. */
public final class BytesCell extends Cell {

    private static final byte[] NONE = {};

    private byte[] value = NONE;

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        byte[] found = rows.getBytes(column);
        value = found == null ? NONE : found;
        return found != null;
    }

    @Override
    protected byte[] bytes() {
        return value;
    }
}
