package io.fraiseql.core.observer;

import io.fraiseql.core.event.Bell;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.Outage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.EventTransport;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows rules by the events of a transport, as any number of processes do together: one thread that takes them and says that this process is alive, and
 * threads for the actions. A transport that does not answer is tried again. Thread-safe.
 */
public final class TransportWorkers implements RuleFollower {

    private static final Logger LOG = LoggerFactory.getLogger(TransportWorkers.class);

    private final Outage outage = new Outage(LOG, "the workers cannot go on now and try again", "the workers go on");
    private final DeliveryStore deliveries;
    private final ObserverOptions options;
    private final Clock clock;
    private final ObserverListener listener;
    private final EventTransport transport;
    private final Handover handover;
    private final Bell bell = new Bell();
    private final StepThread thread =
            new StepThread("workers", bell, outage, () -> bell.await(nanosToWait()), this::step);
    private volatile List<ActiveRule> rules;
    private @Nullable Arrivals arrivals;

    /**
     * Starts the thread.
     *
     * @param deliveries keeps what is given up
     * @param handover takes what is not done at once
     * @throws FraiseqlException when the transport is not as it should be; one that cannot be reached is tried again
     */
    public TransportWorkers(
            DeliveryStore deliveries,
            ObserverOptions options,
            Clock clock,
            ObserverListener listener,
            EventTransport transport,
            Handover handover,
            List<ActiveRule> rules) {
        this.deliveries = deliveries;
        this.options = options;
        this.clock = clock;
        this.listener = listener;
        this.transport = transport;
        this.handover = handover;
        this.rules = List.copyOf(rules);
        try {
            open();
        } catch (FraiseqlException e) {
            if (e.code().type() != ErrorType.UNAVAILABLE) {
                throw e;
            }
            outage.failed(e);
        }
        thread.start();
    }

    private Arrivals open() {
        Arrivals opened = arrivals;
        if (opened == null) {
            EventReceiver receiver = transport.receiver(bell::ring);
            opened = new Arrivals(receiver, deliveries, handover, options, clock, listener, bell::ring);
            arrivals = opened;
        }
        return opened;
    }

    @Override
    public void use(List<ActiveRule> other) {
        rules = List.copyOf(other);
        bell.ring();
    }

    /** Events come by the transport. */
    @Override
    public void wake(LogPage page) {}

    private boolean step() {
        open().step(rules);
        return false;
    }

    private long nanosToWait() {
        long poll = options.poll().toNanos();
        Arrivals opened = arrivals;
        return outage.isLasting() || opened == null ? poll : opened.nanosToWait();
    }

    /** Takes nothing more, lets running actions end for a while, and leaves the rest to other processes. */
    @Override
    public void close() {
        try {
            boolean ended = thread.stop();
            Arrivals opened = arrivals;
            if (opened != null) {
                opened.close(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FraiseqlException e) {
            LOG.debug("the events were not left to others", e);
        }
    }
}
