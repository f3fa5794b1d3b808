package io.fraiseql.server.manage;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Tells who calls by the token that is sent; tokens are read at each call, so that a changed one counts at once. Thread-safe. */
final class Operators {

    private static final String SCHEME = "Bearer ";

    private final Map<String, Secret> tokens;

    /** @param tokens by the names of their owners */
    Operators(Map<String, Secret> tokens) {
        this.tokens = Map.copyOf(tokens);
    }

    /**
     * The name of the caller.
     *
     * @param authorization the header of that name
     * @throws FraiseqlException {@code UNAUTHENTICATED}
     */
    String identify(@Nullable String authorization) {
        String found = null;
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            byte[] sent = bytes(authorization.substring(SCHEME.length()).trim());
            for (Map.Entry<String, Secret> token : tokens.entrySet()) {
                // All are compared, each in the same time whatever was sent.
                found = MessageDigest.isEqual(bytes(token.getValue().reveal()), sent) ? token.getKey() : found;
            }
        }
        if (found == null) {
            throw new FraiseqlException(
                    CoreErrorCode.UNAUTHENTICATED,
                    "Send 'Authorization: Bearer TOKEN' with a token of security.operators of the configuration");
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
