package io.fraiseql.server.action;

import io.fraiseql.spi.action.ActionFailedException;
import java.util.Collection;

/** The results that this server keeps, and others on the same database. Implemented by whoever serves the schema; thread-safe. */
public interface CachedResults {

    /** @throws IllegalArgumentException when the schema has no such type with rows of its own */
    void require(Collection<String> types);

    /**
     * Forgets the results that show rows of these types.
     *
     * @throws ActionFailedException when other servers cannot be told
     */
    void forget(Collection<String> types);

    /**
     * Forgets all.
     *
     * @throws ActionFailedException when other servers cannot be told
     */
    void forgetAll();
}
