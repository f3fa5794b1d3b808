package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;

/**
 * A scalar.
 *
 * @param type how it is stored and compared
 * @param validated whether {@code core.schema.ScalarCatalog} has a check for its text
 */
public record ScalarType(String name, @Nullable String description, ColumnType type, boolean validated) {}
