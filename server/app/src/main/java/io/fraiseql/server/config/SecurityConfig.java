package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** The {@code security} section. */
public record SecurityConfig(
        @Default("false")
        @Help("Whether the server may listen on other than loopback addresses although every caller is anonymous")
        boolean allowAnonymous) {}
