package io.fraiseql.core.execute;

import io.fraiseql.core.plan.Captures;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.CaptureSql;

/** Says in a transaction who asks, so that the events of its triggers have it too. Thread-safe. */
final class Signature {

    private final @Nullable SqlStatement enter;
    private final @Nullable SqlStatement leave;
    private final boolean always;

    Signature(Captures captures) {
        CaptureSql sql = captures.tables().isEmpty() ? null : captures.sql();
        this.enter = sql == null ? null : sql.enter();
        this.leave = sql == null ? null : sql.leave();
        this.always = sql != null && sql.outlastsTransaction();
    }

    /** Before the first write. */
    void enter(WriteConnection connection, Identity identity) {
        if (enter != null && (always || isKnown(identity))) {
            @Nullable Object[] values = new Object[enter.binds().size()];
            values[0] = identity.subject();
            values[1] = identity.organisation();
            connection.run(enter, values);
        }
    }

    /** After the last write. */
    void leave(WriteConnection connection, Identity identity) {
        if (leave != null && isKnown(identity)) {
            connection.run(leave, new Object[0]);
        }
    }

    private static boolean isKnown(Identity identity) {
        return identity.subject() != null || identity.organisation() != null;
    }
}
