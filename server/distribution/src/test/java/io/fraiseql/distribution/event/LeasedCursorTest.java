package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.event.LeaseLostException;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may act, and for how long. */
class LeasedCursorTest {

    private static final long LEASE = TestingLog.LEASE.toNanos();

    @TempDir
    private Path folder;

    private TestingLog log;

    @BeforeEach
    void open() {
        log = TestingLog.open(TestDatabase.SQLITE, folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anOwnerActsForThreeQuartersOfItsLeaseAfterASignOfLife() {
        LeasedCursor cursor = log.cursor("rules", "a");
        assertThat(cursor.nanosToAct()).isZero();
        assertThat(cursor.claim()).isTrue();
        assertThat(cursor.nanosToAct()).isEqualTo(LEASE * 3 / 4);
        log.nanos.addAndGet(LEASE / 2);
        assertThat(cursor.nanosToAct()).isEqualTo(LEASE / 4);
        cursor.renew();
        assertThat(cursor.nanosToAct()).isEqualTo(LEASE * 3 / 4);
        cursor.release();
        assertThat(cursor.nanosToAct()).isZero();
    }

    @Test
    void whoHearsThatAnotherOneOwnsItActsNoMore() {
        LeasedCursor first = log.claimed("rules", "a");
        LeasedCursor second = log.cursor("rules", "b");
        assertThat(second.claim()).isFalse();
        log.silence();
        assertThat(second.claim()).isTrue();
        assertThat(second.resumed()).isFalse();
        assertThatThrownBy(first::renew).isInstanceOf(LeaseLostException.class);
        assertThat(first.nanosToAct()).isLessThanOrEqualTo(0);
    }

    @Test
    void itIsResumedOnlyWhenNobodyOwnedItInBetween() {
        LeasedCursor first = log.claimed("rules", "a");
        log.silence();
        assertThat(first.held()).isFalse();
        assertThat(first.claim()).isTrue();
        assertThat(first.resumed()).isTrue();
        LeasedCursor second = log.cursor("rules", "b");
        assertThat(second.claim()).isFalse();
        log.silence();
        assertThat(second.claim()).isTrue();
        second.release();
        assertThat(first.claim()).isTrue();
        assertThat(first.resumed()).isFalse();
    }

    /** However the two look and give signs of life, the former owner has stopped a quarter of the lease before the next one begins. */
    @Test
    void neverDoTwoActAtOnce() {
        Random random = new Random(5);
        LeasedCursor owner = log.claimed("rules", "a");
        LeasedCursor other = log.cursor("rules", "b");
        int changes = 0;
        for (int i = 0; i < 600; i++) {
            log.nanos.addAndGet(random.nextLong(LEASE / 4));
            if (random.nextInt(8) == 0 && owner.held()) {
                owner.renew();
            }
            long left = owner.nanosToAct();
            if (other.claim()) {
                assertThat(left).as("after " + changes + " changes").isLessThanOrEqualTo(-LEASE / 4);
                LeasedCursor former = owner;
                owner = other;
                other = former;
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(20);
    }
}
