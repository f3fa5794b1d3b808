package io.fraiseql.server.engine;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the compiled schema from time to time and serves it when it changed, edited or replaced. A file that cannot be served changes
 * nothing but {@link #problem}. It looks rather than being told: that works on every file system, also for links that are exchanged.
 */
public final class SchemaWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);
    private static final long PERIOD_MILLIS = 250;

    private final Path file;
    private final Supplier<ServedEngine> opener;
    private final ReplaceableEngine engine;
    private final LongAdder reloads = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "schema-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable State served;
    private @Nullable State seen;
    private volatile @Nullable String problem;

    /** What tells one content of the file from another without reading it. */
    private record State(long modified, long size, @Nullable Object key) {}

    /**
     * Starts to look.
     *
     * @param file that {@code engine} was made from
     * @param opener makes an engine from the file, or throws
     */
    public SchemaWatch(Path file, Supplier<ServedEngine> opener, ReplaceableEngine engine) {
        this.file = file;
        this.opener = opener;
        this.engine = engine;
        this.served = state();
        this.seen = served;
        executor.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How often another schema was served. */
    public long reloads() {
        return reloads.sum();
    }

    /** How often the file could not be served. */
    public long failures() {
        return failures.sum();
    }

    /** Why the file as it is now is not served; null when it is. */
    public @Nullable String problem() {
        return problem;
    }

    /** A file that still changes is left alone until it rests. */
    private void look() {
        State now = state();
        boolean rests = now == null ? seen == null : now.equals(seen);
        seen = now;
        boolean known = now == null ? served == null : now.equals(served);
        if (rests && !known) {
            served = now;
            reload();
        }
    }

    private void reload() {
        try {
            engine.replace(opener.get());
            reloads.increment();
            problem = null;
            LOG.info("serving the new schema of {}", file);
        } catch (FraiseqlException e) {
            failed(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            failed("the schema cannot be served; the log says why", e);
        }
    }

    private void failed(String message, RuntimeException cause) {
        failures.increment();
        problem = message;
        LOG.error("still serving the last schema: {}", message, cause);
    }

    private @Nullable State state() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(attributes.lastModifiedTime().toMillis(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            LOG.debug("{} is not there now", file, e);
            return null;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
