package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Secret;
import java.util.Map;

/** The {@code security} section. */
public record SecurityConfig(
        @Default("false")
        @Help("Whether the server may listen on other than loopback addresses although every caller is anonymous")
        boolean allowAnonymous,

        @Default("{}")
        @Help("Who may manage the server at /api, such as {alice: \"${env:ALICE_TOKEN}\"}; nobody by default")
        Map<String, Secret> operators) {

    private static final int SHORTEST_TOKEN = 16;

    public SecurityConfig {
        operators.forEach((name, token) -> {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")) {
                throw new IllegalArgumentException(
                        "the operator '" + name + "' must be named by letters, digits and . _ @ -, 64 at most");
            }
            if (token.reveal().length() < SHORTEST_TOKEN) {
                throw new IllegalArgumentException("the token of the operator '" + name + "' must have "
                        + SHORTEST_TOKEN + " characters at least");
            }
        });
    }
}
