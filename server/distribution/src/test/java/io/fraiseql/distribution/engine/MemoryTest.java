package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request for far more than the bounds allow takes the memory of the bounds, not of what it asks for. */
final class MemoryTest {

    private static final int SHELVES = 10;
    private static final int BOOKS = 10;
    private static final int PAGES = 150_000;
    private static final String MANY_PAGES =
            "INSERT INTO page WITH RECURSIVE n(x) AS (SELECT 1000 UNION ALL SELECT x + 1" + " FROM n WHERE x < " + PAGES
                    + ") SELECT x, x % " + SHELVES * BOOKS + ", '" + "w".repeat(400) + "' FROM n";

    private static final int MAX_ROWS = 20_000;
    private static final long BOUND = 48L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void allRowsAreNotReadToFindThatTheyAreTooMany(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, SHELVES, BOOKS, 1, 400);
        if (database == TestDatabase.MARIADB) {
            target.run(List.of("SET GLOBAL max_recursive_iterations = " + PAGES));
        } else if (database == TestDatabase.MYSQL) {
            target.run(List.of("SET GLOBAL cte_max_recursion_depth = " + PAGES));
        }
        target.run(List.of(MANY_PAGES));
        EngineSettings settings = EngineSettings.open().bounded(MAX_ROWS, 16 << 20);
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            for (String document :
                    List.of("{ pages { words } }", "{ shelves { label books { title pages { words } } } }")) {
                long before = threads.getCurrentThreadAllocatedBytes();
                assertThat(engine.ask(document, Map.of()).errorCode()).isEqualTo("QUERY_TOO_COMPLEX");
                assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(BOUND);
            }
        }
    }
}
