package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.observer.JobListener.End;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Decides what becomes of a job after it was tried, and keeps those that are given up among the dead letters. One thread. */
final class JobSettlement {

    private final Settlement settlement;
    private final DeliveryStore letters;
    private final Clock clock;

    JobSettlement(Settlement settlement, DeliveryStore letters, Clock clock) {
        this.settlement = settlement;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What becomes of a job.
     *
     * @param end how it is counted
     * @param delay how long it waits when it is to be claimed once more
     * @param letter to be kept before the job is gone; null for none
     */
    record Settled(
            JobEnd job, End end, Duration delay, @Nullable DeliveryRow letter) {

        Settled(JobEnd job, End end, Duration delay) {
            this(job, end, delay, null);
        }
    }

    /** After its action was tried. */
    Settled settle(ClaimedJob claim, Outcome outcome) {
        PendingDelivery delivery = outcome.delivery();
        if (outcome.isOpen()) {
            return leave(claim, outcome.pause());
        }
        if (outcome.failure() == null) {
            return new Settled(new JobEnd(claim, following(delivery)), End.DONE, Duration.ZERO);
        }
        Instant at = clock.instant();
        String error = String.valueOf(outcome.error());
        delivery.attempt++;
        delivery.history = History.with(delivery.history, at, delivery.action().type(), delivery.attempt, error);
        boolean last = delivery.attempt >= delivery.rule.rule().retry().maxAttempts();
        if (outcome.failure() == Failure.PERMANENT || last) {
            return giveUp(claim, delivery, outcome.failure(), error);
        }
        Duration delay = settlement.delay(outcome, delivery);
        Job again = claim.job().later(at.plus(delay), delivery.attempt, delivery.history);
        return new Settled(new JobEnd(claim, again), End.RETRIED, delay);
    }

    /** The next action, for whose sake there is one job more. */
    private @Nullable Job following(PendingDelivery delivery) {
        delivery.done++;
        delivery.attempt = 0;
        return delivery.done < delivery.rule.actions().size() ? Jobs.of(delivery, clock.instant()) : null;
    }

    /** Without its having been tried. */
    Settled leave(ClaimedJob claim, Duration delay) {
        Job job = claim.job();
        Job again = job.later(clock.instant().plus(delay), job.attempt() - 1, job.history());
        return new Settled(new JobEnd(claim, again), End.LEFT, delay);
    }

    /** From the first action of its rule, which lacks the one that the job was about since it was edited. */
    Settled anew(ClaimedJob claim, ActiveRule rule) {
        Job job = claim.job();
        Instant now = clock.instant();
        DeliveryRow row =
                new DeliveryRow(job.position(), job.rule(), State.WAITING, 0, 0, now, History.NONE, job.event());
        PendingDelivery delivery = new PendingDelivery(rule, EventJson.read(job.event()), row, 0);
        return new Settled(new JobEnd(claim, Jobs.of(delivery, now)), End.LEFT, Duration.ZERO);
    }

    /** For good. */
    Settled giveUp(ClaimedJob claim, PendingDelivery delivery, Failure failure, String error) {
        boolean kept = settlement.giveUp(delivery, failure, error);
        return new Settled(
                new JobEnd(claim, null),
                End.DEAD,
                Duration.ZERO,
                kept ? Jobs.row(claim.job(), State.DEAD, delivery.attempt, delivery.history) : null);
    }

    /** Keeps a dead letter. It may be there already, when the process that kept it was killed before it could take the job away. */
    void keep(DeliveryRow letter) {
        letters.keep(letter);
    }
}
