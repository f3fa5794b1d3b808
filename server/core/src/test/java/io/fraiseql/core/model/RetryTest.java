package io.fraiseql.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.model.Retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final RandomGenerator RANDOM = new Random(1);

    private static List<Long> millis(Backoff backoff, int most) {
        Retry retry = new Retry(9, backoff, Duration.ofMillis(100), Duration.ofMillis(most), false);
        return IntStream.rangeClosed(1, 5)
                .mapToObj(failed -> retry.delay(failed, RANDOM).toMillis())
                .toList();
    }

    @Test
    void growsAsItsBackoffSays() {
        assertThat(millis(Backoff.EXPONENTIAL, 100_000)).containsExactly(100L, 200L, 400L, 800L, 1600L);
        assertThat(millis(Backoff.LINEAR, 100_000)).containsExactly(100L, 200L, 300L, 400L, 500L);
        assertThat(millis(Backoff.FIXED, 100_000)).containsExactly(100L, 100L, 100L, 100L, 100L);
        assertThat(millis(Backoff.EXPONENTIAL, 500)).containsExactly(100L, 200L, 400L, 500L, 500L);
    }

    @Test
    void isBoundedHoweverOftenItFailed() {
        Retry retry = new Retry(Integer.MAX_VALUE, Backoff.EXPONENTIAL, Duration.ofDays(1), Duration.ofDays(2), false);
        assertThat(retry.delay(Integer.MAX_VALUE, RANDOM)).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void jitterTakesAwayHalfAtMost() {
        Retry retry = new Retry(9, Backoff.FIXED, Duration.ofMillis(100), Duration.ofMillis(100), true);
        List<Long> delays = IntStream.range(0, 1000)
                .mapToObj(i -> retry.delay(1, RANDOM).toNanos())
                .toList();
        assertThat(delays).allMatch(nanos -> nanos >= 50_000_000 && nanos <= 100_000_000);
        assertThat(delays.stream().distinct().count()).isGreaterThan(900);
    }
}
