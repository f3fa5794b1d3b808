package io.fraiseql.core.observer;

import java.time.Duration;
import java.util.Map;

/** Gates for tests. */
final class TestingGate {

    private TestingGate() {}

    /** One that lets everything through. */
    static ActionGate open() {
        ObserverOptions options = new ObserverOptions(1, 1, 1, Duration.ZERO, Duration.ZERO, Map.of(), null, null);
        return new ActionGate(options, type -> 0, new TestingListener());
    }
}
