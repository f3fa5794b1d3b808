package io.fraiseql.core.execute;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one statement or of several, under watch for their deadline. */
final class OpenRows implements RowSet {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRows.class);

    private final ReadSession session;
    private final DeadlineWatch.Watched watched;
    private final RowOpener.Prepared prepared;
    private @Nullable SelectedRows cursor;
    private boolean closed;

    /** @param session taken over */
    OpenRows(ReadSession session, DeadlineWatch watch, RequestContext context, RowOpener.Prepared prepared) {
        this.session = session;
        this.watched = watch.watch(session, context.deadlineNanos());
        this.prepared = prepared;
    }

    @Override
    public List<RowField> fields() {
        return prepared.fields();
    }

    @Override
    public ListCursor cursor() {
        SelectedRows known = cursor;
        if (known == null) {
            known = prepared.rows().apply(session);
            cursor = known;
        }
        return known;
    }

    @Override
    public void cancel() {
        watched.expire();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        SelectedRows running = cursor;
        if (running != null) {
            abandon(running);
            running.close();
        }
        watched.close();
        session.close();
    }

    /**
     * A driver may read all that is left of a statement when its rows are closed; it ends sooner when the database is told to end it. Between
     * pages none runs.
     */
    private void abandon(SelectedRows running) {
        if (prepared.paged() || !running.open()) {
            return;
        }
        watched.expire();
        try {
            boolean more = true;
            while (more) {
                more = running.next();
            }
        } catch (FraiseqlException e) {
            LOG.debug("the statement ended", e);
        }
    }
}
