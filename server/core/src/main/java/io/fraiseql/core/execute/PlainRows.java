package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;

/** The rows of a list without lists below it, as its one statement gives them. */
final class PlainRows implements RowSource {

    private final RootPlan.Rows plan;
    private final RowCursor cursor;
    private @Nullable Utf8Buffer target;
    private @Nullable RowWriter writer;

    PlainRows(RootPlan.Rows plan, Object[] values, ReadSession session) {
        this.plan = plan;
        this.cursor = session.query(plan.statement(), values);
    }

    @Override
    public boolean next(Utf8Buffer row) {
        if (!cursor.next()) {
            return false;
        }
        writer(row).write();
        return true;
    }

    private RowWriter writer(Utf8Buffer row) {
        RowWriter known = writer;
        if (known == null || target != row) {
            known = new RowWriter(plan.programs().get(0), cursor, row, list -> {});
            writer = known;
            target = row;
        }
        return known;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
