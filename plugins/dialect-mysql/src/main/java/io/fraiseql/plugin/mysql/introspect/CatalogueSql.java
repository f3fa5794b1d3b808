package io.fraiseql.plugin.mysql.introspect;

/**
 * The queries on {@code information_schema}, one per kind of thing. Each ends with a list of schema names to which the caller adds as
 * many binds as there are, and names a schema only when it is not the connection's own.
 */
final class CatalogueSql {

    static final String SCHEMAS = "SELECT schema_name FROM information_schema.schemata WHERE schema_name IN (@)";

    static final String TABLES = """
            SELECT NULLIF(table_schema, DATABASE()), table_name, table_type LIKE '%VIEW', table_comment
            FROM information_schema.tables
            WHERE table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW') AND table_schema IN (@)
            """;

    static final String COLUMNS = """
            SELECT NULLIF(table_schema, DATABASE()), table_name, column_name, data_type, column_type, numeric_precision,
                   numeric_scale, character_maximum_length, collation_name, extra, column_default, is_nullable = 'YES',
                   column_comment, COALESCE(generation_expression, '') <> ''
            FROM information_schema.columns
            WHERE table_schema IN (@)
            ORDER BY table_schema, table_name, ordinal_position
            """;

    /** A part of a column or an expression is no key over whole columns. */
    static final String KEYS = """
            SELECT NULLIF(table_schema, DATABASE()), table_name, index_name, column_name,
                   sub_part IS NULL AND column_name IS NOT NULL
            FROM information_schema.statistics
            WHERE non_unique = 0 AND table_schema IN (@)
            ORDER BY table_schema, table_name, index_name, seq_in_index
            """;

    static final String FOREIGN_KEYS = """
            SELECT NULLIF(table_schema, DATABASE()), table_name, constraint_name, column_name,
                   NULLIF(referenced_table_schema, DATABASE()), referenced_table_name, referenced_column_name
            FROM information_schema.key_column_usage
            WHERE referenced_table_name IS NOT NULL AND table_schema IN (@)
            ORDER BY table_schema, table_name, constraint_name, ordinal_position
            """;

    /** MariaDB's JSON is a text with a check; its constraint has the column's name. */
    static final String MARIADB_JSON = """
            SELECT NULLIF(constraint_schema, DATABASE()), table_name, constraint_name
            FROM information_schema.check_constraints
            WHERE level = 'Column' AND check_clause LIKE 'json_valid(%' AND constraint_schema IN (@)
            """;

    private CatalogueSql() {}

    /** A query with a bind for each schema. */
    static String forSchemas(String sql, int count) {
        return sql.replace("@", "?" + ", ?".repeat(count - 1));
    }
}
