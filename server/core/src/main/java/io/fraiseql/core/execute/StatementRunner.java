package io.fraiseql.core.execute;

import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;

/** Runs single statements of the operator's own, each in a transaction of its own. Thread-safe. */
public final class StatementRunner implements AutoCloseable {

    private final DeadlineWatch watch = new DeadlineWatch();
    private final Transactions transactions;

    public StatementRunner(Database database) {
        this.transactions = new Transactions(database, watch);
    }

    /**
     * Runs a statement and commits what it wrote; runs it again while other transactions stand in its way and there is time.
     *
     * @param rows whether it gives rows, which are read and not looked at
     * @param id what it is called in errors and logs
     * @param deadlineNanos the {@link System#nanoTime} at which it is cancelled
     * @throws io.fraiseql.spi.error.FraiseqlException when nothing of it is kept
     */
    public void run(SqlStatement statement, boolean rows, Object[] values, String id, long deadlineNanos) {
        transactions.run(new RequestContext(id, Identity.ANONYMOUS, deadlineNanos), session -> {
            if (!rows) {
                session.update(statement, values);
                return;
            }
            try (RowCursor cursor = session.query(statement, values)) {
                while (cursor.next()) {
                    // What a function does it may do row by row.
                }
            }
        });
    }

    @Override
    public void close() {
        watch.close();
    }
}
