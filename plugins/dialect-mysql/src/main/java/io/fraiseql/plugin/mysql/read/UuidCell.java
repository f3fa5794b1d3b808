package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.cell.Cell;
import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.jdbc.value.UuidBits;
import java.sql.ResultSet;
import java.sql.SQLException;

/** UUIDs as 16 bytes or as 36 characters; MariaDB's own type arrives as the latter. */
final class UuidCell extends Cell {

    private final long[] value = new long[2];

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        if (bytes == null) {
            value[0] = 0;
            value[1] = 0;
            return false;
        }
        if (bytes.length == UuidBits.BINARY_LENGTH) {
            UuidBits.ofBinary(bytes, value);
        } else if (bytes.length != UuidBits.TEXT_LENGTH || !UuidBits.ofText(bytes, value)) {
            throw Misfit.of("another value", "a UUID, as 36 characters or 16 bytes,");
        }
        return true;
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
