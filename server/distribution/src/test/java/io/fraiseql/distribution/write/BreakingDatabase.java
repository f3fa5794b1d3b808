package io.fraiseql.distribution.write;

import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.concurrent.atomic.AtomicInteger;

/** A database in whose writing transactions something happens before a chosen step: the statements in their order, then the commit. */
final class BreakingDatabase extends WrappedDatabase {

    private final AtomicInteger steps = new AtomicInteger();
    private int breaksAt = -1;
    private Runnable mishap = () -> {};

    BreakingDatabase(Database real) {
        super(real);
    }

    /** From now on something happens before the step of that number, counted from 0; later steps go on. */
    void breakAt(int step, Runnable what) {
        steps.set(0);
        breaksAt = step;
        mishap = what;
    }

    /** How many steps were taken since. */
    int steps() {
        return steps.get();
    }

    private void step() {
        if (steps.getAndIncrement() == breaksAt) {
            mishap.run();
        }
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return new Writing(super.openWrite(options)) {
            @Override
            public RowCursor query(SqlStatement statement, Object[] values) {
                step();
                return super.query(statement, values);
            }

            @Override
            public int update(SqlStatement statement, Object[] values) {
                step();
                return super.update(statement, values);
            }

            @Override
            public void commit() {
                step();
                super.commit();
            }
        };
    }
}
