package io.fraiseql.distribution.golden;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a statement into lines at its clauses, so that it can be read. Nothing but white space changes. */
final class SqlLines {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|UNION ALL|LEFT JOIN|CROSS JOIN|CROSS APPLY|ORDER BY|GROUP BY|PARTITION BY|[A-Za-z_]+|\\s+|.",
            Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile(
            "SELECT|FROM|WHERE|ORDER BY|LIMIT|OFFSET|UNION ALL|JOIN|LEFT JOIN|CROSS JOIN|CROSS APPLY|UNION|HAVING|GROUP BY");
    private static final int WIDTH = 120;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> queries = new ArrayDeque<>();
    private int depth;

    private SqlLines() {}

    static String of(String sql) {
        return new SqlLines().format(sql.strip()) + "\n";
    }

    private String format(String sql) {
        Matcher tokens = TOKEN.matcher(sql);
        while (tokens.find()) {
            token(tokens.group(), sql.substring(tokens.end()));
        }
        return out.toString();
    }

    private void token(String token, String rest) {
        if (token.isBlank()) {
            space();
        } else if (token.equals("(")) {
            open(rest.stripLeading().startsWith("SELECT"));
        } else if (token.equals(")")) {
            close();
        } else {
            if (CLAUSE.matcher(token).matches() && (queries.isEmpty() || queries.peek())) {
                line();
            }
            out.append(token);
            if (token.equals(",") && width() > WIDTH) {
                line();
                out.append("   ");
            }
        }
    }

    private void open(boolean query) {
        out.append('(');
        queries.push(query);
        if (query) {
            depth++;
            line();
        }
    }

    private void close() {
        if (!queries.isEmpty() && queries.pop()) {
            depth--;
            line();
        }
        out.append(')');
    }

    private void space() {
        if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
    }

    private void line() {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.append("  ".repeat(depth));
    }

    private int width() {
        return out.length() - out.lastIndexOf("\n");
    }
}
