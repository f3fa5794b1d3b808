package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession;
import io.fraiseql.spi.database.ConstraintViolation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up which written columns a broken check is about: PostgreSQL tells the check of a table by its name, and that of a domain by the
 * domain. The transaction is lost by then and is rolled back first.
 */
final class CheckedColumns implements ExplainedWriteSession.ConstraintColumns {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedColumns.class);
    private static final String NAME = "\"(?:[^\"]|\"\")+\"";
    private static final Pattern TABLE = Pattern.compile("(?:INSERT INTO |UPDATE )((?:" + NAME + "\\.)?" + NAME + ")");
    private static final String RETURNING = " RETURNING ";

    private static final String OF_CHECK = """
            SELECT a.attname FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
            WHERE c.contype = 'c' AND c.conrelid = to_regclass(?) AND c.conname = ?
            ORDER BY a.attnum
            """;
    private static final String OF_DOMAIN = """
            SELECT a.attname FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid JOIN pg_namespace AS n ON n.oid = t.typnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = to_regclass(?) AND t.typname = ? AND n.nspname = ?
            ORDER BY a.attnum
            """;

    private final Connection connection;

    CheckedColumns(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ConstraintViolation completed(ConstraintViolation violation, String sql) {
        ServerErrorMessage server =
                violation.getCause() instanceof PSQLException error ? error.getServerErrorMessage() : null;
        Matcher table = TABLE.matcher(sql);
        boolean check = violation.kind() == ConstraintViolation.Kind.CHECK
                && violation.columns().isEmpty();
        if (!check || server == null || !table.find()) {
            return violation;
        }
        List<String> columns = server.getDatatype() == null
                ? columns(OF_CHECK, table.group(1), server.getConstraint())
                : written(columns(OF_DOMAIN, table.group(1), server.getDatatype(), server.getSchema()), sql);
        return new ConstraintViolation(
                violation.kind(), columns, violation.kind().meaning(), violation.getCause());
    }

    /** Of several columns of one domain those that the statement gives values. */
    private static List<String> written(List<String> columns, String sql) {
        int end = sql.indexOf(RETURNING);
        String values = end < 0 ? sql : sql.substring(0, end);
        return columns.stream()
                .filter(column -> values.contains('"' + column.replace("\"", "\"\"") + '"'))
                .toList();
    }

    private List<String> columns(String query, String... values) {
        List<String> columns = new ArrayList<>();
        try {
            connection.rollback();
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        columns.add(rows.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            LOG.warn("the columns of a broken check could not be read", e);
        }
        return columns;
    }
}
