package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.fuzz.TableDraft.ColumnDraft;
import io.fraiseql.distribution.oracle.Scalar;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that make tables and rows on one database. */
final class Script {

    private final boolean postgres;

    Script(boolean postgres) {
        this.postgres = postgres;
    }

    List<String> of(List<TableDraft> tables) {
        List<String> statements = new ArrayList<>();
        for (TableDraft table : tables) {
            statements.add(create(table));
            if (!table.rows().isEmpty()) {
                statements.add(insert(table));
            }
        }
        return statements;
    }

    private String create(TableDraft table) {
        List<String> parts = new ArrayList<>();
        for (ColumnDraft column : table.columns()) {
            parts.add(quote(column.name()) + " " + type(column.scalar()) + (column.nullable() ? "" : " NOT NULL"));
        }
        parts.add("PRIMARY KEY " + list(table.key()));
        table.foreignKeys()
                .forEach(key -> parts.add(
                        String.format("CONSTRAINT fk%02d", parts.size()) + " FOREIGN KEY " + list(key.columns())
                                + " REFERENCES " + quote(key.target()) + " " + list(key.targetColumns())));
        return "CREATE TABLE " + quote(table.name()) + " (" + String.join(", ", parts) + ")";
    }

    private String insert(TableDraft table) {
        List<String> rows = new ArrayList<>();
        for (Map<String, Object> row : table.rows()) {
            rows.add(table.columns().stream()
                    .map(column -> literal(column.scalar(), row.get(column.name())))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        return "INSERT INTO " + quote(table.name()) + " VALUES " + String.join(", ", rows);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Script::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
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
            case BYTES -> postgres ? "BYTEA" : "BLOB";
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
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    private String bytes(String base64) {
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        return postgres ? "'\\x" + hex + "'" : "x'" + hex + "'";
    }
}
