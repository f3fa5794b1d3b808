package io.fraiseql.distribution.tsql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What introspection would find after Chinook's script for SQL Server, read from its {@code CREATE TABLE}s and foreign keys. */
final class ScriptTables {

    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE \\[dbo]\\.\\[(\\w+)]\\s*\\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile(
            "^\\s*\\[(\\w+)] (\\w+)(?:\\((\\d+)(?:,(\\d+))?\\))?( NOT NULL)?( IDENTITY)?,?$", Pattern.MULTILINE);
    private static final Pattern DECLARED = Pattern.compile("(\\w+)(?:\\((\\w+)(?:, (\\d+))?\\))?( IDENTITY)?");
    private static final Pattern KEY = Pattern.compile("PRIMARY KEY \\w+ \\(([^)]*)\\)");
    private static final Pattern FOREIGN_KEY = Pattern.compile(
            "ALTER TABLE \\[dbo]\\.\\[(\\w+)] ADD CONSTRAINT \\[(\\w+)]\\s+FOREIGN KEY \\(([^)]*)\\) REFERENCES \\[dbo]\\.\\[(\\w+)] \\(([^)]*)\\)");

    private ScriptTables() {}

    static DatabaseSchema of(String script) {
        List<Table> tables = TABLE.matcher(script)
                .results()
                .map(table -> new Table(
                        null,
                        table.group(1),
                        false,
                        null,
                        columns(table.group(2)),
                        KEY.matcher(table.group(2))
                                .results()
                                .flatMap(key -> names(key.group(1)))
                                .toList(),
                        List.of(),
                        foreignKeys(script, table.group(1))))
                .sorted(Comparator.comparing(Table::name))
                .toList();
        return new DatabaseSchema(tables, List.of());
    }

    private static List<Column> columns(String body) {
        List<Column> columns = new ArrayList<>();
        for (Matcher column = COLUMN.matcher(body); column.find(); ) {
            SqlType sql = type(column.group(2), column.group(3), column.group(4), column.group(6) != null);
            columns.add(new Column(column.group(1), read(sql.type()), sql, column.group(5) == null, null, null, null));
        }
        return columns;
    }

    /** The type of one declared column, {@code decimal(38, 10)}. */
    static SqlType declared(String declaration) {
        Matcher parts = DECLARED.matcher(declaration);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no declaration of a column that this test knows: " + declaration);
        }
        return type(parts.group(1), parts.group(2), parts.group(3), parts.group(4) != null);
    }

    /** As introspection gives it: a length of -1 is {@code max}, of which none is told. */
    private static SqlType type(String name, @Nullable String first, @Nullable String second, boolean identity) {
        String type = name.toLowerCase(Locale.ROOT);
        Integer size = first == null || first.equals("max") ? null : Integer.valueOf(first);
        boolean sized = type.endsWith("char") || type.endsWith("binary");
        return new SqlType(
                type,
                sized ? null : size,
                second == null ? null : Integer.valueOf(second),
                sized ? size : null,
                null,
                null,
                false,
                false,
                identity,
                false);
    }

    private static ColumnType read(String type) {
        return switch (type) {
            case "int" -> ColumnType.INT;
            case "nvarchar" -> ColumnType.TEXT;
            case "numeric" -> ColumnType.DECIMAL;
            case "datetime" -> ColumnType.LOCAL_DATETIME;
            default -> throw new IllegalStateException("the script has a type that this test does not know: " + type);
        };
    }

    private static List<ForeignKey> foreignKeys(String script, String table) {
        return FOREIGN_KEY
                .matcher(script)
                .results()
                .filter(key -> key.group(1).equals(table))
                .map(key -> new ForeignKey(
                        key.group(2),
                        names(key.group(3)).toList(),
                        null,
                        key.group(4),
                        names(key.group(5)).toList()))
                .toList();
    }

    private static Stream<String> names(String list) {
        return Stream.of(list.split(",")).map(name -> name.strip().replaceAll("[\\[\\]]", ""));
    }
}
