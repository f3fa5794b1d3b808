package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import java.util.Map;

/**
 * The {@code discriminator} of an interface or union.
 *
 * @param values the member's name by the column's text, in the order of the file
 */
public record DiscriminatorDefinition(String at, @Nullable ByDialect<String> column, Map<String, String> values) {}
