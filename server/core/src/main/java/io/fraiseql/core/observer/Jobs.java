package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.model.Rule;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.Job;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

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
                queueing != null && queueing.ordered() ? lane(rule, delivery.key()) : "",
                row.position(),
                runAt,
                row.attempt(),
                row.history(),
                row.event());
    }

    /** The row that a job would be as a delivery. */
    static DeliveryRow row(Job job, DeliveryRow.State state, int attempt, String history) {
        return new DeliveryRow(
                job.position(), job.rule(), state, job.action(), attempt, job.runAt(), history, job.event());
    }

    /** Keys may be long, lanes are of one length. */
    private static String lane(Rule rule, PendingDelivery.Key key) {
        String name = rule.name() + '\0' + key.entity() + '\0' + key.id();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a rule has the action that a job is about. */
    static boolean fits(@Nullable ActiveRule rule, Job job) {
        return rule != null && job.action() < rule.actions().size();
    }
}
