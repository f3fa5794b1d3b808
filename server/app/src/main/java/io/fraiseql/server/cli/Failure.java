package io.fraiseql.server.cli;

import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.PrintWriter;
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

    private static String message(Throwable failure) {
        if (failure instanceof FraiseqlException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure.getCause();
        String own = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return cause == null || cause.getMessage() == null || own.contains(cause.getMessage())
                ? own
                : own + ": " + cause.getMessage();
    }
}
