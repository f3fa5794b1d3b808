package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of {@code contract/tables.json}: made from one description on every database. */
final class ContractTables {

    private static final String REQUIRED = "!";

    private final JsonNode tables = Resources.json(Resources.text("tables.json"), "tables.json");
    private final ContractDatabase target;

    ContractTables(ContractDatabase target) {
        this.target = target;
    }

    /** The kind of a column. */
    ColumnKind kind(String table, String column) {
        return kind(tables.get(table).get("columns").get(column));
    }

    private static ColumnKind kind(JsonNode declared) {
        return ColumnKind.valueOf(declared.textValue().replace(REQUIRED, ""));
    }

    /** Makes and fills them. */
    void create() {
        new OtherClient(target.database()).run(statements());
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>(target.sql().prologue());
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            statements.add(definition(table.getKey(), table.getValue()));
            for (JsonNode row : table.getValue().get("rows")) {
                statements.add(insert(table.getKey(), table.getValue().get("columns"), row));
            }
        }
        statements.addAll(target.sql().functions());
        return statements;
    }

    private String definition(String name, JsonNode table) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : table.get("columns").properties()) {
            boolean required = column.getValue().textValue().endsWith(REQUIRED);
            parts.add(quote(column.getKey()) + " " + target.sql().type(kind(column.getValue()))
                    + (required ? " NOT NULL" : ""));
        }
        List<String> key = new ArrayList<>();
        table.get("key").forEach(column -> key.add(quote(column.textValue())));
        parts.add("PRIMARY KEY (" + String.join(", ", key) + ")");
        table.path("constraints").forEach(constraint -> parts.add(constraint.textValue()));
        return "CREATE TABLE " + quote(name) + " (" + String.join(", ", parts) + ")"
                + target.sql().tableSuffix();
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
        return absent ? "NULL" : target.sql().literal(kind, value);
    }

    private String quote(String name) {
        return target.dialect().quote(name);
    }
}
