package io.fraiseql.plugin.sqlserver.introspect;

/**
 * The queries on the catalogue, one per kind of thing. Each has a list of schema names to which the caller adds as many binds as there are,
 * and names a schema only when it is not the user's own.
 */
final class CatalogueSql {

    static final String SCHEMAS = "SELECT name FROM sys.schemas WHERE name IN (@)";

    static final String TABLES = """
            SELECT NULLIF(s.name, SCHEMA_NAME()), o.name, CASE o.type WHEN 'V' THEN 1 ELSE 0 END, CAST(d.value AS nvarchar(4000))
            FROM sys.objects AS o
            JOIN sys.schemas AS s ON s.schema_id = o.schema_id
            LEFT JOIN sys.extended_properties AS d
              ON d.class = 1 AND d.major_id = o.object_id AND d.minor_id = 0 AND d.name = N'MS_Description'
            WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND s.name IN (@)
            """;

    /** A type of the user's own has a base type; a type of the runtime has none. */
    static final String COLUMNS = """
            SELECT NULLIF(s.name, SCHEMA_NAME()), o.name, c.name, COALESCE(b.name, TYPE_NAME(c.user_type_id)), c.precision, c.scale,
                   c.max_length, NULLIF(c.collation_name, CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS nvarchar(128))),
                   c.is_identity, CASE WHEN c.is_computed = 1 OR c.generated_always_type <> 0 THEN 1 ELSE 0 END,
                   CASE c.default_object_id WHEN 0 THEN 0 ELSE 1 END, c.is_nullable, CAST(d.value AS nvarchar(4000))
            FROM sys.columns AS c
            JOIN sys.objects AS o ON o.object_id = c.object_id
            JOIN sys.schemas AS s ON s.schema_id = o.schema_id
            LEFT JOIN sys.types AS b ON b.user_type_id = c.system_type_id
            LEFT JOIN sys.extended_properties AS d
              ON d.class = 1 AND d.major_id = c.object_id AND d.minor_id = c.column_id AND d.name = N'MS_Description'
            WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND s.name IN (@)
            ORDER BY s.name, o.name, c.column_id
            """;

    /** An index on some rows is no key of the table. */
    static final String KEYS = """
            SELECT NULLIF(s.name, SCHEMA_NAME()), o.name, i.name, c.name, i.is_primary_key
            FROM sys.indexes AS i
            JOIN sys.objects AS o ON o.object_id = i.object_id
            JOIN sys.schemas AS s ON s.schema_id = o.schema_id
            JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0
            JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
            WHERE i.is_unique = 1 AND i.has_filter = 0 AND i.is_disabled = 0 AND o.type = 'U' AND s.name IN (@)
            ORDER BY s.name, o.name, i.name, k.key_ordinal
            """;

    static final String FOREIGN_KEYS = """
            SELECT NULLIF(s.name, SCHEMA_NAME()), o.name, f.name, c.name, NULLIF(rs.name, SCHEMA_NAME()), r.name, rc.name
            FROM sys.foreign_keys AS f
            JOIN sys.objects AS o ON o.object_id = f.parent_object_id
            JOIN sys.schemas AS s ON s.schema_id = o.schema_id
            JOIN sys.objects AS r ON r.object_id = f.referenced_object_id
            JOIN sys.schemas AS rs ON rs.schema_id = r.schema_id
            JOIN sys.foreign_key_columns AS k ON k.constraint_object_id = f.object_id
            JOIN sys.columns AS c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
            JOIN sys.columns AS rc ON rc.object_id = k.referenced_object_id AND rc.column_id = k.referenced_column_id
            WHERE s.name IN (@)
            ORDER BY s.name, o.name, f.name, k.constraint_column_id
            """;

    /** JSON is a text, with a check where somebody saw to it. */
    static final String CHECKS = """
            SELECT NULLIF(s.name, SCHEMA_NAME()), o.name, k.definition
            FROM sys.check_constraints AS k
            JOIN sys.objects AS o ON o.object_id = k.parent_object_id
            JOIN sys.schemas AS s ON s.schema_id = o.schema_id
            WHERE k.is_disabled = 0 AND k.definition LIKE N'(isjson(%' AND s.name IN (@)
            """;

    private CatalogueSql() {}

    /** A query with a bind for each schema. */
    static String forSchemas(String sql, int count) {
        return sql.replace("@", "?" + ", ?".repeat(count - 1));
    }
}
