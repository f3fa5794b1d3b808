package io.fraiseql.plugin.mysql.read;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Floating-point numbers. */
final class RealCell extends Cell {

    private final boolean narrow;
    private double value;

    RealCell(boolean narrow) {
        this.narrow = narrow;
    }

    @Override
    boolean decode(ResultSet rows, int column) throws SQLException {
        value = narrow ? rows.getFloat(column) : rows.getDouble(column);
        return value != 0 || !rows.wasNull();
    }

    @Override
    double real() {
        return value;
    }
}
