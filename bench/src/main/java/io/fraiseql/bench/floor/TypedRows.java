package io.fraiseql.bench.floor;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One operation: its statement, with one parameter, and how its rows become the answer. */
interface TypedRows {

    String sql();

    void write(ResultSet rows, JsonBytes out) throws SQLException;
}
