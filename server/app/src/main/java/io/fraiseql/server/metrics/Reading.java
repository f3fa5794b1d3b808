package io.fraiseql.server.metrics;

import io.fraiseql.spi.Nullable;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a scrape asks of a backend, one question at a time. A backend that hangs is waited for once and for a moment, so that everything else is on the
 * page before whoever scrapes gives up. Thread-safe.
 */
final class Reading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<T> source;
    private @Nullable Question<T> last;

    private record Question<T>(FutureTask<Optional<T>> answer, long until) {}

    /** @param source asks, and gives null for what is not known */
    Reading(Supplier<T> source) {
        this.source = source;
    }

    /** What it is now; null when that is not known in time. */
    @Nullable
    T now() {
        Question<T> question = question();
        try {
            long left = Math.max(0, question.until - System.nanoTime());
            return question.answer.get(left, TimeUnit.NANOSECONDS).orElse(null);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            LOG.warn("a figure cannot be told", e.getCause());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private synchronized Question<T> question() {
        Question<T> known = last;
        if (known == null || known.answer.isDone()) {
            FutureTask<Optional<T>> answer = new FutureTask<>(() -> Optional.ofNullable(source.get()));
            known = new Question<>(answer, System.nanoTime() + PATIENCE_NANOS);
            last = known;
            Thread thread = new Thread(answer, "metrics");
            thread.setDaemon(true);
            thread.start();
        }
        return known;
    }
}
