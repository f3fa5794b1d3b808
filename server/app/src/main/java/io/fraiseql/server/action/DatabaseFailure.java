package io.fraiseql.server.action;

import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Set;

/** What it means for an action that the server's own database failed. */
public final class DatabaseFailure {

    private static final Set<ErrorType> PASSING =
            Set.of(ErrorType.UNAVAILABLE, ErrorType.OVERLOADED, ErrorType.TIMEOUT);

    private DatabaseFailure() {}

    /**
     * Temporary for deadlocks and a database that does not answer, permanent for what it refuses.
     *
     * @param what says what failed
     */
    public static ActionFailedException of(String what, FraiseqlException e) {
        String message = what + ": " + e.getMessage();
        boolean passing = PASSING.contains(e.code().type()) || e.code() == DatabaseErrorCode.CONFLICT;
        return passing ? ActionFailedException.temporary(message, e) : ActionFailedException.permanent(message, e);
    }
}
