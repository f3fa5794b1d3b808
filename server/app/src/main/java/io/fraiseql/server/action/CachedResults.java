package io.fraiseql.server.action;

import java.util.Collection;

/** The results that the server keeps. Implemented by whoever serves the schema; thread-safe. */
public interface CachedResults {

    /** @throws IllegalArgumentException when the schema has no such type with rows of its own */
    void require(Collection<String> types);

    /** Forgets the results that show rows of these types. */
    void forget(Collection<String> types);

    /** Forgets all. */
    void forgetAll();
}
