package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.util.List;

/** The {@code observers} section. */
public record ObserversConfig(
        @Default("true") @Help("Whether this server may follow the rules; they are checked in any case")
        boolean enabled,

        @Default("[]") @Help("Rules besides those of the schema, in the same form")
        List<JsonNode> rules) {}
