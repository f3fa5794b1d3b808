package io.fraiseql.core.observer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much one process takes of what all may do. */
class SharedBucketTest {

    private static final long NOW = 1_000;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final TestingStore store = new TestingStore();
    private final SharedBucket bucket =
            new SharedBucket(new SharedState(store), "call", 40, new TokenBucket(40, NOW), NOW);

    @Test
    void takesALittleAtATimeAndWaitsWhenThereIsNone() {
        store.tokens = 3;
        assertThat(bucket.nanosUntilOne(NOW)).isZero();
        assertThat(bucket.whole(NOW)).isEqualTo(2);
        bucket.take();
        bucket.take();
        assertThat(bucket.whole(NOW)).isEqualTo(1);
        bucket.take();
        assertThat(bucket.whole(NOW)).isZero();
        assertThat(bucket.nanosUntilOne(NOW)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(10));
        store.tokens = 1;
        assertThat(bucket.whole(NOW)).as("not asked yet").isZero();
        assertThat(bucket.whole(NOW + SECOND)).isEqualTo(1);
    }

    @Test
    void keepsToTheRateByItselfWhileTheStoreIsGone() {
        store.gone = true;
        assertThat(bucket.whole(NOW)).isEqualTo(40);
        for (int i = 0; i < 40; i++) {
            assertThat(bucket.nanosUntilOne(NOW)).isZero();
            bucket.take();
        }
        assertThat(bucket.nanosUntilOne(NOW)).isPositive();
        assertThat(bucket.whole(NOW + SECOND / 2)).isEqualTo(20);
    }
}
