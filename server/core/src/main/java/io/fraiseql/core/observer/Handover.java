package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.transport.EventPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The way of what is not done at once out of a transport and into the queue of jobs: in one transaction with the proof that its event is still this process's, and
 * with the end of the row that it was sent for. One thread.
 */
public final class Handover {

    private final DeliveryStore deliveries;
    private final PartitionClaims claims;
    private final DatabaseJobs table;
    private final JobIntake direct;
    private final JobIntake queued;
    private final long betweenLooks;
    private final Clock clock;
    private long looked = System.nanoTime();

    /**
     * Where jobs go.
     *
     * @param process tells this process from all others
     * @param direct into the table, for rules whose jobs keep the order of their row with what is done without a job
     * @param queued for rules that are queued; the same when these have no queue elsewhere
     * @param betweenLooks how long it is relied on what other processes have added
     */
    public Handover(
            EventStore store,
            String process,
            DatabaseJobs table,
            JobIntake direct,
            JobIntake queued,
            Duration betweenLooks,
            Clock clock) {
        this.deliveries = new DeliveryStore(store);
        this.claims = new PartitionClaims(store.dialect(), process);
        this.table = table;
        this.direct = direct;
        this.queued = queued;
        this.betweenLooks = betweenLooks.toNanos();
        this.clock = clock;
    }

    /** The last positions of the lanes in which some of these deliveries must wait. */
    Map<String, Long> lastPositions(Collection<PendingDelivery> of) {
        return table.lastPositions(of.stream()
                .filter(delivery -> Jobs.isOrdered(delivery.rule.rule()))
                .map(Jobs::lane)
                .distinct()
                .toList());
    }

    /** Takes up an event that another process may have; false when another one has taken it up since. */
    boolean takeUp(EventPlace place) {
        Set<EventPlace> taken = new HashSet<>();
        transaction(() -> deliveries.transaction(session -> {
            if (claims.take(session, place)) {
                taken.add(place);
            }
        }));
        return !taken.isEmpty();
    }

    /** Makes jobs of what is leaving, as far as there is room. Returns the arrivals that another process has taken up, of which nothing is to be done any more. */
    Set<Arrival> handOver(Collection<Arrival> arrivals) {
        List<Arrival> leaving = arrivals.stream()
                .filter(arrival -> !arrival.leaving.isEmpty())
                // All processes lock the rows of partitions in one order.
                .sorted(Comparator.comparing(arrival -> arrival.message.place().partition()))
                .toList();
        if (leaving.isEmpty()) {
            return Set.of();
        }
        lookAgain();
        Map<Arrival, List<PendingDelivery>> going = new LinkedHashMap<>();
        for (Arrival arrival : leaving) {
            List<PendingDelivery> fitting = arrival.leaving.stream()
                    .filter(delivery -> intake(delivery).room() > 0)
                    .toList();
            if (!fitting.isEmpty()) {
                going.put(arrival, fitting);
            }
        }
        return going.isEmpty() || !ahead(going) ? Set.of() : write(going);
    }

    /** Whose turn it is among the jobs, others change too. */
    private void lookAgain() {
        long now = System.nanoTime();
        if (now - looked > betweenLooks) {
            looked = now;
            direct.forget();
            queued.forget();
        }
    }

    private JobIntake intake(PendingDelivery delivery) {
        return delivery.rule.rule().queueing() == null ? direct : queued;
    }

    /** A queue elsewhere tells a repeat by the job that is there; what was done before is done again. */
    private boolean ahead(Map<Arrival, List<PendingDelivery>> going) {
        if (queued == direct) {
            return true;
        }
        List<Job> jobs = jobs(going, queued);
        long settled = jobs.stream().mapToLong(Job::position).max().orElse(0);
        if (!jobs.isEmpty() && !queued.ahead(jobs, settled)) {
            return false;
        }
        queued.committed(jobs);
        return true;
    }

    private Set<Arrival> write(Map<Arrival, List<PendingDelivery>> going) {
        Set<Arrival> refused = new HashSet<>();
        List<Job> added = new ArrayList<>();
        transaction(() -> deliveries.transaction(session -> {
            refused.clear();
            added.clear();
            going.keySet().stream()
                    .filter(arrival -> !claims.hold(session, arrival.message.place()))
                    .forEach(refused::add);
            Map<Arrival, List<PendingDelivery>> held = new LinkedHashMap<>(going);
            held.keySet().removeAll(refused);
            deliveries.delete(session, replayed(held.keySet()));
            added.addAll(jobs(held, direct));
            direct.with(session, added);
        }));
        direct.committed(added);
        going.keySet().removeAll(refused);
        going.forEach(Arrival::left);
        return refused;
    }

    /** The row of a partition may be another process's to make; then it is there. */
    private static void transaction(Runnable body) {
        try {
            body.run();
        } catch (ConstraintViolation e) {
            body.run();
        }
    }

    private static List<DeliveryRow> replayed(Set<Arrival> of) {
        return of.stream()
                .map(arrival -> arrival.replayed)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Job> jobs(Map<Arrival, List<PendingDelivery>> of, JobIntake into) {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        return of.values().stream()
                .flatMap(List::stream)
                .filter(delivery -> intake(delivery) == into)
                .map(delivery -> Jobs.of(delivery, now.plusNanos(Math.max(0, delivery.dueNanos - nanos))))
                .toList();
    }
}
