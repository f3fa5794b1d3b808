package io.fraiseql.core.scalar;

import io.fraiseql.spi.Nullable;

/** Turns a client's value of one scalar into the Java value that is bound. Stateless. */
public interface ScalarCodec {

    /**
     * Coerces a value that is not null.
     *
     * @param value a raw JSON value as in {@link io.fraiseql.core.request.GraphQLRequest#variables}, or the same of a literal
     * @return an instance of the class that {@link io.fraiseql.spi.database.ColumnType} names for the scalar
     * @throws IllegalArgumentException if the value is no such scalar; the message says what is expected and never repeats more
     *     than 80 characters of the value
     */
    Object coerce(@Nullable Object value);
}
