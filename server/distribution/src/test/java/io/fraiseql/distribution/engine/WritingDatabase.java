package io.fraiseql.distribution.engine;

import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;

/** A database that somebody else writes to after every statement of a request has started. */
final class WritingDatabase extends WrappedDatabase {

    private final Runnable write;

    WritingDatabase(Database real, Runnable write) {
        super(real);
        this.write = write;
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new Reading(super.openRead(options)) {
            @Override
            public RowCursor query(SqlStatement statement, Object[] values) {
                RowCursor cursor = super.query(statement, values);
                write.run();
                return cursor;
            }
        };
    }
}
