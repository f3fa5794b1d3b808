package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlRelation.FunctionCall;
import io.fraiseql.spi.sql.SqlWriter;

/** Calls of procedures, whose row nothing can be selected from: {@code ProcedureColumns} finds the columns in it. */
public final class Calls {

    private static final String CALL = "CALL ";

    private Calls() {}

    static void write(FunctionCall call, SqlWriter out) {
        Writes.name(call.name(), out.text(CALL)).text("(");
        for (int i = 0; i < call.arguments().size(); i++) {
            Bind bind = call.arguments().get(i);
            out.text(i == 0 ? "" : ", ").bind(StoredForm.asWritten(bind));
        }
        out.text(")");
    }

    /** Whether a statement calls a procedure. */
    public static boolean is(String sql) {
        return sql.startsWith(CALL);
    }
}
