package io.fraiseql.plugin.sqlserver.capture;

import io.fraiseql.plugin.jdbc.capture.TextSql;
import java.util.List;

/** Texts of events, which have any length from the first on: a sum of short ones would be cut off. */
final class SqlServerTexts implements TextSql {

    private static final String ANY_LENGTH = "CAST(N'' AS nvarchar(max)) + ";
    private static final int LONGEST = 1_000_000;

    @Override
    public String concat(List<String> texts) {
        return ANY_LENGTH + String.join(" + ", texts);
    }

    /** The texts have an exact collation. */
    @Override
    public String same(String one, String other) {
        return one + " = " + other;
    }

    @Override
    public String withoutFirst(String text) {
        return "SUBSTRING(" + text + ", 2, " + LONGEST + ")";
    }

    @Override
    public String withoutQuotes(String json) {
        return "REPLACE(" + json + ", N'\"', N'')";
    }
}
