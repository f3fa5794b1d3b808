package io.fraiseql.plugin.sqlserver.read;

import io.fraiseql.plugin.jdbc.cell.Cell;
import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.jdbc.value.UuidBits;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** UUIDs from their 36 characters, or from the 32 digits of what is stored as bytes. */
final class UuidCell extends Cell {

    private static final int DIGITS = 32;

    private final long[] value = new long[2];

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            value[0] = 0;
            value[1] = 0;
            return false;
        }
        String written = text.length() == DIGITS ? grouped(text) : text;
        byte[] characters = written.getBytes(StandardCharsets.ISO_8859_1);
        if (characters.length != UuidBits.TEXT_LENGTH || !UuidBits.ofText(characters, value)) {
            throw Misfit.of("another value", "a UUID, as 36 characters or 16 bytes,");
        }
        return true;
    }

    private static String grouped(String digits) {
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    @Override
    protected long uuidHigh() {
        return value[0];
    }

    @Override
    protected long uuidLow() {
        return value[1];
    }
}
