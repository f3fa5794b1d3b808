package io.fraiseql.server.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpDateTime;

/** What the status of an answer means: done, to be tried again, or never. */
final class AnswerRule {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 9;
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private AnswerRule() {}

    /** @throws ActionFailedException unless it was done */
    static void require(Reply reply, Clock clock) {
        require(reply, "", clock);
    }

    /** @param detail what else the answer says; empty for nothing */
    static void require(Reply reply, String detail, Clock clock) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return;
        }
        String message = reply.host() + " answered with status " + status + detail;
        if (status < 500 && !LATER.contains(status)) {
            throw ActionFailedException.permanent(message, null);
        }
        Duration wait = retryAfter(reply.header("Retry-After"), clock);
        throw wait == null
                ? ActionFailedException.temporary(message, (Throwable) null)
                : ActionFailedException.temporary(message, wait);
    }

    /** Seconds or a date, in one of the three forms of RFC 9110; an hour at most, and nothing where it is neither. */
    static @Nullable Duration retryAfter(@Nullable String value, Clock clock) {
        String text = value == null ? "" : value.strip();
        if (SECONDS.matcher(text).matches()) {
            return bounded(text.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
        }
        long date = HttpDateTime.parseToEpoch(text);
        return date < 0 ? null : bounded(Duration.between(clock.instant(), Instant.ofEpochMilli(date)));
    }

    private static Duration bounded(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
