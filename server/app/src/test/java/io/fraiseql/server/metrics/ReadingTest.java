package io.fraiseql.server.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scrape is answered although a backend hangs. */
class ReadingTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void isWhatItIsNow() {
        Reading<Integer> reading = new Reading<>(asked::incrementAndGet);
        assertThat(reading.now()).isEqualTo(1);
        assertThat(reading.now()).isEqualTo(2);
    }

    @Test
    void isNotKnownWhenItFails() {
        Reading<Integer> reading = new Reading<>(() -> {
            throw new IllegalStateException("no");
        });
        assertThat(reading.now()).isNull();
    }

    @Test
    @Timeout(60)
    void isNotWaitedForAndAskedOnceWhileTheBackendHangs() throws Exception {
        Reading<Integer> reading = new Reading<>(this::hanging);
        for (int scrape = 0; scrape < 100; scrape++) {
            assertThat(reading.now()).isNull();
        }
        assertThat(asked).hasValue(1);
        answers.countDown();
        assertThat(answered.await(20, SECONDS)).isTrue();
        Integer value = reading.now();
        assertThat(value == null ? reading.now() : value).isNotNull();
    }

    private Integer hanging() {
        try {
            int number = asked.incrementAndGet();
            assertThat(answers.await(50, SECONDS)).isTrue();
            answered.countDown();
            return number;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
