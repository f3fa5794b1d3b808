package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that counts the statements of its sessions. */
final class CountingDatabase extends WrappedDatabase {

    private final AtomicInteger statements;

    CountingDatabase(Database real, AtomicInteger statements) {
        super(real);
        this.statements = statements;
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new Reading(super.openRead(options)) {
            @Override
            public RowCursor query(SqlStatement statement, Object[] values) {
                statements.incrementAndGet();
                return super.query(statement, values);
            }
        };
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return new Writing(super.openWrite(options)) {
            @Override
            public RowCursor query(SqlStatement statement, Object[] values) {
                statements.incrementAndGet();
                return super.query(statement, values);
            }

            @Override
            public int update(SqlStatement statement, Object[] values) {
                statements.incrementAndGet();
                return super.update(statement, values);
            }
        };
    }
}
