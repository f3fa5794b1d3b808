package io.fraiseql.spi.sql;

/** A piece of a statement: an expression, a relation or a write. Data, made by the engine's compiler, read by dialects. */
public sealed interface SqlNode permits SqlExpr, SqlRelation, SqlWrite {

    /** Which record this is, for a {@code switch}. */
    Kind kind();

    /** One constant per record type. */
    enum Kind {
        COLUMN,
        READ,
        BIND,
        LITERAL,
        COMPARISON,
        ROW_COMPARISON,
        IN_LIST,
        TEXT_MATCH,
        NULL_TEST,
        LOGIC,
        NOT,
        NOT_TRUE,
        EXISTS,
        JSON_VALUE,
        JSON_TEST,
        SEARCH_TEST,
        TYPE_TEST,
        ROW_NUMBER,
        WINDOW,
        OVER,
        AGGREGATE,
        GROUP_KEY,
        TIME_BUCKET,
        STORED,
        INCREMENTED,
        IN_ROWS,
        GENERATED_KEYS,
        TABLE,
        CTE_REFERENCE,
        SUBQUERY,
        UNNEST,
        BOUND_ROWS,
        FUNCTION_CALL,
        JOIN,
        SELECT_ITEM,
        ORDER_TERM,
        PAGE,
        SELECT,
        CTE,
        QUERY,
        ASSIGNMENT,
        INSERT,
        INSERT_VALUES,
        UPDATE,
        UPDATE_EACH,
        DELETE,
        LOCK,
        WRITE_AND_READ
    }
}
