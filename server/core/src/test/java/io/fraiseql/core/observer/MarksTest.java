package io.fraiseql.core.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.core.observer.ObserverOptions.Shared;
import io.fraiseql.core.observer.Outcome.End;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.spi.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is tried, by what is known of it. */
class MarksTest {

    private static final Event EVENT = new Event(
            1, new UUID(0, 1), "Thing", "1", Event.Type.INSERT, "{}", null, null, null, null, null, Instant.EPOCH);

    private final TestingStore store = new TestingStore();
    private final TestingListener listener = new TestingListener();
    private final Guard marks = marks();
    private int tries;

    private Guard marks() {
        ObserverOptions options = new ObserverOptions(
                1,
                1,
                1,
                Duration.ZERO,
                Duration.ZERO,
                Map.of(),
                null,
                new Shared(new SharedState(store), Duration.ofMinutes(5)));
        return Marks.of(options, listener);
    }

    private static PendingDelivery delivery(int done, String history) {
        BoundAction action = new BoundAction("call", false, event -> "", delivery -> {});
        Rule rule = new Rule(
                "r",
                "Thing",
                null,
                null,
                List.of(),
                Retry.DEFAULT,
                Rule.OnFailure.DLQ,
                true,
                Duration.ofSeconds(1),
                null);
        DeliveryRow row =
                new DeliveryRow(1, "r", State.WAITING, done, 0, Instant.EPOCH, history, EventJson.write(EVENT));
        return new PendingDelivery(new ActiveRule(rule, Condition.ALWAYS, List.of(action, action)), EVENT, row, 0);
    }

    private static PendingDelivery first() {
        return delivery(0, History.NONE);
    }

    private End end(PendingDelivery delivery, Outcome outcome) {
        return marks.around(delivery, () -> {
                    tries++;
                    return outcome;
                })
                .end();
    }

    @Test
    void whatIsDoneIsNotDoneAgain() {
        assertThat(end(first(), Outcome.done(first()))).isEqualTo(End.DONE);
        assertThat(end(first(), Outcome.done(first()))).isEqualTo(End.SKIPPED);
        assertThat(tries).isEqualTo(1);
        assertThat(listener.told).containsExactly("repeated DONE");
        assertThat(end(delivery(1, History.NONE), Outcome.done(first())))
                .as("the second action")
                .isEqualTo(End.DONE);
    }

    @Test
    void whatFailedOrWasCutOffIsTriedAgain() {
        assertThat(end(first(), Outcome.failed(first(), Failure.TEMPORARY, "no", null)))
                .isEqualTo(End.FAILED);
        assertThat(end(first(), Outcome.cutOff(first()))).isEqualTo(End.CUT_OFF);
        assertThatThrownBy(() -> marks.around(first(), () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(end(first(), Outcome.done(first()))).isEqualTo(End.DONE);
        assertThat(listener.told).isEmpty();
    }

    @Test
    void whatSomebodyElseIsAtWaits() {
        store.holders.put(first().markKey(), "somebody");
        Outcome outcome = marks.around(first(), () -> Outcome.done(first()));
        assertThat(outcome.end()).isEqualTo(End.HELD);
        assertThat(outcome.pause()).isPositive();
        assertThat(listener.told).containsExactly("repeated HELD");
    }

    @Test
    void whatWaitsIsCountedOnceHoweverOftenItIsLookedAt() {
        store.holders.put(first().markKey(), "somebody");
        for (int i = 0; i < 3; i++) {
            assertThat(end(first(), Outcome.done(first()))).isEqualTo(End.HELD);
        }
        assertThat(listener.told).containsExactly("repeated HELD");
        store.holders.clear();
        end(first(), Outcome.failed(first(), Failure.TEMPORARY, "no", null));
        store.holders.put(first().markKey(), "somebody");
        end(first(), Outcome.done(first()));
        assertThat(listener.told).containsExactly("repeated HELD", "repeated HELD");
    }

    @Test
    void aDeadLetterThatIsTriedAgainIsAnotherOne() {
        end(first(), Outcome.done(first()));
        String failed = History.with(History.NONE, Instant.EPOCH, "call", 1, "no");
        assertThat(end(delivery(0, failed), Outcome.done(first()))).isEqualTo(End.SKIPPED);
        for (String why : List.of(History.RETRY, History.EDIT)) {
            String replayed = History.with(failed, Instant.EPOCH.plusSeconds(why.length()), why, 0, "again");
            String failedAgain = History.with(replayed, Instant.MAX, "call", 1, "no");
            assertThat(end(delivery(0, failedAgain), Outcome.done(first()))).isEqualTo(End.DONE);
            assertThat(end(delivery(0, replayed), Outcome.done(first()))).isEqualTo(End.SKIPPED);
        }
    }

    @Test
    void withoutTheStoreEverythingIsTried() {
        store.gone = true;
        assertThat(end(first(), Outcome.done(first()))).isEqualTo(End.DONE);
        assertThat(end(first(), Outcome.done(first()))).isEqualTo(End.DONE);
        assertThat(listener.told).containsExactly("repeated UNKNOWN", "repeated UNKNOWN");
    }
}
