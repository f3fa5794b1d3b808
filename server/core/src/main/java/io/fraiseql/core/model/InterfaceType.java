package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * An interface.
 *
 * @param fields the common fields
 * @param members the names of the object types that implement it
 * @param discriminator how a row of the common source tells its type; null when each member has its own source
 */
public record InterfaceType(
        String name,
        @Nullable String description,
        Map<String, Field> fields,
        List<String> members,
        @Nullable Discriminator discriminator) {}
