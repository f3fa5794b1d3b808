package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs transactions, and runs them again while others stand in their way and there is time. Thread-safe. */
final class Transactions {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Database database;
    private final DeadlineWatch watch;

    Transactions(Database database, DeadlineWatch watch) {
        this.database = database;
        this.watch = watch;
    }

    /**
     * Runs a transaction and commits it.
     *
     * @param body may run several times; what it does outside of the session it does anew each time
     * @throws FraiseqlException what the last run ended with; nothing of it is kept
     */
    void run(RequestContext context, Consumer<WriteSession> body) {
        long pause = FIRST_PAUSE_NANOS;
        boolean raced = false;
        while (true) {
            try {
                once(context, body);
                return;
            } catch (UpsertRace e) {
                if (raced) {
                    throw e.violation();
                }
                raced = true;
            } catch (FraiseqlException e) {
                if (!passing(e) || context.remainingNanos() < pause) {
                    throw e;
                }
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    private void once(RequestContext context, Consumer<WriteSession> body) {
        try (WriteSession session = database.openWrite(new WriteOptions(context.remainingNanos()));
                DeadlineWatch.Watched watched = watch.watch(session, context.deadlineNanos())) {
            body.accept(session);
            WriteConnection.requireTime(context);
            session.commit();
            watched.close();
        }
    }

    private static boolean passing(FraiseqlException error) {
        return error.code() == DatabaseErrorCode.CONFLICT || error.code() == DatabaseErrorCode.OVERLOADED;
    }

    /** Between half the pause and all of it, so that two that met do not meet again. */
    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(nanos / 2, nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "the server is stopping; try again", e);
        }
    }
}
