package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.ResultStamps;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers tell each other of cached results, by several at once. */
class ResultStampsTest {

    private static final int SERVERS = 3;
    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void noTellingIsLost(TestDatabase database) throws Exception {
        try (TestingLog log = TestingLog.open(database, folder)) {
            ResultStamps stamps = new ResultStamps(log.store);
            assertThat(stamps.read()).isEmpty();
            CompletableFuture.allOf(IntStream.range(0, SERVERS)
                            .mapToObj(server -> CompletableFuture.runAsync(() -> growMany(new ResultStamps(log.store))))
                            .toArray(CompletableFuture[]::new))
                    .get(1, TimeUnit.MINUTES);
            long told = (long) SERVERS * TIMES;
            assertThat(stamps.read()).isEqualTo(Map.of("*", told, "Order", told));
        }
    }

    private static void growMany(ResultStamps stamps) {
        for (int i = 0; i < TIMES; i++) {
            stamps.grow("*");
            stamps.grow("Order");
        }
    }
}
