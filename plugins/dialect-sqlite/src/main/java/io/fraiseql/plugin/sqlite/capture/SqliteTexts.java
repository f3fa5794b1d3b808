package io.fraiseql.plugin.sqlite.capture;

import io.fraiseql.plugin.jdbc.capture.TextSql;
import java.util.ArrayList;
import java.util.List;

/** Texts of events in SQLite's own functions. */
final class SqliteTexts implements TextSql {

    private static final int GROUP = 40;

    /** In groups, because SQLite bounds how deep an expression is. */
    @Override
    public String concat(List<String> texts) {
        if (texts.size() <= GROUP) {
            return String.join(" || ", texts);
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += GROUP) {
            groups.add("(" + String.join(" || ", texts.subList(i, Math.min(texts.size(), i + GROUP))) + ")");
        }
        return String.join(" || ", groups);
    }

    @Override
    public String same(String one, String other) {
        return one + " IS " + other;
    }

    @Override
    public String withoutFirst(String text) {
        return "substr(" + text + ", 2)";
    }

    @Override
    public String withoutQuotes(String json) {
        return "trim(" + json + ", '\"')";
    }
}
