package io.fraiseql.spi;

import java.util.Set;

/** Who asks: data, made by the host. {@code subject} and {@code organisation} are null for an anonymous caller. */
public record Identity(@Nullable String subject, @Nullable String organisation, Set<String> roles) {

    /** A caller who presented no credentials. */
    public static final Identity ANONYMOUS = new Identity(null, null, Set.of());

    public Identity {
        roles = Set.copyOf(roles);
    }
}
