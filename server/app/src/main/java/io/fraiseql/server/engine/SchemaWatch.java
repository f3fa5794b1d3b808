package io.fraiseql.server.engine;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the compiled schema anew when its file changes. A file that cannot be served changes nothing but {@link #problem}. */
public final class SchemaWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);

    private final Supplier<ServedEngine> opener;
    private final ReplaceableEngine engine;
    private final LongAdder reloads = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile @Nullable String problem;

    /**
     * Starts to look.
     *
     * @param files knows the file as it was before {@code engine} was made from it
     * @param opener makes an engine from the file, or throws
     */
    public SchemaWatch(FileWatch files, Supplier<ServedEngine> opener, ReplaceableEngine engine) {
        this.opener = opener;
        this.engine = engine;
        files.start(this::reload);
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

    private void reload() {
        try {
            engine.replace(opener.get());
            reloads.increment();
            problem = null;
            LOG.info("serving the new schema");
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
}
