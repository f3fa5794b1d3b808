package io.fraiseql.server.cli;

import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.PrintWriter;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** How a command says that it failed: in words, with the stack only when the operator logs at debug. */
final class Failure {

    private Failure() {}

    static void print(Throwable failure, boolean debug, PrintWriter out) {
        out.println("fraiseql: " + message(failure));
        if (debug) {
            failure.printStackTrace(out);
        }
        out.flush();
    }

    /**
     * Whether the operator wants stacks.
     *
     * @param configuration null when it could not be loaded
     */
    static boolean debug(@Nullable FraiseqlConfiguration configuration) {
        return configuration != null && LoggerFactory.getLogger("io.fraiseql").isDebugEnabled();
    }

    /** What clients are not told: which role may not log in, which right is missing on which table. */
    private static String said(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException && cause.getMessage() != null) {
                return " (the database: "
                        + cause.getMessage().lines().findFirst().orElse("") + ")";
            }
        }
        return "";
    }

    private static String message(Throwable failure) {
        if (failure instanceof FraiseqlException) {
            return failure.getMessage() + said(failure);
        }
        Throwable cause = failure.getCause();
        String own = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return cause == null || cause.getMessage() == null || own.contains(cause.getMessage())
                ? own
                : own + ": " + cause.getMessage();
    }
}
