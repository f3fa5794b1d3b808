package io.fraiseql.plugin.jdbc.cell;

import io.fraiseql.plugin.jdbc.value.IsoDuration;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Durations from their ISO 8601 text. */
public final class DurationCell extends Cell {

    private static final byte[] NONE = {};

    private byte[] value = NONE;

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        value = text == null ? NONE : IsoDuration.parse(text).toString().getBytes(StandardCharsets.US_ASCII);
        return text != null;
    }

    @Override
    protected byte[] bytes() {
        return value;
    }
}
