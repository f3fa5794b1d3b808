package io.fraiseql.distribution;

import java.nio.file.Path;

/** The Python that {@code scripts/services} brings. */
final class TestingPython {

    private TestingPython() {}

    /** With pyarrow; nothing is there where it could not be brought. */
    static Path pyarrow() {
        String home = System.getenv("XDG_CACHE_HOME");
        Path caches =
                home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return caches.resolve("fraiseql/pyarrow/bin/python");
    }
}
