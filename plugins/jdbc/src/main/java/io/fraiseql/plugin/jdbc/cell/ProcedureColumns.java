package io.fraiseql.plugin.jdbc.cell;

import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlRelation.FunctionCall;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where the columns of an answer stand in the row that a procedure gives, in whatever order and among whatever others. */
public final class ProcedureColumns {

    private ProcedureColumns() {}

    /** The places, counted from 1, in the order of {@link FunctionCall#COLUMNS}. */
    public static int[] of(ResultSet rows) throws SQLException {
        ResultSetMetaData shape = rows.getMetaData();
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            labels.add(shape.getColumnLabel(i).toLowerCase(java.util.Locale.ROOT));
        }
        return FunctionCall.COLUMNS.stream()
                .mapToInt(name -> place(labels, name))
                .toArray();
    }

    private static int place(List<String> labels, String name) {
        int index = labels.indexOf(name);
        if (index < 0) {
            throw new FraiseqlException(
                    DatabaseErrorCode.INTERNAL,
                    "the procedure gave no column " + name + "; its first SELECT must give one row of "
                            + String.join(", ", FunctionCall.COLUMNS));
        }
        return index + 1;
    }
}
