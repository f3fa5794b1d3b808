package io.fraiseql.server.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** What the status of an answer means: done, to be tried again, or never. */
final class AnswerRule {

    private static final Duration LONGEST = Duration.ofHours(1);
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

    /** Seconds or a date; an hour at most, and nothing where it is neither. */
    static @Nullable Duration retryAfter(@Nullable String value, Clock clock) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        try {
            Duration wait = text.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
