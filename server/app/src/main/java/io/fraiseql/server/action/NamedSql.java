package io.fraiseql.server.action;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlStatement.BindType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of the operator with named places such as {@code :id}, which are bound. Immutable.
 *
 * @param names of the places, in their order
 */
record NamedSql(String sql, List<String> names) {

    /** What is taken as a whole: texts and quoted names, comments, casts of PostgreSQL, places, and what is not taken. */
    private static final Pattern TOKEN = Pattern.compile(
            "'[^'\\\\]*'|\"[^\"]*\"|`[^`]*`|--[^\n]*|/\\*.*?\\*/|::|:([A-Za-z_][A-Za-z0-9_]*)|([?;'\"`\\\\]|\\$\\$)",
            Pattern.DOTALL);

    /** @throws IllegalArgumentException when it is not one statement, or its places cannot be told */
    static NamedSql of(String text) {
        String statement = text.strip().replaceFirst(";\\z", "");
        List<String> names = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        Matcher token = TOKEN.matcher(statement);
        while (token.find()) {
            String refused = token.group(2);
            if (refused != null) {
                throw new IllegalArgumentException("a statement cannot have " + refused
                        + " there: it is one statement with places such as :id and no backslash in a text");
            }
            String name = token.group(1);
            if (name != null) {
                names.add(name);
            }
            token.appendReplacement(sql, name == null ? Matcher.quoteReplacement(token.group()) : "?");
        }
        token.appendTail(sql);
        if (sql.toString().isBlank()) {
            throw new IllegalArgumentException("a statement is empty");
        }
        return new NamedSql(sql.toString(), List.copyOf(names));
    }

    /** Whether it gives rows. */
    boolean gives() {
        return sql.toUpperCase(Locale.ROOT).startsWith("SELECT");
    }

    /** All places are texts. */
    SqlStatement statement() {
        List<BindType> binds =
                names.stream().map(name -> new BindType(ColumnType.TEXT, false)).toList();
        return new SqlStatement(sql, binds, RowShape.of(List.of()));
    }
}
