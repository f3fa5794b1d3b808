package io.fraiseql.example;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** What an operator can set for this plugin. */
public record ExampleConfig(
        @Default(".") @Help("The folder of the files") String folder) {

    public ExampleConfig {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("folder must not be blank");
        }
    }
}
