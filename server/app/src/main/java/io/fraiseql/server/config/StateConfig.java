package io.fraiseql.server.config;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;

/** The {@code state} section. */
public record StateConfig(
        @Help(
                "Where servers keep what they know together and may forget, the name of a store that a plugin offers; without one each goes by what it knows itself")
        @Nullable
        String store) {}
