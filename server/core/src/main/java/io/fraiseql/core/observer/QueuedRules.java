package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.model.Rule;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.job.Job;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules whose deliveries become jobs. What the queue has no room for, or cannot be told, waits as rows of deliveries, and so do those that
 * follow it, until it can. One thread.
 */
final class QueuedRules {

    private final DeliveryStore store;
    private final JobIntake intake;
    private final int batch;
    private final Map<String, ActiveRule> rules = new LinkedHashMap<>();
    /** Rules of which there may be rows. */
    private final Set<String> spilled = new HashSet<>();

    private final List<PendingDelivery> fresh = new ArrayList<>();
    private final List<DeliveryRow> moved = new ArrayList<>();
    private List<Job> jobs = List.of();
    /** Up to this position there is no row that a step, whose end is not known, may have made a job of already. */
    private long noted;

    QueuedRules(DeliveryStore store, JobIntake intake, int batch) {
        this.store = store;
        this.intake = intake;
        this.batch = batch;
    }

    /** Follows those of these rules that are queued. */
    void use(List<ActiveRule> all) {
        rules.clear();
        all.stream()
                .filter(rule -> rule.rule().queueing() != null)
                .forEach(rule -> rules.put(rule.rule().name(), rule));
        spilled.clear();
        spilled.addAll(rules.keySet());
        if (!rules.isEmpty()) {
            intake.forget();
        }
    }

    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /** Says that a rule has a row that is to be tried again. */
    void replay(String rule) {
        if (has(rule)) {
            spilled.add(rule);
        }
    }

    /** Begins a step: takes up rows for which there is room. */
    void refill() {
        fresh.clear();
        moved.clear();
        noted = Long.MAX_VALUE;
        for (String rule : List.copyOf(spilled)) {
            int wanted = Math.min(batch, left());
            List<DeliveryRow> rows = wanted > 0 ? store.pending(rule, 0, wanted) : List.of();
            take(rows);
            if (wanted <= 0) {
                noted = 0;
            } else if (rows.size() < wanted) {
                spilled.remove(rule);
            }
        }
        holdBack();
    }

    private void take(List<DeliveryRow> rows) {
        moved.addAll(rows);
        for (DeliveryRow row : rows) {
            if (row.state() == DeliveryRow.State.WAITING) {
                noted = Math.min(noted, row.position() - 1);
            }
        }
    }

    /** A dead letter is added a second time on purpose, which a queue takes only up to what is noted. */
    private void holdBack() {
        List<DeliveryRow> early = moved.stream()
                .filter(row -> row.state() == DeliveryRow.State.REPLAY && row.position() > noted)
                .toList();
        early.forEach(row -> spilled.add(row.rule()));
        moved.removeAll(early);
    }

    /** Whether there may be rows that could go on at once. */
    boolean hasMore() {
        return !spilled.isEmpty() && left() > 0;
    }

    private int left() {
        return intake.room() - moved.size() - fresh.size();
    }

    /** Adds a new delivery, or has it wait as a row. */
    void offer(PendingDelivery delivery, Changes changes) {
        String rule = delivery.rule.rule().name();
        if (spilled.contains(rule) || left() <= 0) {
            spilled.add(rule);
            changes.add(delivery);
        } else {
            fresh.add(delivery);
        }
    }

    /**
     * Makes jobs of the step's deliveries; returns whether there are any.
     *
     * @param settled the position up to which all is noted
     */
    boolean seal(Changes changes, long settled) {
        jobs = new ArrayList<>();
        moved.forEach(row -> jobs.add(job(row)));
        fresh.forEach(delivery -> jobs.add(job(delivery)));
        if (!jobs.isEmpty() && !intake.ahead(jobs, Math.min(settled, noted))) {
            jobs = List.of();
            moved.forEach(row -> spilled.add(row.rule()));
            moved.clear();
            fresh.forEach(delivery -> {
                spilled.add(delivery.rule.rule().name());
                changes.add(delivery);
            });
        }
        return !jobs.isEmpty();
    }

    private static Job job(PendingDelivery delivery) {
        Rule.Queueing queueing = delivery.rule.rule().queueing();
        return Jobs.of(delivery, queueing == null ? delivery.due : delivery.due.plus(queueing.delay()));
    }

    private Job job(DeliveryRow row) {
        ActiveRule rule = rules.get(row.rule());
        if (rule == null) {
            throw new IllegalStateException("no queued rule is called " + row.rule());
        }
        PendingDelivery delivery = new PendingDelivery(rule, EventJson.read(row.event()), row, 0);
        if (row.done() >= rule.actions().size()) {
            delivery.done = 0;
        }
        boolean again = row.attempt() > 0 || row.state() == DeliveryRow.State.REPLAY;
        return again ? Jobs.of(delivery, delivery.due) : job(delivery);
    }

    /** Writes them in the transaction that moves the cursor. */
    void write(WriteSession session) {
        store.delete(session, moved);
        intake.with(session, jobs);
    }

    /** The transaction is committed. */
    void committed() {
        if (!jobs.isEmpty()) {
            intake.committed(jobs);
            moved.clear();
            fresh.clear();
            jobs = List.of();
        }
    }
}
