package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.util.Map;

/** What the operator says of the action {@code database}. */
public record DatabaseActionConfig(
        @Default("{}") @Help("Statements that rules may run, by name, with places such as :id for their params")
        Map<String, String> statements) {

    public DatabaseActionConfig {
        statements.forEach((name, sql) -> {
            try {
                NamedSql.of(sql);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        });
    }
}
