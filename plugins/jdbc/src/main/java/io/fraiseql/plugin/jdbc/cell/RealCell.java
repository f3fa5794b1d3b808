package io.fraiseql.plugin.jdbc.cell;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Floating-point numbers. */
public final class RealCell extends Cell {

    private final boolean narrow;
    private double value;

    public RealCell(boolean narrow) {
        this.narrow = narrow;
    }

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        value = narrow ? rows.getFloat(column) : rows.getDouble(column);
        return value != 0 || !rows.wasNull();
    }

    @Override
    protected double real() {
        return value;
    }
}
