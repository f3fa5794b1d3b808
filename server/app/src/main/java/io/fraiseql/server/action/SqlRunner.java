package io.fraiseql.server.action;

import io.fraiseql.spi.database.SqlStatement;

/** Runs the operator's own statements. Implemented by the host; thread-safe. */
public interface SqlRunner {

    /** As {@link io.fraiseql.core.execute.StatementRunner#run}. */
    void run(SqlStatement statement, boolean rows, Object[] values, String id, long deadlineNanos);
}
