package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ChangeSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code LISTEN} on a connection of its own, made anew when it is lost. {@code NOTIFY} is sent outside of the transactions that write: in them it
 * would make their commits wait for each other.
 */
final class PostgresSignal implements ChangeSignal {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignal.class);
    private static final String CHANNEL = "fraiseql_event";
    /** Who hears of it reads what is committed; whether the message outlives a crash is all the same, and nobody waits for the disk. */
    private static final String TELL =
            "SELECT set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', '')";

    private static final int WAIT_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 1_000;

    private final PostgresConnections connections;
    private final DataSource sending;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "postgresql signal");
    private volatile Connection listening;
    /** What it sends it hears itself. */
    private volatile int sender;

    /**
     * Connects and listens.
     *
     * @throws SQLException when that fails at first
     */
    PostgresSignal(PostgresConnections connections, DataSource sending, Runnable changed) throws SQLException {
        this.connections = connections;
        this.sending = sending;
        this.changed = changed;
        this.listening = listen();
        thread.setDaemon(true);
        thread.start();
    }

    private Connection listen() throws SQLException {
        Connection connection = connections.openSystem();
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                hear(listening);
            } catch (SQLException | RuntimeException | Error e) {
                LOG.debug("the connection that listens is lost", e);
                reconnect();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var heard = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (heard != null && Arrays.stream(heard).anyMatch(one -> one.getPID() != sender)) {
            changed.run();
        }
    }

    /** What was sent meanwhile is lost, so that somebody has to look. */
    private void reconnect() {
        closeQuietly(listening);
        try {
            if (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                listening = listen();
                changed.run();
            }
        } catch (SQLException e) {
            LOG.debug("listening is tried again", e);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    @Override
    public void send() {
        try (Connection connection = sending.getConnection();
                Statement statement = connection.createStatement()) {
            sender = connection.unwrap(PGConnection.class).getBackendPID();
            statement.execute(TELL);
        } catch (SQLException e) {
            LOG.debug("the signal was not sent", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        closeQuietly(listening);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing the connection that listens failed", e);
        }
    }
}
