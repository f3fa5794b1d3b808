package io.fraiseql.bench.run;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The outbox as a writer sees it that is not the server. */
final class Outbox {

    /** Tells the server that there are events. */
    static final String TELL = "NOTIFY fraiseql_event";

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final String url;

    Outbox(String url) {
        this.url = url;
    }

    /** Something to wait for. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    /**
     * Appends events about notes in one transaction, of which the server is not told.
     *
     * @param organisation whose they are, as SQL in which {@code n} is the number of the event
     */
    void append(int events, String organisation) throws SQLException {
        BenchPostgres.execute(
                url,
                "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, org_id, created_at)"
                        + " SELECT gen_random_uuid(), 'Note', (n % 1000)::text, 'INSERT',"
                        + " jsonb_build_object('id', n, 'title', 'title ' || n, 'score', n % 100), " + organisation
                        + ", now() FROM generate_series(1, " + events + ") AS n");
    }

    /** Tells the server of what was appended. */
    void tell() throws SQLException {
        BenchPostgres.execute(url, TELL);
    }

    /** Whether the rules have looked at all events, and their deliveries are done or jobs. */
    boolean isFollowed() throws SQLException {
        return "0".equals(BenchPostgres.ask(url, """
                SELECT (SELECT COUNT(*) FROM fraiseql_event_cursor WHERE name = 'observers'
                          AND position < (SELECT COALESCE(MAX(sequence), 0) FROM fraiseql_event))
                     + (SELECT COUNT(*) FROM (SELECT 1 FROM fraiseql_observer_delivery LIMIT 1) AS d)"""));
    }

    /** Looks again and again until it holds. */
    static void await(Condition condition) throws SQLException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the rules do not come to an end");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
