package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;

/**
 * A field of an object or interface type.
 *
 * @param name the GraphQL name (naming convention applied)
 * @param column the column name, or for members of a document the object key; unused for relations
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
        @Nullable ByDialect<SqlType> sql,
        @Nullable ByDialect<String> computed,
        @Nullable Relation relation,
        @Nullable String deprecation) {}
