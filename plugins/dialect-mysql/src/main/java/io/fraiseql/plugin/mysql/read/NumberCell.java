package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.value.Misfit;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Integers within a range, and booleans as 0 and 1. */
final class NumberCell extends Cell {

    private final long least;
    private final long greatest;
    private final String expected;
    private long value;

    NumberCell(long least, long greatest, String expected) {
        this.least = least;
        this.greatest = greatest;
        this.expected = expected;
    }

    @Override
    boolean decode(ResultSet rows, int column) throws SQLException {
        value = rows.getLong(column);
        if (value == 0 && rows.wasNull()) {
            return false;
        }
        if (value < least || value > greatest) {
            throw Misfit.of("another number", expected);
        }
        return true;
    }

    @Override
    long number() {
        return value;
    }
}
