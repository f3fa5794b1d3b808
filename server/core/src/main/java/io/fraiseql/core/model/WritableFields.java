package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.List;

/** Which fields of a type a client can write, on one dialect. */
public final class WritableFields {

    private WritableFields() {}

    /** The fields that a new row can be given: stored, and not filled by the database alone or by the engine. */
    public static List<Field> ofInsert(ObjectType type, String dialect) {
        return type.fields().values().stream()
                .filter(field -> isStored(field) && !isGenerated(field, dialect) && !isVersion(type, field))
                .toList();
    }

    /** The fields of a row that can be changed: those of a new row without the key. */
    public static List<Field> ofUpdate(ObjectType type, String dialect) {
        return ofInsert(type, dialect).stream()
                .filter(field -> !type.key().contains(field.name()))
                .toList();
    }

    /** Whether a new row must be given the field, because neither the database nor a null can fill it. */
    public static boolean isRequired(Field field, String dialect) {
        SqlType sql = sql(field, dialect);
        boolean filled = sql != null && (sql.identity() || sql.hasDefault());
        return !field.type().nullable() && !filled;
    }

    /** Whether the field is a column that holds a scalar, an enum, or a list of these. */
    public static boolean isStored(Field field) {
        return field.isColumn() && field.type().leaf();
    }

    private static boolean isGenerated(Field field, String dialect) {
        SqlType sql = sql(field, dialect);
        return sql != null && sql.generated();
    }

    private static boolean isVersion(ObjectType type, Field field) {
        return field.name().equals(type.writing().version());
    }

    /** What is known of the field's column; null when nothing. */
    public static @Nullable SqlType sql(Field field, String dialect) {
        return field.sql() != null && field.sql().has(dialect) ? field.sql().get(dialect) : null;
    }
}
