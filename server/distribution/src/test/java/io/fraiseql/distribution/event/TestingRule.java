package io.fraiseql.distribution.event;

import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.BoundAction;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.spi.Nullable;
import java.time.Duration;
import java.util.List;

/** A rule for every event whose only action is a test's own code. */
final class TestingRule {

    private TestingRule() {}

    /** Done by whoever follows the rules. */
    static ActiveRule direct(BoundAction.Work work) {
        return direct(Retry.DEFAULT, work);
    }

    /** The same, tried again in another way. */
    static ActiveRule direct(Retry retry, BoundAction.Work work) {
        return of(retry, work, null);
    }

    /** Done as jobs. */
    static ActiveRule queued(BoundAction.Work work) {
        return of(Retry.DEFAULT, work, new Rule.Queueing(Rule.Queueing.PRIORITY, false, Duration.ZERO));
    }

    private static ActiveRule of(Retry retry, BoundAction.Work work, Rule.@Nullable Queueing queueing) {
        Rule rule = new Rule(
                "r", "Thing", null, null, List.of(), retry, Rule.OnFailure.DLQ, true, Duration.ofSeconds(30), queueing);
        return new ActiveRule(rule, Condition.ALWAYS, List.of(new BoundAction("call", false, event -> "", work)));
    }
}
