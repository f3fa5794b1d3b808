package io.fraiseql.plugin.jdbc.cell;

import io.fraiseql.plugin.jdbc.value.Misfit;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Integers within a range, and booleans as 0 and 1. */
public final class NumberCell extends Cell {

    private final long least;
    private final long greatest;
    private final String expected;
    private long value;

    public NumberCell(long least, long greatest, String expected) {
        this.least = least;
        this.greatest = greatest;
        this.expected = expected;
    }

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
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
    protected long number() {
        return value;
    }
}
