package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error of one of our functions. SQLite carries nothing but a message from a function to the caller of the statement, so the code
 * travels in it between two marks.
 */
public record FunctionError(DatabaseErrorCode code, String message) {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionError.class);
    private static final Pattern FORM = Pattern.compile("<fraiseql:([A-Z_]+)>(.*)</fraiseql>", Pattern.DOTALL);

    /** What a function that failed says. */
    static FunctionError of(String function, Throwable failure) {
        if (failure instanceof Misfit misfit) {
            return new FunctionError(
                    DatabaseErrorCode.VALUE_NOT_READABLE, misfit.getMessage() + "; correct the data or the schema");
        }
        if (failure instanceof FraiseqlException known && known.code() instanceof DatabaseErrorCode code) {
            return new FunctionError(code, String.valueOf(known.getMessage()));
        }
        LOG.error("the function {} failed", function, failure);
        return new FunctionError(
                DatabaseErrorCode.INTERNAL, "a function of the SQLite plugin failed; the server's log says why");
    }

    /** The message that SQLite carries. */
    String marked() {
        return "<fraiseql:" + code + ">" + message + "</fraiseql>";
    }

    /** The error in a driver's message; null when there is none. */
    public static @Nullable FunctionError find(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        return form.find() ? new FunctionError(DatabaseErrorCode.valueOf(form.group(1)), form.group(2)) : null;
    }
}
