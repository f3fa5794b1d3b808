package io.fraiseql.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ReadinessTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Readiness readiness = new Readiness(Map.of("database", this::ping), stopping::get, now::get);

    @Test
    void asksItsBackendsOnceASecond() {
        for (int i = 0; i < 100; i++) {
            assertThat(readiness.ready()).isTrue();
        }
        assertThat(asked).hasValue(1);

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(readiness.ready()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void isNotReadyWhileStopping() {
        assertThat(readiness.ready()).isTrue();
        stopping.set(true);

        assertThat(readiness.ready()).isFalse();
    }

    private String ping() {
        asked.incrementAndGet();
        return "Testing 1.0";
    }
}
