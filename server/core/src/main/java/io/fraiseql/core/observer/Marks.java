package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Repeat;
import io.fraiseql.spi.state.Claim;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps actions from being done twice: what one process is at, others leave to it, and what is done is not done again for a while. Whoever has an action to
 * himself loses it somewhat after the action must have ended. Where the store cannot be asked, everything is done. Thread-safe.
 */
final class Marks implements Guard {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** Another process may end long before its claim does. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int MOST_WAITING = 10_000;

    private final SharedState shared;
    private final Duration window;
    /** What was found with another process when it was looked at last, so that each is counted once however often that is. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    private final ObserverListener listener;

    /** @param window how long it is known what was done */
    Marks(SharedState shared, Duration window, ObserverListener listener) {
        this.shared = shared;
        this.window = window;
        this.listener = listener;
    }

    /** What stands in front of actions by these options. */
    static Guard of(ObserverOptions options, ObserverListener listener) {
        ObserverOptions.Shared shared = options.shared();
        return shared == null || shared.window() == null
                ? Guard.NONE
                : new Marks(shared.state(), shared.window(), listener);
    }

    @Override
    public Outcome around(PendingDelivery delivery, Supplier<Outcome> attempt) {
        String key = delivery.markKey();
        String holder = UUID.randomUUID().toString();
        Duration lease = delivery.rule.rule().timeout().plus(MARGIN);
        Claim claim = shared.ask(store -> store.claim(key, holder, lease));
        if (claim == null) {
            listener.repeated(Repeat.UNKNOWN);
            return attempted(key, holder, attempt);
        }
        return switch (claim.outcome()) {
            case TAKEN -> {
                waiting.remove(key);
                yield attempted(key, holder, attempt);
            }
            case HELD -> {
                if (waiting.size() < MOST_WAITING && waiting.add(key)) {
                    listener.repeated(Repeat.HELD);
                }
                yield Outcome.held(delivery, sooner(claim.remaining()));
            }
            case FINISHED -> {
                waiting.remove(key);
                listener.repeated(Repeat.DONE);
                yield Outcome.skipped(delivery);
            }
        };
    }

    private static Duration sooner(Duration remaining) {
        return remaining.compareTo(LOOK) < 0 ? remaining : LOOK;
    }

    private Outcome attempted(String key, String holder, Supplier<Outcome> attempt) {
        Outcome outcome = null;
        try {
            outcome = attempt.get();
            return outcome;
        } finally {
            // What interrupted the action is not meant for its mark.
            boolean interrupted = Thread.interrupted();
            note(key, holder, outcome != null && outcome.end() == Outcome.End.DONE);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void note(String key, String holder, boolean done) {
        shared.ask(store -> {
            if (done) {
                store.finish(key, window);
            } else {
                store.release(key, holder);
            }
            return true;
        });
    }
}
