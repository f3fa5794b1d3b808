package io.fraiseql.plugin.mysql.read;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A value of any type as its text: what a procedure gives is of the type that its author chose. */
final class PrintedCell extends Cell {

    private static final byte[] NONE = {};

    private byte[] value = NONE;

    @Override
    boolean decode(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        value = text == null ? NONE : text.getBytes(StandardCharsets.UTF_8);
        return text != null;
    }

    @Override
    byte[] bytes() {
        return value;
    }
}
