package io.fraiseql.distribution;

import java.nio.file.Path;

/** What {@code scripts/services} brings of Node's packages. */
final class TestingNode {

    private TestingNode() {}

    /** The folder {@code node_modules} with the clients of GraphQL; nothing is there where they could not be brought. */
    static Path clients() {
        String home = System.getenv("XDG_CACHE_HOME");
        Path caches =
                home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return caches.resolve("fraiseql/graphql-clients/node_modules");
    }
}
