package io.fraiseql.server.engine;

import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowSet;
import java.util.List;

/** Rows with something to do when they are closed. Like them, for one thread. */
public final class HeldRows implements RowSet {

    private final RowSet rows;
    private final Closing closing;

    /** @param left what to do once, when they are closed */
    public HeldRows(RowSet rows, Runnable left) {
        this.rows = rows;
        this.closing = new Closing(rows::close, left);
    }

    @Override
    public List<RowField> fields() {
        return rows.fields();
    }

    @Override
    public ListCursor cursor() {
        return rows.cursor();
    }

    @Override
    public void cancel() {
        rows.cancel();
    }

    @Override
    public void close() {
        closing.run();
    }
}
