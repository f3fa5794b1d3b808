package io.fraiseql.example;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Template;

/** What a rule says when it names this plugin's action. */
public record ExampleParameters(
        @Help("The file in the folder of the action") String file,
        @Help("What is appended to it") Template line) {

    public ExampleParameters {
        if (!file.matches("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*")) {
            throw new IllegalArgumentException("file must be a name of letters, digits, '-', '_' and '.'");
        }
    }
}
