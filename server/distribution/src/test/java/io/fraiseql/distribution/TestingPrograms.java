package io.fraiseql.distribution;

import java.io.IOException;
import java.nio.file.Path;

/** The programs that {@code scripts/services} brings, and those that it finds. */
final class TestingPrograms {

    private TestingPrograms() {}

    /** A Python with pyarrow; nothing is there where it could not be brought. */
    static Path python() {
        return cache().resolve("pyarrow/bin/python");
    }

    /** The client in Rust; nothing is there where it could not be made. */
    static Path rustClient() {
        return cache().resolve("rust/target/debug/fraiseql-flight");
    }

    /** Whether there is an R that talks to Python. */
    static boolean hasReticulate() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "stopifnot(requireNamespace('reticulate', quietly = TRUE))")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path cache() {
        String home = System.getenv("XDG_CACHE_HOME");
        Path caches =
                home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return caches.resolve("fraiseql");
    }
}
