package io.fraiseql.spi.action;

import io.fraiseql.spi.Nullable;
import java.time.Duration;

/** An action could not be done. Its message is kept with the delivery and shown to operators: it names no secret. */
public final class ActionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;
    private final @Nullable Duration retryAfter;

    private ActionFailedException(
            String message, boolean permanent, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
        this.retryAfter = retryAfter;
    }

    /** It will fail again in the same way. */
    public static ActionFailedException permanent(String message, @Nullable Throwable cause) {
        return new ActionFailedException(message, true, null, cause);
    }

    /** It may succeed later. */
    public static ActionFailedException temporary(String message, @Nullable Throwable cause) {
        return new ActionFailedException(message, false, null, cause);
    }

    /** It may succeed later, but not before that time has passed. */
    public static ActionFailedException temporary(String message, Duration retryAfter) {
        return new ActionFailedException(message, false, retryAfter, null);
    }

    /** Whether trying again is of no use. */
    public boolean permanent() {
        return permanent;
    }

    /** How long the other side asked to be left alone; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
