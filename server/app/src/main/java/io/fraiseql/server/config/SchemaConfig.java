package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** The {@code schema} section. */
public record SchemaConfig(
        @Default("schema.compiled.json") @Help("The file that 'compile' wrote")
        String path,

        @Default("false") @Help("Serve the file anew when it changes; one that cannot be served changes nothing")
        boolean watch) {}
