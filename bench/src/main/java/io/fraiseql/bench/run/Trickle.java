package io.fraiseql.bench.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Single events of some organisations at moments that are fixed beforehand. */
final class Trickle {

    static final int PER_SECOND = 50;

    private static final String NAME = "small-";
    private static final int ORGANISATIONS = 10;

    private Trickle() {}

    /** Whether an organisation is one of these. */
    static boolean isOurs(String organisation) {
        return organisation.startsWith(NAME);
    }

    /** Appends events for so long and returns how many there were. */
    static int run(String url, int seconds) throws SQLException {
        long start = System.nanoTime();
        int events = PER_SECOND * seconds;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (int event = 0; event < events; event++) {
                long wait = start + event * TimeUnit.SECONDS.toNanos(1) / PER_SECOND - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(wait);
                }
                statement.execute(String.format(Locale.ROOT, """
                        INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, org_id, created_at)
                        VALUES (gen_random_uuid(), 'Note', '%1$d', 'INSERT', '{"id":"%1$d"}', '%2$s%3$d', clock_timestamp())""", event, NAME, event % ORGANISATIONS));
                statement.execute(Outbox.TELL);
            }
        }
        return events;
    }
}
