package io.fraiseql.plugin.jdbc.cell;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A value of any type as its text, in UTF-8. */
public final class TextCell extends Cell {

    private static final byte[] NONE = {};

    private byte[] value = NONE;

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        value = text == null ? NONE : text.getBytes(StandardCharsets.UTF_8);
        return text != null;
    }

    @Override
    protected byte[] bytes() {
        return value;
    }
}
