package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Literals as in the standard, where a text becomes what the column is. Dialects extend it with their types and what differs. */
public abstract class StandardContractSql implements ContractSql {

    @Override
    public String literal(ColumnKind kind, JsonNode value) {
        return switch (kind) {
            case INT, BIGINT, FLOAT, DECIMAL, MONEY -> value.asText();
            case BOOLEAN -> value.booleanValue() ? "TRUE" : "FALSE";
            case BYTES -> "x'" + value.textValue() + "'";
            case JSON, TEXTS, INTS -> quoted(value.toString());
            default -> quoted(value.textValue());
        };
    }

    /** A text literal in which only the quote is special. */
    protected static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
