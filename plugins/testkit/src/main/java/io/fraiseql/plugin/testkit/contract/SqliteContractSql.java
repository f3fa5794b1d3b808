package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** The contract's tables on SQLite, which goes by the names of types. */
public final class SqliteContractSql extends StandardContractSql {

    @Override
    public String type(ColumnKind kind) {
        return switch (kind) {
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case SEQUENCE -> "INTEGER";
            case FLOAT -> "DOUBLE";
            case DECIMAL -> "DECIMAL_TEXT(38, 10)";
            case MONEY -> "NUMERIC(10, 2)";
            case TEXT, TEXTS, INTS -> "TEXT";
            case NAME -> "VARCHAR(40)";
            case BOOLEAN -> "BOOLEAN";
            case UUID -> "UUID";
            case DATETIME -> "TIMESTAMPTZ";
            case LOCAL_DATETIME -> "TIMESTAMP";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case DURATION -> "INTERVAL";
            case JSON -> "JSON";
            case BYTES -> "BLOB";
            case COLOUR -> "TEXT CHECK (colour IN ('RED', 'GREEN', 'deep blue'))";
        };
    }

    @Override
    public String literal(ColumnKind kind, JsonNode value) {
        return kind == ColumnKind.DECIMAL ? quoted(value.textValue()) : super.literal(kind, value);
    }
}
