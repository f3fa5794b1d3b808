package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * A union.
 *
 * @param discriminator how a row of the common source tells its type; null when each member has its own source
 */
public record UnionType(
        String name,
        @Nullable String description,
        List<String> members,
        @Nullable Discriminator discriminator) {}
