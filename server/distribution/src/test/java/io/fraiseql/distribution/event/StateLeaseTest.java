package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.LeaseLostException;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may act, and for how long, when a state store says who owns a cursor. */
class StateLeaseTest {

    private static final long LEASE = TestingLog.LEASE.toNanos();

    @TempDir
    private Path folder;

    private TestingLog log;
    private TestingLeases leases;

    @BeforeEach
    void open() {
        log = TestingLog.open(TestDatabase.SQLITE, folder);
        leases = new TestingLeases(log.nanos);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private LeasedCursor cursor(String owner) {
        return log.cursor(leases, "rules", owner);
    }

    @Test
    void theNextOneOwnsItAsSoonAsTheLeaseIsOver() {
        LeasedCursor first = cursor("a");
        LeasedCursor second = cursor("b");
        assertThat(first.claim()).isTrue();
        log.nanos.addAndGet(LEASE - 1);
        assertThat(second.claim()).isFalse();
        log.nanos.addAndGet(1);
        assertThat(second.claim()).as("at its first look after that").isTrue();
        assertThatThrownBy(first::renew).isInstanceOf(LeaseLostException.class);
        second.release();
        assertThat(first.claim()).isTrue();
    }

    /** A store that forgets has two owners act at once, but only one write. */
    @Test
    void theDatabaseFencesOffWhomTheStoreHasForgotten() {
        LeasedCursor first = cursor("a");
        assertThat(first.claim()).isTrue();
        leases.release("", "a");
        assertThat(cursor("b").claim()).isTrue();
        assertThatThrownBy(first::renew).isInstanceOf(LeaseLostException.class);
        assertThat(first.nanosToAct()).isLessThanOrEqualTo(0);
    }

    @Test
    void anOwnerThatIsToldNothingGoesOnForThreeQuartersOfItsLease() {
        LeasedCursor cursor = cursor("a");
        assertThat(cursor.claim()).isTrue();
        leases.gone = true;
        log.nanos.addAndGet(LEASE / 2);
        assertThat(cursor.nanosToFade()).isNotPositive();
        cursor.renew();
        assertThat(cursor.nanosToFade()).as("asks again after a while").isPositive();
        assertThat(cursor.nanosToAct()).isEqualTo(LEASE / 4);
        log.nanos.addAndGet(LEASE / 4);
        assertThatThrownBy(cursor::renew).isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                .isEqualTo(CoreErrorCode.UNAVAILABLE));
        assertThat(cursor.held()).isFalse();
        assertThat(cursor.claim()).isFalse();
        leases.gone = false;
        assertThat(cursor.claim()).isTrue();
        assertThat(cursor.resumed()).isTrue();
    }

    @Test
    void whereACursorBeginsDoesNotDependOnTheStore() {
        leases.gone = true;
        LeasedCursor cursor = cursor("a");
        assertThat(cursor.claim()).isFalse();
        assertThat(log.reader.cursors()).anySatisfy(row -> {
            assertThat(row.name()).isEqualTo("rules");
            assertThat(row.owner()).isNull();
        });
        leases.gone = false;
        assertThat(cursor.claim()).isTrue();
    }

    @Test
    void neverDoTwoActAtOnce() {
        Random random = new Random(7);
        LeasedCursor owner = cursor("a");
        LeasedCursor other = cursor("b");
        assertThat(owner.claim()).isTrue();
        int changes = 0;
        for (int i = 0; i < 900; i++) {
            log.nanos.addAndGet(random.nextLong(LEASE / 4));
            leases.gone = random.nextInt(3) == 0;
            if (random.nextInt(8) == 0 && owner.nanosToAct() > 0) {
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
