package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How one database declares the contract's columns and writes their values. Stateless. */
public interface ContractSql {

    /** The column type, for example {@code numeric(38, 10)}. */
    String type(ColumnKind kind);

    /**
     * A value as it stands in an {@code INSERT}.
     *
     * @param value as {@code contract/tables.json} has it: numbers and booleans as such, decimals and integers of 64 bits as texts,
     *     times in ISO 8601 (instants in UTC), bytes in hexadecimal digits; never null, for JSON any value
     */
    String literal(ColumnKind kind, JsonNode value);

    /** Statements to run before the tables are made, for example {@code CREATE TYPE}. */
    default List<String> prologue() {
        return List.of();
    }

    /**
     * Statements that make the function or procedure {@code fn_rename_entry(id, t, status)}, for a dialect that calls functions: it sets {@code t} of the
     * entry and returns it with that status.
     */
    default List<String> functions() {
        return List.of();
    }

    /** What stands behind the closing parenthesis of each {@code CREATE TABLE}. */
    default String tableSuffix() {
        return "";
    }
}
