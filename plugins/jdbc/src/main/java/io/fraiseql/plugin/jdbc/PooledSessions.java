package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.Sessions;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.function.Function;

/**
 * Sessions for reading and for writing on the connections of one pool.
 *
 * @param writing makes a transaction on a lent connection
 */
record PooledSessions(
        LazyPool pool, JdbcReader reader, SqlErrors errors, Function<PooledConnection, WriteSession> writing)
        implements Sessions {

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new JdbcReadSession(pool.get().lend(options.maxWaitNanos()), options, reader, errors);
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return writing.apply(pool.get().lend(options.maxWaitNanos()));
    }
}
