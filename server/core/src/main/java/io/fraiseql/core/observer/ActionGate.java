package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Deferral;
import io.fraiseql.core.observer.ObserverOptions.Limit;
import io.fraiseql.core.observer.ObserverOptions.Shared;
import io.fraiseql.spi.Nullable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what must wait before it is tried, by the bounds of its type of action and by what its endpoint did lately. Who waits holds no
 * thread, and no try is counted. One thread.
 */
final class ActionGate {

    private static final Logger LOG = LoggerFactory.getLogger(ActionGate.class);
    private static final long UNTIL_ONE_ENDS = Long.MAX_VALUE;

    private final Map<String, Limit> limits;
    private final Map<String, RateLimit> rates = new HashMap<>();
    private final Circuits circuits;
    private final ToIntFunction<String> running;
    private final ObserverListener listener;
    /** What was let through in this step and does not run yet. */
    private final Map<String, Integer> starting = new HashMap<>();

    /** @param running how many actions of a type run */
    ActionGate(ObserverOptions options, ToIntFunction<String> running, ObserverListener listener) {
        this.limits = options.limits();
        this.circuits = new Circuits(options.breaker(), listener);
        this.running = running;
        this.listener = listener;
        long now = System.nanoTime();
        limits.forEach((type, limit) -> {
            if (limit.perSecond() != null) {
                rates.put(type, rate(options.shared(), type, limit.perSecond(), now));
            }
        });
    }

    private static RateLimit rate(@Nullable Shared shared, String type, double perSecond, long now) {
        TokenBucket own = new TokenBucket(perSecond, now);
        return shared == null ? own : new SharedBucket(shared.state(), type, perSecond, own, now);
    }

    /** What was let through in the last step runs by now, or never will. */
    void nextStep() {
        starting.clear();
    }

    /** How long any delivery to a type of action must wait. */
    long nanosUntilRoom(String type, long now) {
        if (full(type)) {
            return UNTIL_ONE_ENDS;
        }
        RateLimit rate = rates.get(type);
        return rate == null ? 0 : rate.nanosUntilOne(now);
    }

    /** How many of a type may be started now, {@code most} at most. */
    int room(String type, int most, long now) {
        Limit limit = limits.get(type);
        int room = most;
        if (limit != null && limit.concurrency() != null) {
            room = Math.min(room, limit.concurrency() - running.applyAsInt(type) - starting.getOrDefault(type, 0));
        }
        RateLimit rate = rates.get(type);
        return Math.max(0, rate == null ? room : Math.min(room, rate.whole(now)));
    }

    private boolean full(String type) {
        Limit limit = limits.get(type);
        return limit != null
                && limit.concurrency() != null
                && running.applyAsInt(type) + starting.getOrDefault(type, 0) >= limit.concurrency();
    }

    /** Whether a delivery, the next one of its type, must wait for others; it is counted once. */
    boolean holdsBack(PendingDelivery delivery, long now) {
        String type = delivery.action().type();
        long wait = nanosUntilRoom(type, now);
        if (wait > 0 && !delivery.heldBack) {
            delivery.heldBack = true;
            listener.deferred(type, wait == UNTIL_ONE_ENDS ? Deferral.CONCURRENCY : Deferral.RATE);
        }
        return wait > 0;
    }

    /** How long a delivery must wait for its endpoint. When it need not, it counts as started. */
    long nanosToEnter(PendingDelivery delivery, long now) {
        String type = delivery.action().type();
        Endpoint endpoint = new Endpoint(type, endpoint(delivery));
        delivery.endpoint = endpoint;
        long wait = circuits.nanosToWait(endpoint, now);
        if (wait > 0) {
            listener.deferred(type, Deferral.CIRCUIT);
            return wait;
        }
        delivery.heldBack = false;
        starting.merge(type, 1, Integer::sum);
        RateLimit rate = rates.get(type);
        if (rate != null) {
            rate.take();
        }
        return 0;
    }

    private static String endpoint(PendingDelivery delivery) {
        try {
            return delivery.action().target().of(delivery.event);
        } catch (RuntimeException e) {
            LOG.debug("the endpoint of '{}' is not known", delivery.action().type(), e);
            return "";
        }
    }

    /** Notes how a try ended; returns the endpoint when it is back. One that was not tried to its end tells nothing of its endpoint. */
    @Nullable
    Endpoint ended(Outcome outcome, long now) {
        Endpoint endpoint = outcome.delivery().endpoint;
        return endpoint != null && outcome.reached() && circuits.ended(endpoint, outcome.failure(), now)
                ? endpoint
                : null;
    }
}
