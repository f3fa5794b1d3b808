package io.fraiseql.distribution.crash;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NatsCrashIT extends BaseCrashIT {

    @Test
    void nothingIsLostWhenABridgeWorkersAndTheirNatsAreKilled() throws IOException {
        run(new CrashOptions(Topology.NATS, TestDatabase.MYSQL, 400, 1, 0, 8, 40, 6));
    }
}
