package io.fraiseql.plugin.testkit.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.state.Claim;
import io.fraiseql.spi.state.Claim.Outcome;
import io.fraiseql.spi.state.Grant;
import io.fraiseql.spi.state.StateStore;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link StateStore}. A store's test extends it and says how to open the real thing. */
public abstract class BaseStateStoreTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final int CALLS = 64;

    /** A key that no other test has. */
    private final String key = UUID.randomUUID().toString();

    private StateStore store;
    private StateStore other;

    /** Opens the store of this test: the same state at each call. */
    protected abstract StateStore open();

    @BeforeEach
    void openTwice() {
        store = open();
        other = open();
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Test
    void oneHolderAtATime() {
        assertThat(store.claim(key, "a", LONG)).isEqualTo(new Claim(Outcome.TAKEN, Duration.ZERO));
        Claim refused = other.claim(key, "b", LONG);
        assertThat(refused.outcome()).isEqualTo(Outcome.HELD);
        assertThat(refused.remaining()).isBetween(LONG.minus(MOST), LONG);
        assertThat(store.claim(key + "2", "b", LONG).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void whoHasItHasItForLonger() {
        store.claim(key, "a", SHORT);
        assertThat(other.claim(key, "a", LONG).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(store.claim(key, "b", LONG).remaining()).isGreaterThan(LONG.minus(MOST));
    }

    @Test
    void aClaimEndsByItself() {
        long began = System.nanoTime();
        store.claim(key, "a", SHORT);
        awaitTaken("b");
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    private void awaitTaken(String holder) {
        long until = System.nanoTime() + MOST.toNanos();
        Claim claim = other.claim(key, holder, LONG);
        while (claim.outcome() != Outcome.TAKEN && System.nanoTime() < until) {
            claim = other.claim(key, holder, LONG);
        }
        assertThat(claim.outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void onlyItsHolderGivesItBack() {
        store.claim(key, "a", LONG);
        other.release(key, "b");
        assertThat(other.claim(key, "b", LONG).outcome()).isEqualTo(Outcome.HELD);
        store.release(key, "a");
        assertThat(other.claim(key, "b", LONG).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void whatIsFinishedIsNobodys() {
        store.claim(key, "a", LONG);
        store.finish(key, LONG);
        store.release(key, "a");
        assertThat(store.claim(key, "a", LONG)).isEqualTo(new Claim(Outcome.FINISHED, Duration.ZERO));
        assertThat(other.claim(key, "b", LONG).outcome()).isEqualTo(Outcome.FINISHED);
    }

    @Test
    void finishedIsForgottenInTheEnd() {
        store.finish(key, SHORT);
        awaitTaken("b");
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        AtomicInteger taken = new AtomicInteger();
        for (int call = 0; call < CALLS; call++) {
            String holder = "h" + call;
            StateStore asked = call % 2 == 0 ? store : other;
            threads.execute(() -> {
                if (asked.claim(key, holder, LONG).outcome() == Outcome.TAKEN) {
                    taken.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(taken).hasValue(1);
    }

    @Test
    void aBucketHasASecondsWorthAtFirst() {
        assertThat(store.take(key, 50, 30).tokens()).isEqualTo(30);
        assertThat(other.take(key, 50, 100).tokens()).isBetween(20, 45);
        assertThat(store.take(key + "2", 0.1, 100).tokens()).isEqualTo(1);
    }

    @Test
    void anEmptyBucketSaysHowLongToWait() {
        store.take(key, 5, 5);
        Grant none = other.take(key, 5, 1);
        assertThat(none.tokens()).isZero();
        assertThat(none.pause()).isPositive().isLessThanOrEqualTo(SHORT);
        long began = System.nanoTime();
        while (other.take(key, 5, 1).tokens() == 0) {
            assertThat(System.nanoTime() - began).isLessThan(MOST.toNanos());
        }
        assertThat(System.nanoTime() - began).isGreaterThan(none.pause().toNanos() / 2);
    }

    @Test
    void saysWhatItIs() {
        assertThat(store.ping()).isNotBlank();
    }
}
