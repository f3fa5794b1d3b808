package io.fraiseql.plugin.sqlserver.write;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession.ConstraintColumns;
import io.fraiseql.spi.Nullable;
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

    static final String KEY_COLUMNS = """
            SELECT c.name
            FROM sys.indexes AS i
            JOIN sys.objects AS o ON o.object_id = i.object_id
            JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0
            JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
            WHERE i.name = ? AND SCHEMA_NAME(o.schema_id) + N'.' + o.name = ?
            ORDER BY k.key_ordinal
            """;
    static final String REFERRING_COLUMNS = """
            SELECT c.name
            FROM sys.foreign_keys AS f
            JOIN sys.foreign_key_columns AS k ON k.constraint_object_id = f.object_id
            JOIN sys.columns AS c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
            WHERE f.name = ?
            ORDER BY k.constraint_column_id
            """;
    static final String REFERRED_COLUMNS = REFERRING_COLUMNS
            .replace("parent_object_id", "referenced_object_id")
            .replace("parent_column_id", "referenced_column_id");

    private final Connection connection;

    public BrokenKeys(Connection connection) {
        this.connection = connection;
    }

    /**
     * Where the columns are found.
     *
     * @param sql a query of the catalogue
     * @param names what it binds
     */
    record Lookup(String sql, List<String> names) {}

    @Override
    public ConstraintViolation completed(ConstraintViolation violation, String sql) {
        Throwable cause = violation.getCause();
        Lookup lookup = cause == null ? null : lookup(violation.kind(), String.valueOf(cause.getMessage()));
        List<String> columns = lookup == null ? List.of() : columns(lookup);
        return columns.isEmpty()
                ? violation
                : new ConstraintViolation(
                        violation.kind(), columns, violation.kind().meaning(), cause);
    }

    static @Nullable Lookup lookup(Kind kind, String message) {
        return switch (kind) {
            case UNIQUE -> ofKey(UNIQUE.matcher(message));
            case FOREIGN_KEY -> ofForeignKey(FOREIGN.matcher(message));
            default -> null;
        };
    }

    private static @Nullable Lookup ofKey(Matcher key) {
        if (!key.find()) {
            return null;
        }
        return new Lookup(
                KEY_COLUMNS,
                key.group(1) != null ? List.of(key.group(1), key.group(2)) : List.of(key.group(4), key.group(3)));
    }

    private static @Nullable Lookup ofForeignKey(Matcher key) {
        if (!key.find()) {
            return null;
        }
        boolean referred = key.group(1).equals("REFERENCE");
        return new Lookup(referred ? REFERRED_COLUMNS : REFERRING_COLUMNS, List.of(key.group(2)));
    }

    private List<String> columns(Lookup lookup) {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(lookup.sql())) {
            for (int i = 0; i < lookup.names().size(); i++) {
                statement.setString(i + 1, lookup.names().get(i));
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
