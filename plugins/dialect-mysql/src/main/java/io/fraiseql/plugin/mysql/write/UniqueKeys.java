package io.fraiseql.plugin.mysql.write;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession.ConstraintColumns;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up which columns a broken unique key has, in the transaction that broke it: a statement that fails does not end it. */
public final class UniqueKeys implements ConstraintColumns {

    private static final Logger LOG = LoggerFactory.getLogger(UniqueKeys.class);

    /** In every language of the server's messages the key is the last thing in quotes; MySQL puts the table before it. */
    private static final Pattern KEY = Pattern.compile("'([^']+)'[^']*$");

    private static final String NAME = "`((?:[^`]|``)+)`";
    private static final Pattern TABLE =
            Pattern.compile("(?:INSERT INTO |UPDATE |STRAIGHT_JOIN )(?:" + NAME + "\\.)?" + NAME);

    private static final String COLUMNS = """
            SELECT column_name FROM information_schema.statistics
            WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? AND index_name = ? AND column_name IS NOT NULL
            ORDER BY seq_in_index
            """;

    private final Connection connection;

    public UniqueKeys(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ConstraintViolation completed(ConstraintViolation violation, String sql) {
        Throwable cause = violation.getCause();
        Matcher key = KEY.matcher(String.valueOf(cause == null ? null : cause.getMessage()));
        Matcher table = TABLE.matcher(sql);
        boolean unknown = violation.kind() == ConstraintViolation.Kind.UNIQUE;
        if (!unknown || !key.find() || !table.find()) {
            return violation;
        }
        String schema = table.group(1) == null ? null : unquoted(table.group(1));
        String name = unquoted(table.group(2));
        String told = key.group(1);
        String index = told.startsWith(name + ".") ? told.substring(name.length() + 1) : told;
        return new ConstraintViolation(
                violation.kind(), columns(schema, name, index), violation.kind().meaning(), cause);
    }

    private static String unquoted(String name) {
        return name.replace("``", "`");
    }

    /** None when the key is of another table, which a trigger wrote. */
    private List<String> columns(@Nullable String schema, String table, String index) {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            statement.setString(3, index);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            LOG.warn("the columns of a broken unique key could not be read", e);
        }
        return columns;
    }
}
