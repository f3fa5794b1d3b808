package io.fraiseql.plugin.postgresql;

/**
 * The queries on {@code pg_catalog}, one per kind of thing. Each takes the array of schema names once and names a schema only
 * when it is not the connection's own.
 */
final class CatalogueSql {

    static final String MISSING_SCHEMAS = """
            SELECT name FROM unnest(?) AS name WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = name)
            """;

    /** Tables, views, materialised views and foreign tables; of a partitioned table only the parent; nothing of an extension. */
    static final String TABLES = """
            SELECT c.oid, NULLIF(n.nspname, current_schema()), c.relname, c.relkind IN ('v', 'm'),
                   obj_description(c.oid, 'pg_class')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY c.relname COLLATE "C", n.nspname COLLATE "C"
            """;

    /** Columns with domains followed to their base type and arrays to their elements. */
    static final String COLUMNS = """
            WITH RECURSIVE domain_step AS (
              SELECT oid AS domain, typbasetype AS base, typtypmod AS modifier, typnotnull AS required
              FROM pg_type WHERE typtype = 'd'
              UNION ALL
              SELECT s.domain, t.typbasetype, CASE WHEN s.modifier = -1 THEN t.typtypmod ELSE s.modifier END,
                     s.required OR t.typnotnull
              FROM domain_step s JOIN pg_type t ON t.oid = s.base AND t.typtype = 'd'
            ), domain AS (
              SELECT s.* FROM domain_step s JOIN pg_type t ON t.oid = s.base AND t.typtype <> 'd'
            )
            SELECT a.attrelid, a.attname, format_type(e.oid, NULL), e.typname, e.typtype::text,
                   CASE WHEN a.atttypmod = -1 THEN coalesce(ed.modifier, d.modifier, -1) ELSE a.atttypmod END,
                   b.typcategory = 'A', co.collname, a.attgenerated <> '',
                   a.attidentity <> '' OR coalesce(pg_get_expr(ad.adbin, ad.adrelid) LIKE 'nextval(%', false),
                   ad.oid IS NOT NULL AND a.attgenerated = '',
                   NOT (a.attnotnull OR coalesce(d.required, false)), col_description(a.attrelid, a.attnum),
                   NULLIF(en.nspname, current_schema()), a.attndims
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN domain d ON d.domain = a.atttypid
            JOIN pg_type b ON b.oid = coalesce(d.base, a.atttypid)
            LEFT JOIN domain ed ON b.typcategory = 'A' AND ed.domain = b.typelem
            JOIN pg_type e ON e.oid = CASE WHEN b.typcategory = 'A' THEN coalesce(ed.base, b.typelem) ELSE b.oid END
            JOIN pg_namespace en ON en.oid = e.typnamespace
            LEFT JOIN pg_collation co ON co.oid = a.attcollation AND co.collname <> 'default'
            LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
            WHERE n.nspname = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """;

    /** Primary and unique keys over plain columns, for all rows of the table. */
    static final String KEYS = """
            SELECT i.indrelid, i.indisprimary,
                   ARRAY(SELECT a.attname::text
                         FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
                         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                         WHERE k.place <= i.indnkeyatts ORDER BY k.place)
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
            ORDER BY x.relname COLLATE "C"
            """;

    /** Foreign keys; those that PostgreSQL derives for partitions have a parent. */
    static final String FOREIGN_KEYS = """
            SELECT f.conrelid, f.conname, NULLIF(tn.nspname, current_schema()), t.relname,
                   ARRAY(SELECT a.attname::text
                         FROM unnest(f.conkey) WITH ORDINALITY k(number, place)
                         JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number ORDER BY k.place),
                   ARRAY(SELECT a.attname::text
                         FROM unnest(f.confkey) WITH ORDINALITY k(number, place)
                         JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number ORDER BY k.place)
            FROM pg_constraint f
            JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
            WHERE n.nspname = ANY (?) AND f.contype = 'f' AND f.conparentid = 0
            ORDER BY f.conname COLLATE "C"
            """;

    /** Every enum type with whether its schema is one that is read; the columns may use enums of other schemas. */
    static final String ENUMS = """
            SELECT NULLIF(n.nspname, current_schema()), t.typname, obj_description(t.oid, 'pg_type'), n.nspname = ANY (?),
                   ARRAY(SELECT v.enumlabel::text FROM pg_enum v WHERE v.enumtypid = t.oid ORDER BY v.enumsortorder)
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'e'
            ORDER BY t.typname COLLATE "C", n.nspname COLLATE "C"
            """;

    private CatalogueSql() {}
}
