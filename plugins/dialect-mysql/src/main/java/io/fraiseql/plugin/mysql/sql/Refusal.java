package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Expressions that end a statement with an error. Reading statements have no other way to refuse a value: conversions only warn. An
 * arithmetic overflow is an error in every mode; {@code MysqlErrors} knows which of the two it was by its type.
 */
final class Refusal {

    private Refusal() {}

    /** For a stored text, {@code text}, that is not of its declared type: an overflow of BIGINT. */
    static String ofStored(String text) {
        return "(1 + CHAR_LENGTH(" + text + ")) + 9223372036854775807";
    }

    /** For a pattern of the client that ends within an escape: an overflow of DOUBLE. */
    static SqlWriter ofPattern(SqlExpr.Bind pattern, SqlWriter out) {
        return out.text("CAST(EXP(999 + CHAR_LENGTH(").bind(pattern).text(")) AS CHAR)");
    }
}
