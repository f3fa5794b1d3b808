package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.model.Rule;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.Job;
import java.time.Instant;

/** Deliveries as jobs and jobs as deliveries. */
final class Jobs {

    private Jobs() {}

    /** The next action of a delivery, to be tried from a time on. */
    static Job of(PendingDelivery delivery, Instant runAt) {
        DeliveryRow row = delivery.row();
        Rule rule = delivery.rule.rule();
        Rule.Queueing queueing = rule.queueing();
        String organisation = delivery.event.orgId();
        return new Job(
                delivery.id(),
                delivery.action().type(),
                rule.name(),
                row.done(),
                organisation == null ? "" : organisation,
                queueing == null ? Rule.Queueing.PRIORITY : queueing.priority(),
                isOrdered(rule) ? lane(delivery) : "",
                row.position(),
                runAt,
                row.attempt(),
                row.history(),
                row.event());
    }

    /** Whether the jobs of one row keep its order; those of rules that are not queued always do. */
    static boolean isOrdered(Rule rule) {
        Rule.Queueing queueing = rule.queueing();
        return queueing == null || queueing.ordered();
    }

    /** The row that a job would be as a delivery. */
    static DeliveryRow row(Job job, DeliveryRow.State state, int attempt, String history) {
        return new DeliveryRow(
                job.position(), job.rule(), state, job.action(), attempt, job.runAt(), history, job.event());
    }

    /** Of what follows from the writes of a row for a rule. Keys may be long, lanes are of one length. */
    static String lane(PendingDelivery delivery) {
        PendingDelivery.Key key = delivery.key();
        return Sha256.of(delivery.rule.rule().name() + '\0' + key.entity() + '\0' + key.id());
    }

    /** Whether a rule has the action that a job is about. */
    static boolean fits(@Nullable ActiveRule rule, Job job) {
        return rule != null && job.action() < rule.actions().size();
    }
}
