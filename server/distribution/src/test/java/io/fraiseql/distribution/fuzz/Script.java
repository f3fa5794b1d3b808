package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.fuzz.TableDraft.ColumnDraft;
import io.fraiseql.distribution.oracle.Scalar;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that make tables and rows on one database. */
final class Script {

    private static final String INSTANT = "an instant";

    private final TestDatabase database;
    private final boolean documents;

    /**
     * For one database.
     *
     * @param documents whether everything is in a JSON column, beside the columns of keys
     */
    Script(TestDatabase database, boolean documents) {
        this.database = database;
        this.documents = documents;
    }

    /** MySQL's columns of instants end in 2038, so wider ones are date-times whose author says that they hold instants. */
    static ObjectNode instants(ObjectNode schema) {
        schema.findParents("description").forEach(field -> {
            if (field.path("description").asText().equals(INSTANT)) {
                ((ObjectNode) field).put("type", "DateTime").remove("description");
            }
        });
        return schema;
    }

    List<String> of(List<TableDraft> tables) {
        List<String> statements = new ArrayList<>();
        if (database == TestDatabase.POSTGRESQL && uses(tables, Scalar.MOOD)) {
            statements.add("CREATE TYPE mood AS ENUM "
                    + AuthoredTypes.MOODS.stream().collect(Collectors.joining("', '", "('", "')")));
        }
        for (TableDraft table : tables) {
            statements.add(create(table));
            if (!table.rows().isEmpty()) {
                statements.add(insert(table));
            }
        }
        return statements;
    }

    private static boolean uses(List<TableDraft> tables, Scalar scalar) {
        return tables.stream().flatMap(table -> table.columns().stream()).anyMatch(column -> column.scalar() == scalar);
    }

    private String create(TableDraft table) {
        List<String> parts = new ArrayList<>();
        for (ColumnDraft column : columns(table)) {
            parts.add(quote(column.name()) + " " + type(column.scalar(), table.keyed(column.name()))
                    + (column.nullable() ? "" : " NOT NULL"));
        }
        if (documents) {
            String json = database == TestDatabase.POSTGRESQL ? "JSONB" : "JSON";
            parts.add(quote(DocumentTypes.COLUMN) + " " + json + " NOT NULL");
        }
        parts.add("PRIMARY KEY " + list(table.key()));
        table.foreignKeys()
                .forEach(key -> parts.add("CONSTRAINT " + quote(String.format("%s fk%02d", table.name(), parts.size()))
                        + " FOREIGN KEY " + list(key.columns()) + " REFERENCES " + quote(key.target()) + " "
                        + list(key.targetColumns())));
        return "CREATE TABLE " + quote(table.name()) + " (" + String.join(", ", parts) + ")";
    }

    private String insert(TableDraft table) {
        List<String> rows = new ArrayList<>();
        for (Map<String, Object> row : table.rows()) {
            List<String> values = new ArrayList<>();
            columns(table).forEach(column -> values.add(literal(column.scalar(), row.get(column.name()))));
            if (documents) {
                values.add(quoted(DocumentTypes.document(table, row).toString()));
            }
            rows.add("(" + String.join(", ", values) + ")");
        }
        return "INSERT INTO " + quote(table.name()) + " VALUES " + String.join(", ", rows);
    }

    private List<ColumnDraft> columns(TableDraft table) {
        return documents
                ? table.columns().stream()
                        .filter(column -> table.keyed(column.name()))
                        .toList()
                : table.columns();
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Script::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private String type(Scalar scalar, boolean keyed) {
        return database.isMysqlFamily() ? mysqlType(scalar, keyed) : type(scalar);
    }

    /** Text in a key needs a length, and a collation under which different texts are different. */
    private String mysqlType(Scalar scalar, boolean keyed) {
        boolean maria = database == TestDatabase.MARIADB;
        return switch (scalar) {
            case STRING ->
                keyed ? "VARCHAR(100) COLLATE " + (maria ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin") : "LONGTEXT";
            case UUID -> maria ? "UUID" : "CHAR(36) DEFAULT (UUID())";
            case TIME -> "TIME(6)";
            case LOCALDATETIME -> "DATETIME(6)";
            case DATETIME -> "DATETIME(6) COMMENT '" + INSTANT + "'";
            case BYTES -> "LONGBLOB";
            default -> type(scalar);
        };
    }

    private String type(Scalar scalar) {
        return switch (scalar) {
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case FLOAT -> "DOUBLE PRECISION";
            case DECIMAL -> "NUMERIC(12, " + Pool.SCALE + ")";
            case STRING -> "TEXT";
            case BOOLEAN -> "BOOLEAN";
            case UUID -> "UUID";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case LOCALDATETIME -> "TIMESTAMP";
            case DATETIME -> "TIMESTAMPTZ";
            case BYTES -> database == TestDatabase.POSTGRESQL ? "BYTEA" : "BLOB";
            case JSON -> "JSON";
            case MOOD -> database == TestDatabase.POSTGRESQL ? "mood" : "TEXT";
            case TEXTS -> database == TestDatabase.POSTGRESQL ? "TEXT[]" : "JSON";
        };
    }

    private String literal(Scalar scalar, Object value) {
        if (value == null) {
            return "NULL";
        }
        return switch (scalar) {
            case INT, BIGINT, FLOAT, DECIMAL -> value.toString();
            case BOOLEAN -> (Boolean) value ? "TRUE" : "FALSE";
            case BYTES -> bytes((String) value);
            case MOOD -> quoted(stored((String) value));
            case TEXTS -> texts((JsonNode) value);
            case DATETIME -> database.isMysqlFamily() ? "'" + utc((Instant) value) + "'" : "'" + value + "'";
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String stored(String name) {
        return AuthoredTypes.MOODS.stream()
                .filter(mood -> AuthoredTypes.name(mood).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String texts(JsonNode list) {
        if (database != TestDatabase.POSTGRESQL) {
            return quoted(list.toString());
        }
        List<String> items = new ArrayList<>();
        list.forEach(text -> items.add(quoted(text.asText())));
        return "ARRAY[" + String.join(", ", items) + "]::text[]";
    }

    private static LocalDateTime utc(Instant value) {
        return LocalDateTime.ofInstant(value, ZoneOffset.UTC);
    }

    private String bytes(String base64) {
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        return database == TestDatabase.POSTGRESQL ? "'\\x" + hex + "'" : "x'" + hex + "'";
    }
}
