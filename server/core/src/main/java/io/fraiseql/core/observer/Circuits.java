package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.core.observer.ObserverOptions.Breaker;
import io.fraiseql.spi.Nullable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves endpoints alone that have failed several times in a row, but for a try now and then that shows whether they are back. One thread. */
final class Circuits {

    private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);
    private static final int MOST = 10_000;

    private final @Nullable Breaker breaker;
    private final ObserverListener listener;
    /** Those that failed last. */
    private final Map<Endpoint, Circuit> circuits = new LinkedHashMap<>();

    private static final class Circuit {
        private int failures;
        private boolean open;
        private long until;
    }

    Circuits(@Nullable Breaker breaker, ObserverListener listener) {
        this.breaker = breaker;
        this.listener = listener;
    }

    /** How long a try must wait. When it need not although the circuit is open, it is the one that shows; others wait for it. */
    long nanosToWait(Endpoint endpoint, long now) {
        Circuit circuit = circuits.get(endpoint);
        if (breaker == null || circuit == null || !circuit.open) {
            return 0;
        }
        long wait = circuit.until - now;
        if (wait > 0) {
            return wait;
        }
        circuit.until = now + breaker.openFor().toNanos();
        return 0;
    }

    /** Notes how a try ended; returns whether the endpoint is back, so that those who wait may go on. */
    boolean ended(Endpoint endpoint, @Nullable Failure failure, long now) {
        if (breaker == null || endpoint.name().isEmpty()) {
            return false;
        }
        if (failure != Failure.TEMPORARY && failure != Failure.TIMEOUT) {
            return close(endpoint, circuits.remove(endpoint));
        }
        Circuit circuit = circuits.computeIfAbsent(endpoint, key -> new Circuit());
        circuit.failures++;
        if (circuit.failures >= breaker.failures()) {
            if (!circuit.open) {
                circuit.open = true;
                LOG.warn(
                        "{} does not do what '{}' asks; it is left alone for a while, and deliveries wait",
                        endpoint.name(),
                        endpoint.type());
                listener.circuit(endpoint.type(), true);
            }
            circuit.until = now + breaker.openFor().toNanos();
        }
        forgetOldest();
        return false;
    }

    private boolean close(Endpoint endpoint, @Nullable Circuit circuit) {
        boolean open = circuit != null && circuit.open;
        if (open) {
            LOG.info("{} is not left alone by '{}' any longer", endpoint.name(), endpoint.type());
            listener.circuit(endpoint.type(), false);
        }
        return open;
    }

    /** Data may name any number of servers. */
    private void forgetOldest() {
        if (circuits.size() > MOST) {
            Iterator<Map.Entry<Endpoint, Circuit>> oldest = circuits.entrySet().iterator();
            Map.Entry<Endpoint, Circuit> entry = oldest.next();
            oldest.remove();
            close(entry.getKey(), entry.getValue());
        }
    }
}
