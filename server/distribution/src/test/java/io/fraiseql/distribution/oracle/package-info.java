/**
 * An interpreter of GraphQL operations over rows in memory, written from {@code docs/graphql.md} alone. It shares no code with the engine,
 * so that a mistake of the engine is not repeated here.
 */
package io.fraiseql.distribution.oracle;
