package io.fraiseql.server.cli;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import net.sourceforge.argparse4j.inf.ArgumentParserException;

/** How the process ends: 0 done, 1 failed, 2 the input (arguments, configuration, schema) is wrong. */
public final class ExitCode {

    public static final int FAILED = 1;
    public static final int INVALID_INPUT = 2;

    private ExitCode() {}

    /** The code for what a command threw. */
    public static int of(Throwable failure) {
        if (failure instanceof ArgumentParserException) {
            return INVALID_INPUT;
        }
        boolean input = failure instanceof FraiseqlException typed
                && (typed.code() == CoreErrorCode.INVALID_CONFIGURATION
                        || typed.code() == CoreErrorCode.INVALID_SCHEMA);
        return input ? INVALID_INPUT : FAILED;
    }
}
