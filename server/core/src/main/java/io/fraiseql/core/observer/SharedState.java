package io.fraiseql.core.observer;

import io.fraiseql.core.event.Outage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.state.StateStore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all processes know together, asked so that a store that does not answer holds up nobody for long. Thread-safe. */
public final class SharedState {

    private static final Logger LOG = LoggerFactory.getLogger(SharedState.class);

    /** Before a store that did not answer is asked again. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Outage outage = new Outage(
            LOG,
            "the state store cannot be asked now and is tried again; this server goes by what it knows itself",
            "the state store is asked again");
    private final StateStore store;
    private volatile long resting = System.nanoTime();

    public SharedState(StateStore store) {
        this.store = store;
    }

    /** What the store says; null when it cannot be asked now. */
    <T> @Nullable T ask(Function<StateStore, T> question) {
        if (System.nanoTime() - resting < 0) {
            return null;
        }
        try {
            T answer = question.apply(store);
            outage.worked();
            return answer;
        } catch (RuntimeException e) {
            resting = System.nanoTime() + PAUSE_NANOS;
            outage.failed(e);
            return null;
        }
    }
}
