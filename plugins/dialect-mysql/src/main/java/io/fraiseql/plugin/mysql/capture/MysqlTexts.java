package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.plugin.jdbc.capture.TextSql;
import java.util.List;

/** Texts of events in functions of both servers. */
final class MysqlTexts implements TextSql {

    @Override
    public String concat(List<String> texts) {
        return "CONCAT(" + String.join(", ", texts) + ")";
    }

    /** Byte by byte, as the engine compares the texts. */
    @Override
    public String same(String one, String other) {
        return "CAST(" + one + " AS BINARY) = CAST(" + other + " AS BINARY)";
    }

    @Override
    public String withoutFirst(String text) {
        return "SUBSTR(" + text + ", 2)";
    }

    @Override
    public String withoutQuotes(String json) {
        return "TRIM(BOTH '\"' FROM " + json + ")";
    }
}
