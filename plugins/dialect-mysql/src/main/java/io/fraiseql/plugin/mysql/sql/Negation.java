package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.plugin.jdbc.sql.ThreeValued;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** {@code NOT}. */
final class Negation {

    private static final SqlExpr UNKNOWN = new SqlExpr.Literal(null, ColumnType.BOOLEAN);

    private Negation() {}

    static boolean write(SqlExpr.Not not, SqlWriter out) {
        out.standard(new SqlExpr.Not(ThreeValued.of(not.condition(), Negation::unknownOfNull)));
        return true;
    }

    private static SqlExpr unknownOfNull(SqlExpr value) {
        return new SqlExpr.Logic(true, List.of(new SqlExpr.NullTest(value, false), UNKNOWN));
    }
}
