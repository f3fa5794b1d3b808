package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Template;
import java.util.Map;

/** What a rule says of a statement. */
public record DatabaseParameters(
        @Help("The name of the configured statement") String statement,

        @Default("{}") @Help("The values of its places, as texts")
        Map<String, Template> params) {}
