package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.List;

/**
 * A field of an object or interface type.
 *
 * @param name the GraphQL name (naming convention applied)
 * @param column the column name, or for members of a document the object key; unused for relations
 * @param path the keys that lead to the value inside the JSON of the column; empty when the column itself is the value
 * @param sql what is known of the column; null when nothing
 * @param computed the SQL expression of a computed field; null for others
 * @param relation how related rows are found; null unless {@code type} is a relation
 * @param deprecation the reason; null when not deprecated
 */
public record Field(
        String name,
        @Nullable String description,
        TypeRef type,
        ByDialect<String> column,
        List<String> path,
        @Nullable ByDialect<SqlType> sql,
        @Nullable ByDialect<String> computed,
        @Nullable Relation relation,
        @Nullable String deprecation) {

    public Field {
        path = List.copyOf(path);
    }

    /** A field that is not inside of a column. */
    public Field(
            String name,
            @Nullable String description,
            TypeRef type,
            ByDialect<String> column,
            @Nullable ByDialect<SqlType> sql,
            @Nullable ByDialect<String> computed,
            @Nullable Relation relation,
            @Nullable String deprecation) {
        this(name, description, type, column, List.of(), sql, computed, relation, deprecation);
    }

    /** Whether the value is what a column of the source holds. */
    public boolean isColumn() {
        return relation == null && computed == null && path.isEmpty();
    }
}
