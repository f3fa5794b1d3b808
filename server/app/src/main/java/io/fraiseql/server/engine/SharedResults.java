package io.fraiseql.server.engine;

import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.Outage;
import io.fraiseql.core.event.ResultStamps;
import io.fraiseql.server.action.CachedResults;
import io.fraiseql.server.action.DatabaseFailure;
import io.fraiseql.server.event.DatabaseWatch;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cached results of all servers on a database: what is forgotten here is forgotten by the others when they look. Thread-safe. */
public final class SharedResults implements CachedResults, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedResults.class);

    /** Stands for all results; no type can be called so. */
    private static final String ALL = "*";

    private final CachedResults here;
    private final Supplier<EventStore> stores;
    private final Duration every;
    /** The numbers of the last look; of the thread that looks. */
    private final Map<String, Long> seen = new HashMap<>();

    private volatile @Nullable ResultStamps stamps;
    private @Nullable DatabaseWatch watch;

    /**
     * @param stores makes the store of the event log, when it is known that there are events
     * @param every how often others are asked
     */
    public SharedResults(CachedResults here, Supplier<EventStore> stores, Duration every) {
        this.here = here;
        this.stores = stores;
        this.every = every;
    }

    /**
     * Shares them from the first schema on that has events. Called before its rules are followed.
     *
     * @param hasEvents whether the tables of events are there and events are noted
     * @param keeps whether this server keeps results, and so has to look
     */
    public synchronized void serve(boolean hasEvents, boolean keeps) {
        if (stamps == null && hasEvents) {
            stamps = new ResultStamps(stores.get());
        }
        ResultStamps shared = stamps;
        if (watch == null && shared != null && keeps) {
            watch = watch(shared);
        }
    }

    private DatabaseWatch watch(ResultStamps shared) {
        Outage outage = new Outage(
                LOG,
                "what other servers say of cached results cannot be read now and is tried again",
                "what other servers say of cached results is read again");
        return new DatabaseWatch("result-watch", outage, every, () -> look(shared));
    }

    private void look(ResultStamps shared) {
        shared.read().forEach((name, stamp) -> {
            if (!stamp.equals(seen.get(name))) {
                forgetHere(name);
                seen.put(name, stamp);
            }
        });
    }

    private void forgetHere(String name) {
        if (name.equals(ALL)) {
            here.forgetAll();
        } else {
            here.forget(List.of(name));
        }
    }

    @Override
    public void require(Collection<String> types) {
        here.require(types);
    }

    @Override
    public void forget(Collection<String> types) {
        here.forget(types);
        types.forEach(this::tell);
    }

    @Override
    public void forgetAll() {
        here.forgetAll();
        tell(ALL);
    }

    private void tell(String name) {
        ResultStamps shared = Objects.requireNonNull(stamps, "rules are followed only where there are events");
        try {
            shared.grow(name);
        } catch (FraiseqlException e) {
            throw DatabaseFailure.of("other servers cannot be told to forget cached results", e);
        }
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
