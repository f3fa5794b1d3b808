package io.fraiseql.distribution.engine;

import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A database that gives the rows of statements with several branches in any order, as UNION ALL may. */
public final class ShufflingDatabase extends WrappedDatabase {

    private final Random random;

    public ShufflingDatabase(Database real, Random random) {
        super(real);
        this.random = random;
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new Reading(super.openRead(options)) {
            @Override
            public RowCursor query(SqlStatement statement, Object[] values) {
                RowCursor cursor = super.query(statement, values);
                return statement.shape().branched() ? shuffled(statement, cursor) : cursor;
            }
        };
    }

    private RowCursor shuffled(SqlStatement statement, RowCursor cursor) {
        try (cursor) {
            ColumnarRows rows = ColumnarRows.read(statement.shape(), cursor);
            List<Integer> order = rows.numbers();
            Collections.shuffle(order, random);
            return new Cursor(rows, order);
        }
    }

    /** Rows kept in columns, in another order. */
    private static final class Cursor implements RowCursor {

        private final ColumnarRows rows;
        private final List<Integer> order;
        private int at = -1;

        Cursor(ColumnarRows rows, List<Integer> order) {
            this.rows = rows;
            this.order = order;
        }

        private int row() {
            return order.get(at);
        }

        @Override
        public boolean next() {
            return ++at < order.size();
        }

        @Override
        public boolean isNull(int column) {
            return rows.isNull(row(), column);
        }

        @Override
        public boolean getBoolean(int column) {
            return getLong(column) != 0;
        }

        @Override
        public long getLong(int column) {
            return isNull(column) ? 0 : rows.number(row(), column);
        }

        @Override
        public double getDouble(int column) {
            return isNull(column) ? 0 : Double.longBitsToDouble(rows.number(row(), column));
        }

        @Override
        public void getBytes(int column, ByteSink target) {
            if (!isNull(column)) {
                byte[] bytes = rows.bytes(row(), column);
                target.write(bytes, 0, bytes.length);
            }
        }

        @Override
        public long getUuidHigh(int column) {
            return getLong(column);
        }

        @Override
        public long getUuidLow(int column) {
            return isNull(column) ? 0 : rows.lowNumber(row(), column);
        }

        @Override
        public void close() {}
    }
}
