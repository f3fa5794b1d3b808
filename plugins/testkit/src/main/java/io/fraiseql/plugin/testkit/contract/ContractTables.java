package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of {@code contract/tables.json}: made from one description on every database. */
final class ContractTables {

    private static final String REQUIRED = "!";

    private final JsonNode tables = Resources.json(Resources.text("tables.json"), "tables.json");
    private final Dialect dialect;
    private final ContractSql sql;

    ContractTables(Dialect dialect, ContractSql sql) {
        this.dialect = dialect;
        this.sql = sql;
    }

    /** The kind of a column. */
    ColumnKind kind(String table, String column) {
        return kind(tables.get(table).get("columns").get(column));
    }

    private static ColumnKind kind(JsonNode declared) {
        return ColumnKind.valueOf(declared.textValue().replace(REQUIRED, ""));
    }

    /** What introspection finds in them, as far as the schema needs it: how each column is stored. */
    DatabaseSchema described(Function<String, SqlType> read) {
        List<Table> described = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            List<Column> columns = new ArrayList<>();
            for (Map.Entry<String, JsonNode> column :
                    table.getValue().get("columns").properties()) {
                SqlType type = read.apply(sql.type(kind(column.getValue())));
                columns.add(new Column(
                        column.getKey(), ColumnType.TEXT, type, !required(column.getValue()), null, null, null));
            }
            List<String> key = new ArrayList<>();
            table.getValue().get("key").forEach(column -> key.add(column.textValue()));
            described.add(new Table(null, table.getKey(), false, null, columns, key, List.of(), List.of()));
        }
        return new DatabaseSchema(described, List.of());
    }

    /** The statements that make and fill them. */
    List<String> statements() {
        List<String> statements = new ArrayList<>(sql.prologue());
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            statements.add(definition(table.getKey(), table.getValue()));
            for (JsonNode row : table.getValue().get("rows")) {
                statements.add(insert(table.getKey(), table.getValue().get("columns"), row));
            }
        }
        statements.addAll(sql.functions());
        return statements;
    }

    private static boolean required(JsonNode declared) {
        return declared.textValue().endsWith(REQUIRED);
    }

    private String definition(String name, JsonNode table) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : table.get("columns").properties()) {
            parts.add(quote(column.getKey()) + " " + sql.type(kind(column.getValue()))
                    + (required(column.getValue()) ? " NOT NULL" : ""));
        }
        List<String> key = new ArrayList<>();
        table.get("key").forEach(column -> key.add(quote(column.textValue())));
        parts.add("PRIMARY KEY (" + String.join(", ", key) + ")");
        table.path("constraints").forEach(constraint -> parts.add(constraint.textValue()));
        return "CREATE TABLE " + quote(name) + " (" + String.join(", ", parts) + ")" + sql.tableSuffix();
    }

    private String insert(String table, JsonNode columns, JsonNode row) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            JsonNode value = row.path(names.size());
            if (value.isMissingNode()) {
                throw new IllegalStateException("a row of " + table + " has no " + column.getKey() + ": " + row);
            }
            names.add(quote(column.getKey()));
            values.add(literal(kind(column.getValue()), value));
        }
        return "INSERT INTO " + quote(table) + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", values) + ")";
    }

    /** A JSON column takes null as the JSON value and the text {@code SQL NULL} as none. */
    private String literal(ColumnKind kind, JsonNode value) {
        boolean absent = kind == ColumnKind.JSON ? value.asText().equals("SQL NULL") : value.isNull();
        return absent ? "NULL" : sql.literal(kind, value);
    }

    private String quote(String name) {
        return dialect.quote(name);
    }
}
