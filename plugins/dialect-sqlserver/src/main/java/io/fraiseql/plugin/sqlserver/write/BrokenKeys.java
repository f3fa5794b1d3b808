package io.fraiseql.plugin.sqlserver.write;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession.ConstraintColumns;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.ConstraintViolation.Kind;
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

/** Looks up the columns of broken keys: the messages have the names of the constraint and of its table, as {@code dbo.shelf}. */
public final class BrokenKeys implements ConstraintColumns {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenKeys.class);

    /** Of a constraint (error 2627) and of an index (error 2601). */
    private static final Pattern UNIQUE = Pattern.compile(
            "constraint '(.+?)'\\. Cannot insert duplicate key in object '(.+?)'\\.|in object '(.+?)' with unique index '(.+?)'\\.");
    /** Of a row that refers to none (FOREIGN KEY), and of one that is referred to (REFERENCE). */
    private static final Pattern FOREIGN =
            Pattern.compile("(?:SAME TABLE )?(FOREIGN KEY|REFERENCE)(?: SAME TABLE)? constraint \"(.+?)\"\\.");

    private static final String KEY_COLUMNS = """
            SELECT c.name
            FROM sys.indexes AS i
            JOIN sys.objects AS o ON o.object_id = i.object_id
            JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0
            JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
            WHERE i.name = ? AND SCHEMA_NAME(o.schema_id) + N'.' + o.name = ?
            ORDER BY k.key_ordinal
            """;
    private static final String REFERRING_COLUMNS = """
            SELECT c.name
            FROM sys.foreign_keys AS f
            JOIN sys.foreign_key_columns AS k ON k.constraint_object_id = f.object_id
            JOIN sys.columns AS c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
            WHERE f.name = ?
            ORDER BY k.constraint_column_id
            """;
    private static final String REFERRED_COLUMNS = REFERRING_COLUMNS
            .replace("parent_object_id", "referenced_object_id")
            .replace("parent_column_id", "referenced_column_id");

    private final Connection connection;

    public BrokenKeys(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ConstraintViolation completed(ConstraintViolation violation, String sql) {
        Throwable cause = violation.getCause();
        String message = String.valueOf(cause == null ? null : cause.getMessage());
        List<String> columns = violation.kind() == Kind.UNIQUE
                ? ofKey(message)
                : violation.kind() == Kind.FOREIGN_KEY ? ofForeignKey(message) : List.of();
        return columns.isEmpty()
                ? violation
                : new ConstraintViolation(
                        violation.kind(), columns, violation.kind().meaning(), cause);
    }

    private List<String> ofKey(String message) {
        Matcher key = UNIQUE.matcher(message);
        if (!key.find()) {
            return List.of();
        }
        return key.group(1) != null
                ? columns(KEY_COLUMNS, key.group(1), key.group(2))
                : columns(KEY_COLUMNS, key.group(4), key.group(3));
    }

    private List<String> ofForeignKey(String message) {
        Matcher key = FOREIGN.matcher(message);
        if (!key.find()) {
            return List.of();
        }
        return columns(key.group(1).equals("REFERENCE") ? REFERRED_COLUMNS : REFERRING_COLUMNS, key.group(2));
    }

    private List<String> columns(String sql, String... names) {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 1, names[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            LOG.warn("the columns of a broken constraint could not be read", e);
        }
        return columns;
    }
}
