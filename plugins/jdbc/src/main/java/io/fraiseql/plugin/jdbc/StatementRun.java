package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a statement, from its start until its cursor is closed. Used by one thread, except {@link #cancel}. */
public final class StatementRun {

    private static final Logger LOG = LoggerFactory.getLogger(StatementRun.class);
    private static final int CANCEL_ATTEMPTS = 25;
    private static final long CANCEL_INTERVAL_MILLIS = 20;

    private final JdbcSession session;
    private final JdbcReader reader;
    private final Connection connection;
    private final PreparedStatement statement;
    private volatile boolean cancelled;
    private volatile boolean committing;
    private @Nullable AutoCloseable rows;
    private boolean inDatabase = true;
    private boolean ended;

    StatementRun(JdbcSession session, JdbcReader reader, Connection connection, PreparedStatement statement) {
        this.session = session;
        this.reader = reader;
        this.connection = connection;
        this.statement = statement;
    }

    /**
     * Called before each row.
     *
     * @throws FraiseqlException {@code TIMEOUT} when the statement was cancelled
     */
    public void check() {
        if (cancelled) {
            throw timeout(null);
        }
    }

    /** The typed form of a driver's error; a lost connection will not be used again. */
    public FraiseqlException failed(SQLException error) {
        FraiseqlException failure = session.failed(error);
        boolean unknown = committing && failure.code() == DatabaseErrorCode.UNAVAILABLE;
        return cancelled && !unknown ? timeout(error) : failure;
    }

    /**
     * Called before a statement that commits as well. Its connection is not cut when cancelling it is in vain, and whoever loses it is not told that
     * it was cancelled: it may be committed.
     */
    void commits() {
        committing = true;
    }

    /** Closes the rows; called when the cursor is closed; later calls do nothing. */
    public void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            inDatabase = false;
            notifyAll();
        }
        closeRows();
        session.ended(this);
    }

    /**
     * Called when the statement was executed; without streaming every row has left the database by then.
     *
     * @param result closed when the run ends
     */
    public synchronized void executed(AutoCloseable result, boolean streaming) {
        rows = result;
        if (!streaming) {
            inDatabase = false;
            notifyAll();
        }
    }

    private void closeRows() {
        AutoCloseable open = rows;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (Exception e) {
            LOG.debug("closing rows failed", e);
        }
    }

    /**
     * Ends the statement in the database. A request that arrives before the statement does is lost, so it is repeated; the monitor is
     * held while one is under way, so that it never meets the next statement. A connection that does not answer at all is cut, but for one that
     * commits: whoever watches it asks again.
     */
    synchronized void cancel() {
        cancelled = true;
        int attempts = committing ? 1 : CANCEL_ATTEMPTS;
        for (int attempt = 0; attempt < attempts && inDatabase; attempt++) {
            try {
                reader.cancel(connection, statement);
                TimeUnit.MILLISECONDS.timedWait(this, CANCEL_INTERVAL_MILLIS);
            } catch (SQLException e) {
                LOG.warn("a cancel request failed", e);
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (inDatabase && !committing) {
            LOG.warn("the database did not end a cancelled statement; its connection is cut");
            reader.abort(connection);
        }
    }

    private static FraiseqlException timeout(@Nullable Throwable cause) {
        return new FraiseqlException(
                DatabaseErrorCode.TIMEOUT,
                "the statement was cancelled because it took too long; ask for less or try again later",
                cause);
    }
}
