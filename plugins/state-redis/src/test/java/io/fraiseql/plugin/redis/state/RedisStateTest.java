package io.fraiseql.plugin.redis.state;

import io.fraiseql.plugin.redis.RedisConfig;
import io.fraiseql.plugin.testkit.TestRedis;
import io.fraiseql.plugin.testkit.state.BaseStateStoreTest;
import io.fraiseql.spi.state.StateStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of state in Redis 6.2. */
class RedisStateTest extends BaseStateStoreTest {

    private static TestRedis redis;

    @BeforeAll
    static void start(@TempDir Path folder) {
        redis = TestRedis.start(folder);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    protected StateStore open() {
        return RedisState.open(new RedisConfig(redis.url(), null, null, null, Duration.ofSeconds(2), true));
    }
}
