package io.fraiseql.distribution.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@code scripts/crash}. */
abstract class BaseCrashIT {

    @TempDir
    private Path folder;

    CrashResult run(CrashOptions options) throws IOException {
        options.database().require();
        CrashResult result = new CrashRun(options).run(folder);
        assertThat(result.findings().list()).as(result::toString).isEmpty();
        return result;
    }
}
