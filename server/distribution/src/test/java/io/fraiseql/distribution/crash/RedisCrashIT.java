package io.fraiseql.distribution.crash;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedisCrashIT extends BaseCrashIT {

    @Test
    void nothingIsLostWhenServersAndTheirRedisAreKilled() throws IOException {
        run(new CrashOptions(Topology.REDIS, TestDatabase.MARIADB, 400, 1, 0, 8, 40, 5));
    }
}
