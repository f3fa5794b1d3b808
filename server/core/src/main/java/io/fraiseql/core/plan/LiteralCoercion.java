package io.fraiseql.core.plan;

import graphql.language.Value;
import graphql.schema.GraphQLInputType;
import io.fraiseql.spi.Nullable;

/** Turns a literal without variables into a typed value; null for a null. */
@FunctionalInterface
public interface LiteralCoercion {

    @Nullable
    Object coerce(Value<?> literal, GraphQLInputType type);
}
