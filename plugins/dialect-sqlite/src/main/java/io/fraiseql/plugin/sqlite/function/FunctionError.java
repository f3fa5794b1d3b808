package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of one of our functions. SQLite carries nothing but a message from a function to the caller of the statement, so the code
 * travels in it between two marks.
 */
public record FunctionError(DatabaseErrorCode code, String message) {

    private static final Pattern FORM = Pattern.compile("<fraiseql:([A-Z_]+)>(.*)</fraiseql>", Pattern.DOTALL);

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
