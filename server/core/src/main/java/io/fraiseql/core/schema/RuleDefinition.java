package io.fraiseql.core.schema;

import io.fraiseql.core.model.Rule;

/**
 * A rule as it was written, well-formed and not yet checked against the schema.
 *
 * @param at where, as a JSON pointer
 */
public record RuleDefinition(String at, Rule rule) {}
